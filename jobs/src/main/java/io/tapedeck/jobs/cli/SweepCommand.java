package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.DataSource;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.sweep.Sweep;
import io.tapedeck.jobs.sweep.SweepReport;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a sweep, or goes on with it. */
@Command(
    name = "sweep",
    description = {
      "Replays every parameter set of a job over its instruments and dates, and ranks them.",
      "Killed and started again it computes only what is missing; asked twice it computes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck sweep jobs/examples/sweep-equities.yaml --lake lake",
      "  tapedeck sweep job.yaml --set strategy.parameters.fast='[5, 10]' --json",
      "  tapedeck explain job.yaml        (what it would cost)"
    })
final class SweepCommand implements Verb {
  @Mixin private JobOptions options;

  @Option(
      names = "--accept-failed",
      description = "Exits 0 even if some runs failed, as those whose parameters are refused do.")
  private boolean acceptFailed;

  @Option(names = "--top", paramLabel = "N", description = "Sets to show. Default: 20.")
  private int top = 20;

  @Override
  public ExitCode run(Console console) {
    SweepSpec spec = bind(options, console);
    Lake lake = lake(spec, "sweep");
    Sweep sweep = Sweep.of(lake, spec);
    SweepReport report;
    try (ProgressLine line = console.progress("sweep " + spec.job().name())) {
      report = sweep.run(line::update);
    }
    List<RankedRun> best =
        new Ranking(new ResultReader(lake)).best(report.sweepId(), spec.rank(), top);
    SweepText.summary(console, report);
    SweepText.ranking(console, best, spec.rank(), spec.grid().varying(), report.sets());
    console.json(answer(spec, report, best));
    return ended(console, report);
  }

  /** The sweep of a job file. */
  static SweepSpec bind(JobOptions options, Console console) {
    return SweepSpec.bind(Fields.of(options.read(console)));
  }

  /** The lake of a sweep, with a session for this verb. */
  static Lake lake(SweepSpec spec, String verb) {
    if (spec.job().data() instanceof DataSource.InLake source) {
      return Lake.at(SessionFactory.open(verb), source.root());
    }
    throw UsageException.of(
        verb + " reads a lake: ingest the files first (tapedeck ingest), or use tapedeck replay");
  }

  private static Map<String, Object> answer(
      SweepSpec spec, SweepReport report, List<RankedRun> best) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(Columns.SWEEP_ID, report.sweepId());
    answer.put("name", spec.job().name());
    answer.put("strategy", JobSpec.title(spec.job().named()));
    answer.put("sets", report.sets());
    answer.put("runs", report.runs());
    answer.put("computed", report.computed());
    answer.put("completed", report.completed());
    answer.put("failed", report.failed());
    answer.put("abandoned", report.abandoned());
    answer.put(Columns.TICK_LANES, report.tickLanes());
    answer.put("seconds", report.seconds());
    answer.put("rank", spec.rank().column());
    answer.put("warnings", report.warnings());
    answer.put("failures", report.failures());
    answer.put("best", best);
    return answer;
  }

  private ExitCode ended(Console console, SweepReport report) {
    if (report.abandoned() > 0) {
      console.note(
          "tapedeck sweep: "
              + report.abandoned()
              + " runs were abandoned; the same command tries them again");
      return ExitCode.TRY_AGAIN;
    }
    if (report.failed() > 0 && !acceptFailed) {
      console.note(
          "tapedeck sweep: "
              + report.failed()
              + " runs failed; exclude such sets with where:, or give --accept-failed");
      return ExitCode.SOME_RUNS_FAILED;
    }
    return ExitCode.DONE;
  }
}
