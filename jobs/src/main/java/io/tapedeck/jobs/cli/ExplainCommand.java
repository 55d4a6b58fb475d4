package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.sweep.CostEstimate;
import io.tapedeck.jobs.sweep.Sweep;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what a sweep would cost; replays nothing. */
@Command(
    name = "explain",
    description = "Shows units, ticks, core-hours and result bytes of a sweep without running it.",
    footer = {"", "Example:", "  tapedeck explain jobs/examples/sweep-equities.yaml --lake lake"})
final class ExplainCommand implements Verb {
  private static final double SECONDS_AN_HOUR = 3_600;

  @Mixin private JobOptions options;

  @Override
  public ExitCode run(Console console) {
    SweepSpec spec = SweepCommand.bind(options, console);
    Lake lake = SweepCommand.lake(spec, "explain");
    Sweep sweep = Sweep.of(lake, spec);
    CostEstimate cost = sweep.estimate();
    int cores = lake.spark().sparkContext().defaultParallelism();
    print(console, sweep, cost, cores);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(Columns.SWEEP_ID, sweep.id());
    answer.put("sets", sweep.sets());
    answer.put("record", sweep.level().name());
    answer.put("cores", cores);
    answer.put("cost", cost);
    console.json(answer);
    return ExitCode.DONE;
  }

  private static void print(Console console, Sweep sweep, CostEstimate cost, int cores) {
    line(console, "sweep", sweep.id().substring(0, SweepText.SHORT_ID));
    line(console, "parameter sets", String.format(Locale.ROOT, "%,d", sweep.sets()));
    line(console, "runs", String.format(Locale.ROOT, "%,d", cost.runs()));
    line(console, "units, chunks", cost.units() + ", " + cost.chunks());
    line(console, "ticks decoded", String.format(Locale.ROOT, "%,d", cost.ticks()));
    line(console, "tick-lanes", String.format(Locale.ROOT, "%,d", cost.tickLanes()));
    line(
        console,
        "rate",
        String.format(
            Locale.ROOT,
            "%.1f M tick-lanes/s a core, %s",
            cost.tickLanesPerSecond() / 1e6,
            cost.isMeasured() ? "measured in earlier sweeps of this lake" : "assumed"));
    line(
        console,
        "core-hours",
        String.format(
            Locale.ROOT,
            "%.3f (%.0f s on %d cores)",
            cost.coreSeconds() / SECONDS_AN_HOUR,
            cost.coreSeconds() / cores,
            cores));
    line(
        console,
        "results",
        String.format(
            Locale.ROOT,
            "%.1f MB or so, record: %s",
            cost.resultBytes() / 1e6,
            sweep.level().name().toLowerCase(Locale.ROOT)));
  }

  private static void line(Console console, String label, String value) {
    console.print(String.format(Locale.ROOT, "%-16s %s", label, value));
  }
}
