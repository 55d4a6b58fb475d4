package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Background;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.Heading;
import io.tapedeck.jobs.report.ReportModel.Kind;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import io.tapedeck.jobs.report.WindowOutcome.NoFigures;
import io.tapedeck.jobs.report.read.SweptSet.SweptRun;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.sql.Timestamp;
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
  private static final int MOST_INSTRUMENTS = 20;
  private static final String SHOWN_FIRST = "all train test"; // in the order of a reader

  private final Lake lake;
  private final ResultReader results;
  private final Row sweep;
  private final RankColumn rank;
  private final List<SweptSet> sets;
  private final List<String> windows;

  SweepReading(Lake lake, ResultReader results, Row sweep) {
    this.lake = lake;
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
    Map<String, RunMetrics> metrics =
        new RunFigures(results, currency)
            .metrics(
                ranked.stream()
                    .flatMap(set -> set.runs().values().stream())
                    .map(SweptRun::runId)
                    .toList());
    return new ReportModel(
        new Heading(Kind.SWEEP, sweepId(), title(), question(names), date(sweep)),
        currency,
        sweep.<Long>getAs(Columns.SETS),
        windows.stream().map(window -> window(window, examples)).toList(),
        rank.label() + " over " + first,
        names,
        ranking(ranked, names, metrics),
        new SweptGrid(sets, names, windows, rank, best).grid(),
        best == null ? List.of() : new DetailReading(lake, results).details(examples, metrics),
        new SweptFailures(sets, names).failures(),
        new Background(
            example.identity().assumptions(), facts(example), example.dataVersions(), warnings()));
  }

  /** Day on which a sweep was begun, UTC. */
  static String date(Row sweep) {
    Timestamp started = sweep.getAs(Columns.STARTED_AT);
    return started.toInstant().toString().substring(0, "2024-01-31".length());
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
    return SweptSet.distinct(sets, name);
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

  private static WindowOutcome outcome(SweptRun run, Map<String, RunMetrics> metrics) {
    if (run == null) {
      return new NoFigures("not run yet");
    }
    RunMetrics figures = metrics.get(run.runId());
    return figures == null ? new NoFigures(run.reason()) : new Figures(run.runId(), figures);
  }

  private List<Fact> facts(RunRow example) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Strategy", sweep.getAs(Columns.STRATEGY)));
    facts.add(new Fact("Instruments", instruments()));
    facts.add(new Fact("Sets tried", Figure.count(sweep.<Long>getAs(Columns.SETS))));
    facts.add(new Fact("Runs", Figure.count(sweep.<Long>getAs(Columns.RUNS))));
    facts.add(new Fact("Sweep", sweepId()));
    facts.addAll(example.provenance());
    return facts;
  }

  private String instruments() {
    List<String> accounts = sets.stream().map(SweptSet::instruments).distinct().sorted().toList();
    String first = accounts.stream().limit(MOST_INSTRUMENTS).collect(Collectors.joining("; "));
    int others = accounts.size() - MOST_INSTRUMENTS;
    return others > 0 ? first + "; and " + Figure.count(others) + " others" : first;
  }

  private List<String> warnings() {
    return RunRow.warnings(
        results.runsOf(sweepId()).select(Columns.WARNINGS).distinct().collectAsList().stream()
            .map(RunRow::new)
            .toList());
  }
}
