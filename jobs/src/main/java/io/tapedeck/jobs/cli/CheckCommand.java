package io.tapedeck.jobs.cli;

import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.replay.RunCounts;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.quality.TapeQuality;
import io.tapedeck.jobs.sweep.Sweep;
import io.tapedeck.jobs.sweep.SweepCheck;
import io.tapedeck.jobs.sweep.SweepCheck.SetCheck;
import io.tapedeck.jobs.sweep.SweepCheck.TapeCheck;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.table.Lake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for what is wrong with a job, or with the data of a lake. */
@Command(
    name = "check",
    description = {
      "Replays the first parameter sets of a job and shows what became of its orders, what is odd",
      "about its data, and whether cutting the future off changes the past.",
      "With --data and without a job: whether the trades and quotes of a lake are good enough, session",
      "by session; exit code 3 if they are not. A range of dates without a session passes."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck check job.yaml --lake lake --sets 5",
      "  tapedeck check --data --lake lake --require-symbols BAC,IBM --from 2013-10-07 --to 2013-10-07"
    })
final class CheckCommand implements Verb {
  private static final double NANOS_PER_SECOND = 1e9;

  @Mixin private JobOptions options;

  @Option(names = "--sets", paramLabel = "N", description = "Parameter sets. Default: 1.")
  private int sets = 1;

  @Option(names = "--data", description = "Judges the lake's trades and quotes instead of a job.")
  private boolean data;

  @Mixin private QualityOptions quality;

  @Override
  public ExitCode run(Console console) {
    if (data) {
      if (options.areGiven()) {
        throw UsageException.of("--data looks at a lake and takes no job: leave one of them out");
      }
      return DataCheck.run(console, options.lakeRoot(console), quality.request());
    }
    if (quality.areGiven()) {
      throw UsageException.of("limits, symbols and dates belong to --data: add it");
    }
    return checkJob(console);
  }

  private ExitCode checkJob(Console console) {
    SweepSpec spec = SweepCommand.bind(options, console);
    Lake lake = SweepCommand.lake(spec, "check");
    SweepCheck check = new SweepCheck(lake, Sweep.of(lake, spec));
    List<TapeCheck> tapes = check.tapes();
    List<SetCheck> checked = check.sets(sets);
    printTapes(console, tapes);
    checked.forEach(set -> printSet(console, set));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("tapes", tapes);
    answer.put("sets", checked.stream().map(CheckCommand::jsonable).toList());
    console.json(answer);
    boolean looksAhead = checked.stream().anyMatch(SetCheck::looksAhead);
    if (looksAhead) {
      console.note("tapedeck check: the strategy looks ahead: its past changes with its future");
    }
    return looksAhead ? ExitCode.REFUSED : ExitCode.DONE;
  }

  private static void printTapes(Console console, List<TapeCheck> tapes) {
    TextTable table =
        TextTable.of(
            "symbol", "sessions", "trades", "quotes", "crossed", "one-sided", "inside", "gap s");
    for (TapeCheck tape : tapes) {
      TapeQuality.Counts counts = tape.counts();
      table.row(
          tape.symbol(),
          tape.sessions(),
          counts.trades(),
          counts.quotes(),
          share(counts.crossedQuotes(), counts.quotes()),
          share(counts.oneSidedQuotes(), counts.quotes()),
          share(counts.tradesInsideQuotes(), counts.tradesWithQuote()),
          String.format(Locale.ROOT, "%.1f", counts.longestGapNanos() / NANOS_PER_SECOND));
    }
    table.print(console);
  }

  private static void printSet(Console console, SetCheck set) {
    console.print("");
    console.print(String.join("+", set.symbols()) + "  " + set.parameters());
    if (set.counts().isEmpty()) {
      console.print("  the run fails: " + set.failure());
      return;
    }
    RunCounts counts = set.counts().get();
    line(console, "events replayed", counts.events());
    line(console, "decisions of the strategy", counts.decisions());
    line(console, "orders sent", counts.sent());
    line(console, "filled", counts.filled());
    line(console, "partly filled", counts.partlyFilled());
    line(console, "unfilled", counts.unfilled());
    counts.denied().forEach((reason, times) -> line(console, "denied: " + reason, times));
    console.print("  " + verdict(set, counts));
  }

  /** The first thing on the way from the tape to a fill that did not happen. */
  static String verdict(SetCheck set, RunCounts counts) {
    if (set.looksAhead()) {
      return "LOOKS AHEAD: orders before the middle change when the tape after it is cut off";
    }
    if (counts.events() == 0) {
      return "no trades: the tape is empty in these dates and hours";
    }
    if (counts.decisions() == 0) {
      return "no trades: the strategy asked for nothing; its means may not be warm, or its"
          + " conditions never hold";
    }
    if (counts.sent() == 0) {
      return counts.denied().isEmpty()
          ? "no trades: what the strategy asked for was met already"
          : "no trades: the risk gate refused every order: "
              + counts.denied().keySet().stream()
                  .map(DenialReason::name)
                  .collect(Collectors.joining(", "));
    }
    return counts.filled() + counts.partlyFilled() == 0
        ? "no trades: no order met a price or a size to fill against"
        : "it trades";
  }

  private static Map<String, Object> jsonable(SetCheck set) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("symbols", set.symbols());
    values.put("parameters", set.parameters());
    values.put("counts", set.counts().orElse(null));
    values.put("failure", set.failure());
    values.put("looks_ahead", set.looksAhead());
    values.put("verdict", set.counts().map(counts -> verdict(set, counts)).orElse("fails"));
    return values;
  }

  private static String share(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f %%", 100.0 * part / whole);
  }

  private static void line(Console console, String label, long value) {
    console.print(String.format(Locale.ROOT, "  %-32s %,12d", label, value));
  }
}
