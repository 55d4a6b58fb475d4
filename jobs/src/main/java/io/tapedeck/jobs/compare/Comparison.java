package io.tapedeck.jobs.compare;

import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs held against the first of them.
 *
 * @param runs two or more
 * @param differences terms that are not the same in all of them
 * @param metrics figures side by side; without those of money if the currencies differ
 * @param others how each further run compares with the first
 */
public record Comparison(
    List<ComparedRun> runs,
    List<Difference> differences,
    List<MetricLine> metrics,
    List<Other> others) {
  /**
   * A further run beside the first.
   *
   * @param run the further one
   * @param likeness how far they are the same
   * @param parting of their equities; empty if one has no figures or another currency
   */
  public record Other(ComparedRun run, Likeness likeness, Optional<Parting> parting) {}

  /** The comparison of these runs. */
  public static Comparison of(List<ComparedRun> runs) {
    Require.that(runs.size() >= 2, "a comparison needs two runs, was given %d", runs.size());
    ComparedRun first = runs.get(0);
    return new Comparison(
        List.copyOf(runs),
        differences(runs),
        metrics(runs),
        runs.subList(1, runs.size()).stream().map(run -> other(first, run)).toList());
  }

  /** Whether all money is of one currency. */
  public boolean isOneCurrency() {
    return isOneCurrency(runs);
  }

  /** Whether tables were read at other versions, and the ticks in them were the same. */
  public boolean areOnlyVersionsOther() {
    Set<String> keys = new TreeSet<>();
    differences.stream()
        .filter(difference -> difference.section() == Section.DATA)
        .forEach(difference -> keys.add(difference.key()));
    return keys.stream().anyMatch(key -> key.startsWith(ComparedRun.VERSIONS))
        && !keys.contains(Columns.TAPE_DIGEST);
  }

  private static boolean isOneCurrency(List<ComparedRun> runs) {
    return runs.stream().map(ComparedRun::currency).distinct().count() == 1;
  }

  private static List<Difference> differences(List<ComparedRun> runs) {
    List<Difference> differences = new ArrayList<>();
    for (Section section : Section.values()) {
      Set<String> keys = new TreeSet<>();
      runs.forEach(run -> keys.addAll(run.terms().get(section).keySet()));
      for (String key : keys) {
        List<String> values = new ArrayList<>();
        runs.forEach(run -> values.add(run.terms().get(section).get(key)));
        if (values.stream().anyMatch(value -> !Objects.equals(value, values.get(0)))) {
          differences.add(new Difference(section, key, values));
        }
      }
    }
    return differences;
  }

  private static List<MetricLine> metrics(List<ComparedRun> runs) {
    List<Map<String, Object>> figures = runs.stream().map(Comparison::figures).toList();
    Set<String> names = new LinkedHashSet<>();
    figures.forEach(each -> names.addAll(each.keySet()));
    boolean comparesMoney = isOneCurrency(runs);
    List<MetricLine> lines = new ArrayList<>();
    for (String name : names) {
      List<Object> values = new ArrayList<>();
      figures.forEach(each -> values.add(each.get(name)));
      MetricLine line = MetricLine.of(name, values);
      boolean isMoney = line.isMoney() || name.equals(Columns.EXPECTANCY);
      if (line.isDefined() && (comparesMoney || !isMoney)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The figures of a run by name, counts inside a column each on its own; none if it failed. */
  private static Map<String, Object> figures(ComparedRun run) {
    Map<String, Object> figures = new LinkedHashMap<>();
    run.stored()
        .metrics()
        .forEach(
            (name, value) -> {
              if (value instanceof Map<?, ?> counts) {
                counts.forEach((key, count) -> figures.put(name + "." + key, count));
              } else if (!name.equals(Columns.RUN_ID)) {
                figures.put(name, value);
              }
            });
    return figures;
  }

  private static Other other(ComparedRun first, ComparedRun run) {
    Likeness likeness = likeness(first, run);
    boolean comparesDays = likeness != Likeness.NO_FIGURES && isOneCurrency(List.of(first, run));
    return new Other(
        run,
        likeness,
        comparesDays ? Optional.of(Parting.of(first.stored(), run.stored())) : Optional.empty());
  }

  private static Likeness likeness(ComparedRun first, ComparedRun run) {
    if (first.runId().equals(run.runId())) {
      return Likeness.SAME_RUN;
    }
    if (!first.stored().isCompleted() || !run.stored().isCompleted()) {
      return Likeness.NO_FIGURES;
    }
    String fingerprint = first.stored().text(Columns.FINGERPRINT);
    if (fingerprint.isEmpty() || !fingerprint.equals(run.stored().text(Columns.FINGERPRINT))) {
      return Likeness.OTHER;
    }
    return figures(first).equals(figures(run)) ? Likeness.SAME_FIGURES : Likeness.SAME_ORDERS;
  }
}
