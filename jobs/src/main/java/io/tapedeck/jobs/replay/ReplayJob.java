package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.Account;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Replays one parameter set: one run for each instrument, or one for all on a shared account. */
public final class ReplayJob {
  private static final String SHARED = "shared";

  private final JobSpec job;
  private final StrategySpec strategy;

  public ReplayJob(JobSpec job, StrategySpec strategy) {
    this.job = job;
    this.strategy = strategy;
  }

  /** Makes the listener of each run before it begins. */
  @FunctionalInterface
  public interface Listeners {
    /**
     * The listener of a run.
     *
     * @param account the symbol, or "shared"
     * @param universe the run's instruments
     */
    RunListener of(String account, Universe universe);
  }

  /** Replays, in the order of the job's symbols. */
  public List<ReplayedRun> run(TapeLibrary library, Listeners listeners) {
    List<ReplayedRun> runs = new ArrayList<>();
    if (job.account() == Account.SHARED) {
      runs.add(run(SHARED, library, library.symbols(), listeners));
    } else {
      for (String symbol : library.symbols()) {
        runs.add(run(symbol, library, List.of(symbol), listeners));
      }
    }
    return runs;
  }

  private ReplayedRun run(
      String account, TapeLibrary library, List<String> symbols, Listeners listeners) {
    try (Tape tape = library.open(symbols)) {
      Universe universe = tape.feed().universe();
      ReplayLane lane =
          ReplayLane.of(
              job.runSpec(strategy, tape.sessions(), tape.sessionsPerYear()),
              universe,
              listeners.of(account, universe));
      RunOutcome outcome = Replay.run(tape.feed(), List.of(lane)).get(0);
      return new ReplayedRun(account, universe, outcome, warnings(tape, outcome));
    }
  }

  private static Set<RunWarning> warnings(Tape tape, RunOutcome outcome) {
    EnumSet<RunWarning> warnings = EnumSet.noneOf(RunWarning.class);
    warnings.addAll(tape.warnings());
    if (outcome instanceof RunOutcome.Completed completed) {
      warnings.addAll(completed.result().warnings());
    }
    return warnings;
  }
}
