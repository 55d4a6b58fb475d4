package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.Account;
import io.tapedeck.jobs.job.NamedStrategy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Replays one parameter set: one run for each instrument, or one for all on a shared account. */
public final class ReplayJob {
  private static final String SHARED = "shared";

  private final JobSpec job;
  private final List<StrategySpec> strategies;

  /** The strategies are those of the job, in their order. */
  public ReplayJob(JobSpec job, List<StrategySpec> strategies) {
    this.job = job;
    this.strategies = List.copyOf(strategies);
  }

  /** Hears how far a replay is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Some events were replayed.
     *
     * @param events of this run so far
     * @param total on its tape; 0 if unknown
     */
    void replayed(long events, long total);
  }

  /** Replays in the order of the job's symbols. */
  public List<ReplayedRun> run(TapeLibrary library, Progress progress) {
    if (job.account() == Account.SHARED) {
      return List.of(run(SHARED, library, library.symbols(), progress));
    }
    List<ReplayedRun> runs = new ArrayList<>();
    for (String symbol : library.symbols()) {
      runs.add(run(symbol, library, List.of(symbol), progress));
    }
    return runs;
  }

  private ReplayedRun run(
      String account, TapeLibrary library, List<String> symbols, Progress progress) {
    try (Tape tape = library.open(symbols)) {
      Universe universe = tape.feed().universe();
      RunRecorder record = RunRecorder.ofFills();
      ReplayLane lane =
          ReplayLane.of(
              job.terms().spec(strategies, tape.sessions(), tape.sessionsPerYear()),
              universe,
              record);
      WatchedFeed feed =
          new WatchedFeed(tape.feed(), events -> progress.replayed(events, tape.rows()));
      RunOutcome outcome = Replay.run(feed, List.of(lane)).get(0);
      return new ReplayedRun(
          account,
          job.named().stream().map(NamedStrategy::key).toList(),
          universe,
          tape.sessions(),
          tape.sessionsPerYear(),
          outcome,
          record,
          warnings(tape, outcome),
          tape.notes());
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
