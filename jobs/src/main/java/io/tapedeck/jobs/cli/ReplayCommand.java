package io.tapedeck.jobs.cli;

import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.DataSource;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.Strategies;
import io.tapedeck.jobs.replay.FileTapes;
import io.tapedeck.jobs.replay.LakeTapes;
import io.tapedeck.jobs.replay.ReplayAnswer;
import io.tapedeck.jobs.replay.ReplayJob;
import io.tapedeck.jobs.replay.ReplayedRun;
import io.tapedeck.jobs.replay.ResultFiles;
import io.tapedeck.jobs.replay.TapeLibrary;
import io.tapedeck.lake.ingest.RefusedFileException;
import io.tapedeck.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays one parameter set. */
@Command(
    name = "replay",
    description = {
      "Replays one parameter set over ticks of a lake, or straight from files.",
      "A job that holds several sets is for: tapedeck sweep."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck replay jobs/examples/replay.yaml --lake lake",
      "  tapedeck replay job.yaml --set strategy.parameters.fast=20 --out result",
      "  tapedeck replay --set data.csv=ticks.csv --set data.profile=bitstamp \\",
      "      --set strategy.name=buy-and-hold --set strategy.parameters.size=1 --json"
    })
final class ReplayCommand implements Verb {
  /** Keys of a sweep that one set has no use for, and that change nothing about it. */
  private static final String[] OF_A_SWEEP = {"record", "rank"};

  @Mixin private JobOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Writes orders, fills, round_trips, daily, risk_events, rolling_sharpe, drawdowns,"
              + " monthly_returns, breakdown, costs and shortfall (.csv), and metrics.json.")
  private Path out;

  @Override
  public ExitCode run(Console console) throws IOException, RefusedFileException {
    Fields keys = Fields.of(options.read(console)).alsoKnown(OF_A_SWEEP);
    JobSpec job = JobSpec.bind(keys);
    refuseSweeps(keys);
    keys.refuseOthers();
    List<StrategySpec> strategies = Strategies.found().bind(job.strategies());
    List<ReplayedRun> runs = replay(console, job, strategies);
    Map<String, Object> answer = ReplayAnswer.of(job, strategies, runs);
    runs.forEach(run -> ReplayText.print(console, run));
    if (out != null) {
      List<Path> files = ResultFiles.write(out, runs, Json.pretty(answer));
      answer.put("files", files);
      console.print("written: " + out + ": " + names(files));
    }
    console.json(answer);
    return ended(console, runs);
  }

  private static List<ReplayedRun> replay(
      Console console, JobSpec job, List<StrategySpec> strategies) throws RefusedFileException {
    TapeLibrary library = library(job);
    try (ProgressLine line = console.progress("replay")) {
      return new ReplayJob(job, strategies)
          .run(
              library,
              (events, total) ->
                  line.update(total == 0 ? Double.NaN : (double) events / total, events));
    }
  }

  private static TapeLibrary library(JobSpec job) throws RefusedFileException {
    if (job.data() instanceof DataSource.InFiles files) {
      return FileTapes.open(job, files);
    }
    String root = ((DataSource.InLake) job.data()).root();
    return new LakeTapes(Lake.at(SessionFactory.open("replay"), root), job);
  }

  private static void refuseSweeps(Fields keys) {
    for (String key : List.of("windows", "points", "draws", "where")) {
      if (keys.has(key)) {
        throw keys.refusal(key, "is for many parameter sets, and a replay has one: use sweep");
      }
    }
  }

  private static ExitCode ended(Console console, List<ReplayedRun> runs) {
    long failed = runs.stream().filter(run -> !run.isCompleted()).count();
    if (failed == 0) {
      return ExitCode.DONE;
    }
    console.note("tapedeck replay: " + failed + " of " + runs.size() + " runs failed");
    return ExitCode.SOME_RUNS_FAILED;
  }

  private static String names(List<Path> files) {
    return String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
  }
}
