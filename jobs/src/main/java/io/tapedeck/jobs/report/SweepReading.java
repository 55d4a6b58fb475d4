package io.tapedeck.jobs.report;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Spread;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.SweptSet.SweptRun;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import io.tapedeck.jobs.report.WindowOutcome.NoFigures;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Reads a sweep's result tables into a report. One short row of every run comes to the driver: some
 * 300 bytes each, 300 MB for a million.
 */
final class SweepReading {
  private static final int MOST_RANKED = 100;
  private static final int MOST_FAILED = 100;
  private static final String SHOWN_FIRST = "all train test"; // in the order of a reader

  private final ResultReader results;
  private final Row sweep;
  private final RankColumn rank;
  private final List<SweptSet> sets;
  private final List<String> windows;

  SweepReading(ResultReader results, Row sweep) {
    this.results = results;
    this.sweep = sweep;
    this.rank = new RankColumn(sweep.getAs(Columns.RANK_METRIC));
    this.sets = SweptSet.of(shortRows(), rank);
    this.windows =
        sets.stream()
            .flatMap(set -> set.runs().keySet().stream())
            .distinct()
            .sorted(Comparator.comparingInt(SHOWN_FIRST::indexOf))
            .toList();
    sets.sort(
        Comparator.comparing((SweptSet set) -> set.metric(windows.get(0)), rank::compare)
            .thenComparingLong(SweptSet::position)
            .thenComparing(SweptSet::instruments));
  }

  ReportModel model() {
    String first = windows.get(0);
    List<String> names = varying();
    List<SweptSet> ranked =
        sets.stream().filter(set -> set.isCompleted(first)).limit(MOST_RANKED).toList();
    SweptSet best = ranked.isEmpty() ? null : ranked.get(0);
    Map<String, RunRow> examples = examples(best == null ? sets.get(0) : best);
    RunRow example = examples.values().iterator().next();
    Currency currency = example.currency();
    RunFigures figures = new RunFigures(results, currency);
    Map<String, RunMetrics> metrics =
        figures.metrics(
            ranked.stream()
                .flatMap(set -> set.runs().values().stream())
                .map(SweptRun::runId)
                .toList());
    return new ReportModel(
        title(),
        question(names),
        currency,
        sweep.<Long>getAs(Columns.SETS),
        windows.stream().map(window -> window(window, examples)).toList(),
        rank.label() + " over " + first,
        names,
        ranking(ranked, names, metrics),
        spreads(),
        best == null ? List.of() : figures.curves(runIds(best), metrics),
        heatMaps(names, best),
        failures(names),
        example.identity().assumptions(),
        facts(example),
        example.dataVersions(),
        warnings());
  }

  private List<Row> shortRows() {
    return results
        .runsOf(sweepId())
        .join(
            results.metrics().select(Columns.RUN_ID, Columns.COMMIT_ID, rank.name()),
            new String[] {Columns.RUN_ID, Columns.COMMIT_ID},
            "left")
        .select(
            Columns.POSITION,
            Columns.RUN_WINDOW,
            Columns.RUN_ID,
            Columns.SYMBOLS,
            Columns.PARAMETERS,
            Columns.STATUS,
            Columns.REASON,
            Columns.DETAIL,
            rank.name())
        .orderBy(Columns.POSITION, Columns.RUN_WINDOW, Columns.RUN_ID)
        .collectAsList();
  }

  private String sweepId() {
    return sweep.getAs(Columns.SWEEP_ID);
  }

  private String title() {
    String name = sweep.getAs(Columns.NAME);
    return name.isEmpty() ? "Sweep " + sweepId().substring(0, 12) : name;
  }

  private String question(List<String> names) {
    return "Which "
        + String.join(", ", names)
        + " of "
        + sweep.getAs(Columns.STRATEGY)
        + " does best by "
        + rank.label()
        + (windows.size() > 1 ? ", and does it hold on dates it was not chosen by?" : "?");
  }

  private List<String> varying() {
    List<String> names = new ArrayList<>();
    if (sets.stream().map(SweptSet::instruments).distinct().count() > 1) {
      names.add(SweptSet.INSTRUMENT);
    }
    sets.get(0).parameters().keySet().stream()
        .filter(name -> distinct(name) > 1)
        .forEach(names::add);
    return names;
  }

  private long distinct(String name) {
    return sets.stream().map(set -> set.value(name)).distinct().count();
  }

