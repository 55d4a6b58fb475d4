package io.tapedeck.jobs.cli;

import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.result.RankMetric;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.sweep.PlanCheck;
import io.tapedeck.jobs.sweep.PlanTally;
import io.tapedeck.jobs.sweep.ShardReport;
import io.tapedeck.jobs.sweep.StoredPlan;
import io.tapedeck.jobs.sweep.SweepReport;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows sweeps to people. */
final class SweepText {
  static final int SHORT_ID = 12;

  private SweepText() {}

  /** The counts of a sweep, its failures and its warnings. */
  static void summary(Console console, SweepReport report) {
    console.print(
        String.format(
            Locale.ROOT,
            "sweep %s: %,d parameter sets tried, %,d runs: %,d completed, %,d failed, %,d abandoned",
            report.sweepId().substring(0, SHORT_ID),
            report.sets(),
            report.runs(),
            report.completed(),
            report.failed(),
            report.abandoned()));
    console.print(
        report.computed() == 0
            ? "nothing to compute: every run was there"
            : String.format(
                Locale.ROOT,
                "computed %,d runs in %.1f s, %.1f M tick-lanes/s; %,d were there",
                report.computed(),
                report.seconds(),
                report.tickLanes() / Math.max(report.seconds(), 1e-9) / 1e6,
                report.runs() - report.computed()));
    report.failures().forEach((why, runs) -> console.warn(runs + " runs: " + why));
    report.warnings().forEach((name, runs) -> console.warn(runs + " runs: " + sentence(name)));
  }

  /** A stored plan, and how to go on with it. */
  static void plan(Console console, StoredPlan plan, int shards) {
    console.print(
        String.format(
            Locale.ROOT,
            "plan %s of sweep %s is stored: %,d runs in %,d units and %,d chunks, %s",
            plan.planId().substring(0, SHORT_ID),
            plan.sweepId().substring(0, SHORT_ID),
            plan.tally().planned(),
            plan.units(),
            plan.chunks(),
            plan.state().toLowerCase(Locale.ROOT)));
    console.print("versions pinned: " + plan.tableVersions());
    String id = " --plan " + plan.planId().substring(0, SHORT_ID);
    console.print("shards:  tapedeck sweep --lake LAKE" + id + " --shard 1/" + shards);
    console.print("then:    tapedeck sweep --lake LAKE" + id);
  }

  /** What a shard came to. */
  static void shard(Console console, ShardReport report) {
    PlanTally tally = report.tally();
    console.print(
        String.format(
            Locale.ROOT,
            "shard %s: %,d chunks, %,d runs, %,d computed in %.1f s: %s",
            report.shard(),
            report.chunks(),
            tally.planned(),
            report.computed(),
            report.seconds(),
            counts(tally)));
  }

  /** What a check found. */
  static void check(Console console, PlanCheck check) {
    console.print(
        String.format(
            Locale.ROOT,
            "sweep %s is %s: %,d runs planned, %s",
            check.plan().sweepId().substring(0, SHORT_ID),
            check.plan().state(),
            check.tally().planned(),
            counts(check.tally())));
  }

  private static String counts(PlanTally tally) {
    return String.format(
        Locale.ROOT,
        "%,d completed, %,d failed, %,d abandoned, %,d missing",
        tally.completed(),
        tally.failed(),
        tally.abandoned(),
        tally.missing());
  }

  /** The best sets: the metric on the training dates, on the test dates, and what goes with it. */
  static void ranking(
      Console console, List<RankedRun> best, RankMetric metric, List<String> varying, long sets) {
    if (best.isEmpty()) {
      return;
    }
    boolean isTested = best.stream().anyMatch(run -> !run.testRunId().isEmpty());
    console.print("");
    console.print(
        String.format(
            Locale.ROOT,
            "best %d by %s%s, of %,d sets tried:",
            best.size(),
            metric.column(),
            isTested ? " on train, test beside" : "",
            sets));
    List<String> header = new ArrayList<>(List.of("rank", "symbols"));
    header.addAll(varying);
    header.add(metric.column());
    List<String> more = new ArrayList<>();
    for (String column : List.of(Columns.TOTAL_RETURN, Columns.MAX_DRAWDOWN)) {
      if (!column.equals(metric.column())) {
        more.add(column);
      }
    }
    if (isTested) {
      header.add("test");
    }
    more.forEach(column -> header.add(shortName(column)));
    boolean showsTestReturn = isTested && more.contains(Columns.TOTAL_RETURN);
    if (showsTestReturn) {
      header.add("test return");
    }
    header.addAll(List.of("trips", "run"));
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (RankedRun run : best) {
      List<Object> cells = new ArrayList<>(List.of(run.rank(), String.join("+", run.symbols())));
      varying.forEach(name -> cells.add(run.parameters().getOrDefault(name, "")));
      cells.add(figure(metric.column(), run.metrics()));
      if (isTested) {
        cells.add(figure(metric.column(), run.testMetrics()));
      }
      more.forEach(column -> cells.add(figure(column, run.metrics())));
      if (showsTestReturn) {
        cells.add(figure(Columns.TOTAL_RETURN, run.testMetrics()));
      }
      cells.add(figure(Columns.ROUND_TRIPS, run.metrics()));
      cells.add(run.runId().substring(0, SHORT_ID));
      table.row(cells.toArray());
    }
    table.print(console);
  }

  private static String figure(String column, Map<String, Object> figures) {
    return FigureText.of(column, figures.get(column));
  }

  static String sentence(String warning) {
    try {
      return RunWarning.valueOf(warning).sentence();
    } catch (IllegalArgumentException ofALaterVersion) {
      return warning;
    }
  }

  private static String shortName(String column) {
    return column.equals(Columns.MAX_DRAWDOWN) ? "drawdown" : column.replace("total_", "");
  }
}
