package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.DataSource;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.sweep.PlanCheck;
import io.tapedeck.jobs.sweep.PlanTally;
import io.tapedeck.jobs.sweep.PlannedSweep;
import io.tapedeck.jobs.sweep.Shard;
import io.tapedeck.jobs.sweep.ShardReport;
import io.tapedeck.jobs.sweep.StoredPlan;
import io.tapedeck.jobs.sweep.Sweep;
import io.tapedeck.jobs.sweep.SweepProgress;
import io.tapedeck.jobs.sweep.SweepReport;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.table.Lake;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a sweep, or goes on with it. */
@Command(
    name = "sweep",
    description = {
      "Replays every parameter set of a job over its instruments and dates, and ranks them.",
      "Killed and started again it computes only what is missing; asked twice it computes nothing.",
      "In parts: --plan-only stores the plan with its job and table versions, --plan ID --shard I/N",
      "computes a share (shards may run at the same time), --plan ID merges them and ranks,",
      "--plan ID --verify tells whether all is there."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck sweep jobs/examples/sweep-equities.yaml --lake lake",
      "  tapedeck sweep job.yaml --set strategy.parameters.fast='[5, 10]' --json",
      "  tapedeck explain job.yaml        (what it would cost)",
      "  tapedeck sweep job.yaml --lake lake --plan-only --shards 2 --json",
      "  tapedeck sweep --lake lake --plan 3fa1 --shard 1/2",
      "  tapedeck sweep --lake lake --plan 3fa1 --shard 2/2",
      "  tapedeck sweep --lake lake --plan 3fa1",
      "  tapedeck sweep --lake lake --plan 3fa1 --verify"
    })
final class SweepCommand implements Verb {
  @Mixin private JobOptions options;
  @Mixin private PlanOptions plan;

  @Option(
      names = "--accept-failed",
      description = "Exits 0 even if some runs failed, as those whose parameters are refused do.")
  private boolean acceptFailed;

  @Option(names = "--top", paramLabel = "N", description = "Sets to show. Default: 20.")
  private int top = 20;

  @Override
  public ExitCode run(Console console) {
    return switch (plan.part(options)) {
      case WHOLE -> whole(console);
      case PLAN -> plan(console);
      case SHARD -> shard(console, stored(console));
      case MERGE -> merge(console, stored(console));
      case VERIFY -> verify(console, stored(console));
    };
  }

  private ExitCode whole(Console console) {
    SweepSpec spec = bind(options, console);
    Lake lake = lake(spec, "sweep");
    Sweep sweep = Sweep.of(lake, spec);
    return ranked(console, lake, sweep, sweep::run);
  }

  private ExitCode plan(Console console) {
    SweepSpec spec = bind(options, console);
    StoredPlan stored = Sweep.of(lake(spec, "sweep"), spec).store(plan.shards());
    int useful = Math.max(1, Math.min(plan.shards(), stored.chunks()));
    SweepText.plan(console, stored, useful);
    console.json(SweepAnswer.of(stored, useful));
    return ExitCode.DONE;
  }

  private PlannedSweep stored(Console console) {
    String prefix = plan.plan();
    if (plan.part(options) == PlanOptions.Part.SHARD) {
      plan.shard(); // refused before a session is opened
    }
    String root = options.lakeRoot(console);
    return PlannedSweep.find(Lake.at(SessionFactory.open("sweep"), root), prefix);
  }

  private ExitCode shard(Console console, PlannedSweep stored) {
    Shard shard = plan.shard();
    Sweep sweep = stored.open();
    ShardReport report;
    try (ProgressLine line = console.progress("shard " + shard + " of " + stored.plan().name())) {
      report = sweep.run(shard, line::update);
    }
    SweepText.shard(console, report);
    console.json(SweepAnswer.of(report));
    PlanTally tally = report.tally();
    return ended(console, tally.abandoned() + tally.missing(), tally.failed());
  }

  private ExitCode merge(Console console, PlannedSweep stored) {
    Sweep sweep = stored.open();
    return ranked(console, stored.lake(), sweep, sweep::merge);
  }

  private ExitCode verify(Console console, PlannedSweep stored) {
    PlanCheck check = stored.verify();
    ExitCode code = ended(check.verdict());
    if (code == ExitCode.SOME_RUNS_FAILED && acceptFailed) {
      code = ExitCode.DONE;
    }
    SweepText.check(console, check);
    console.json(SweepAnswer.of(check, code));
    if (code != ExitCode.DONE) {
      console.note("tapedeck sweep: " + check.why());
    }
    return code;
  }

  static ExitCode ended(PlanCheck.Verdict verdict) {
    return switch (verdict) {
      case COMPLETE -> ExitCode.DONE;
      case SOME_FAILED -> ExitCode.SOME_RUNS_FAILED;
      case UNFINISHED -> ExitCode.TRY_AGAIN;
      case DISAGREES -> ExitCode.REFUSED;
    };
  }

  /** Computes a sweep, shows its ranking and ends. */
  private ExitCode ranked(
      Console console, Lake lake, Sweep sweep, Function<SweepProgress, SweepReport> work) {
    SweepSpec spec = sweep.spec();
    SweepReport report;
    try (ProgressLine line = console.progress("sweep " + spec.job().name())) {
      report = work.apply(line::update);
    }
    List<RankedRun> best =
        new Ranking(new ResultReader(lake)).best(report.sweepId(), spec.rank(), top);
    SweepText.summary(console, report);
    SweepText.ranking(console, best, spec.rank(), spec.grid().varying(), report.sets());
    console.json(SweepAnswer.of(spec, report, best));
    return ended(console, report.abandoned(), report.failed());
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

  private ExitCode ended(Console console, long abandoned, long failed) {
    if (abandoned > 0) {
      console.note(
          "tapedeck sweep: "
              + abandoned
              + " runs were abandoned; the same command tries them again");
      return ExitCode.TRY_AGAIN;
    }
    if (failed > 0 && !acceptFailed) {
      console.note(
          "tapedeck sweep: "
              + failed
              + " runs failed; exclude such sets with where:, or give --accept-failed");
      return ExitCode.SOME_RUNS_FAILED;
    }
    return ExitCode.DONE;
  }
}