  /** Whole rows of one set's runs, by window. */
  private Map<String, RunRow> examples(SweptSet set) {
    Map<String, String> windowOf =
        set.runs().entrySet().stream()
            .collect(Collectors.toMap(run -> run.getValue().runId(), Map.Entry::getKey));
    Map<String, RunRow> rows = new TreeMap<>(Comparator.comparingInt(SHOWN_FIRST::indexOf));
    results
        .runs()
        .where(col(Columns.RUN_ID).isInCollection(windowOf.keySet()))
        .collectAsList()
        .forEach(row -> rows.put(windowOf.get(new RunRow(row).runId()), new RunRow(row)));
    return rows;
  }

  private static Window window(String name, Map<String, RunRow> examples) {
    return new Window(name, examples.containsKey(name) ? examples.get(name).dates() : "");
  }

  private List<RankedSet> ranking(
      List<SweptSet> ranked, List<String> names, Map<String, RunMetrics> metrics) {
    List<RankedSet> ranking = new ArrayList<>();
    for (SweptSet set : ranked) {
      ranking.add(
          new RankedSet(
              ranking.size() + 1,
              names.stream().map(set::value).toList(),
              windows.stream().map(window -> outcome(set.runs().get(window), metrics)).toList()));
    }
    return ranking;
  }

  private List<Spread> spreads() {
    return windows.stream()
        .map(
            window ->
                Spread.of(
                    window,
                    rank.unit(),
                    sets.stream().mapToDouble(set -> set.metric(window)).toArray()))
        .toList();
  }

  private static WindowOutcome outcome(SweptRun run, Map<String, RunMetrics> metrics) {
    if (run == null) {
      return new NoFigures("not run yet");
    }
    RunMetrics figures = metrics.get(run.runId());
    return figures == null ? new NoFigures(run.reason()) : new Figures(run.runId(), figures);
  }

  private static Map<String, String> runIds(SweptSet set) {
    Map<String, String> ids = new TreeMap<>(Comparator.comparingInt(SHOWN_FIRST::indexOf));
    set.runs().forEach((window, run) -> ids.put(window, run.runId()));
    return ids;
  }

  private List<HeatMap> heatMaps(List<String> names, SweptSet best) {
    List<String> axes =
        names.stream()
            .sorted(Comparator.comparingLong(this::distinct).reversed().thenComparing(n -> n))
            .limit(2)
            .toList();
    if (axes.isEmpty()) {
      return List.of();
    }
    String across = axes.size() > 1 ? axes.get(1) : "";
    List<HeatMap> maps = new ArrayList<>();
    for (String window : windows) {
      maps.add(
          HeatMap.of(
              rank.measure(window),
              axes.get(0),
              across,
              sets.stream().map(set -> point(set, axes.get(0), across, window)).toList(),
              best == null ? null : point(best, axes.get(0), across, window)));
    }
    return maps;
  }

  private static HeatMap.Point point(SweptSet set, String row, String column, String window) {
    String across = column.isEmpty() ? "all" : set.value(column);
    return new HeatMap.Point(set.value(row), across, set.metric(window));
  }

  private List<FailedRun> failures(List<String> names) {
    List<FailedRun> failures = new ArrayList<>();
    for (SweptSet set : sets) {
      for (SweptRun run : set.runs().values()) {
        if (!run.isCompleted() && failures.size() < MOST_FAILED) {
          String parameters =
              names.stream()
                  .map(name -> name + " " + set.value(name))
                  .collect(Collectors.joining(", "));
          failures.add(
              new FailedRun(run.runId().substring(0, 12), parameters, run.reason(), run.detail()));
        }
      }
    }
    return failures;
  }

  private List<Fact> facts(RunRow example) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Strategy", sweep.getAs(Columns.STRATEGY)));
    facts.add(
        new Fact(
            "Instruments",
            sets.stream()
                .map(SweptSet::instruments)
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "))));
    facts.add(new Fact("Sets tried", Figure.count(sweep.<Long>getAs(Columns.SETS))));
    facts.add(new Fact("Runs", Figure.count(sweep.<Long>getAs(Columns.RUNS))));
    facts.add(new Fact("Sweep", sweepId()));
    facts.addAll(example.provenance());
    return facts;
  }

  private List<String> warnings() {
    return RunRow.warnings(
        results.runsOf(sweepId()).select(Columns.WARNINGS).distinct().collectAsList().stream()
            .map(RunRow::new)
            .toList());
  }
}
