package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.RunSheet.labelled;
import static io.tapedeck.jobs.cli.RunSheet.labelledEach;

import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.jobs.result.StoredSweep;
import io.tapedeck.jobs.result.StoredSweep.Dates;
import io.tapedeck.jobs.result.SweepQuestion;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows a stored sweep: its question, how far it is, what failed. */
final class SweepSheet {
  private static final int MOST_ACCOUNTS = 20;

  private SweepSheet() {}

  /** All lines but the ranking's. */
  static List<String> lines(StoredSweep stored) {
    List<String> lines = new ArrayList<>();
    lines.add("sweep " + stored.sweepId());
    for (String column : List.of(Columns.NAME, Columns.STRATEGY)) {
      lines.addAll(labelled(column, stored.sweep().get(column)));
    }
    lines.addAll(question(stored));
    lines.add("");
    for (String column : List.of(Columns.STATE, Columns.STARTED_AT, Columns.FINISHED_AT)) {
      lines.addAll(labelled(column, stored.sweep().get(column)));
    }
    lines.addAll(labelled(Columns.RUNS, counts(stored)));
    lines.addAll(labelledEach("not completed", frequencies(stored.failures(), why -> why)));
    lines.addAll(
        labelledEach(Columns.WARNINGS, frequencies(stored.warnings(), SweepText::sentence)));
    return lines;
  }

  /** The sweep as the JSON answer shows it: its row, counts as they are now, its question. */
  static Map<String, Object> jsonable(StoredSweep stored) {
    Map<String, Object> sweep = new LinkedHashMap<>(stored.sweep());
    sweep.remove(Columns.QUESTION_JSON);
    sweep.put(Columns.COMPLETED, stored.runs(RunStatus.COMPLETED));
    sweep.put(Columns.FAILED, stored.runs(RunStatus.FAILED));
    sweep.put(Columns.ABANDONED, stored.runs(RunStatus.ABANDONED));
    sweep.put("missing", stored.missing());
    sweep.put("windows", stored.windows());
    sweep.put("failures", stored.failures());
    sweep.put(Columns.WARNINGS, stored.warnings());
    sweep.put("question", stored.question().terms());
    return sweep;
  }

  private static List<String> question(StoredSweep stored) {
    SweepQuestion question = stored.question();
    List<String> lines = new ArrayList<>();
    lines.addAll(labelled(Columns.PARAMETERS, question.parameters()));
    lines.addAll(labelled("where", emptyAsNothing(question.where())));
    lines.addAll(labelled("sets drawn", emptyAsNothing(question.draws())));
    lines.addAll(
        labelled("sets listed", question.listedSets() == 0 ? null : question.listedSets()));
    lines.addAll(labelled(Columns.SETS, grouped(stored.sweep().get(Columns.SETS))));
    lines.addAll(labelledEach("accounts", accounts(question.accounts())));
    Map<String, String> dates =
        stored.windows().stream()
            .collect(
                Collectors.toMap(
                    Dates::window,
                    each -> each.first() + " to " + each.last(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    lines.addAll(labelled("dates", dates));
    lines.addAll(labelled("ranked by", stored.rank().column()));
    return lines;
  }

  private static List<String> accounts(List<String> accounts) {
    List<String> shown =
        new ArrayList<>(accounts.subList(0, Math.min(accounts.size(), MOST_ACCOUNTS)));
    if (accounts.size() > MOST_ACCOUNTS) {
      shown.add("and " + (accounts.size() - MOST_ACCOUNTS) + " more");
    }
    return shown;
  }

  private static String counts(StoredSweep stored) {
    return String.format(
        Locale.ROOT,
        "%,d planned: %,d completed, %,d failed, %,d abandoned, %,d missing",
        ((Number) stored.sweep().get(Columns.RUNS)).longValue(),
        stored.runs(RunStatus.COMPLETED),
        stored.runs(RunStatus.FAILED),
        stored.runs(RunStatus.ABANDONED),
        stored.missing());
  }

  private static List<String> frequencies(Map<String, Long> runs, UnaryOperator<String> words) {
    return runs.entrySet().stream()
        .map(entry -> grouped(entry.getValue()) + " runs: " + words.apply(entry.getKey()))
        .toList();
  }

  private static String grouped(Object count) {
    return String.format(Locale.ROOT, "%,d", ((Number) count).longValue());
  }

  private static String emptyAsNothing(String text) {
    return text.isEmpty() ? null : text;
  }
}
