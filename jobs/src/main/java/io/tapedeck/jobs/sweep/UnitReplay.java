package io.tapedeck.jobs.sweep;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.identity.BoundParameters;
import io.tapedeck.jobs.identity.ParameterReader;
import io.tapedeck.jobs.identity.RunIdentity;
import io.tapedeck.jobs.job.NamedStrategy;
import io.tapedeck.jobs.result.DetailRows;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import io.tapedeck.jobs.result.RunDescription;
import io.tapedeck.jobs.result.RunRows;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;

/**
 * Replays a unit: decodes its tape once for a group of lanes and turns outcomes into rows. Needs no
 * Spark.
 */
final class UnitReplay {
  private static final int LANES = 512;
  private static final int LANES_WITH_FILLS = 64;
  private static final int LANES_WITH_MARKS = 8;

  private final SweepContext context;
  private final RecordLevel level;
  private final PinnedScan tape;
  private final RunIdentity identity;
  private final Function<List<Session>, Feed> feeds;
  private final ParameterReader parameters;
  private final UnitMeter meter = new UnitMeter();

  /** A replay over this account and window of a sweep. */
  UnitReplay(
      SweepContext context,
      List<String> symbols,
      Window window,
      RecordLevel level,
      Configuration hadoop) {
    this.context = context;
    this.level = level;
    this.tape = context.tape(symbols, window);
    this.identity = context.identity(tape);
    this.feeds = regularHours -> new LakeFeed(tape, hadoop, regularHours);
    this.parameters = context.parameters();
  }

  /** What `runs` says of the run at this position; empty if the position holds no set. */
  Optional<RunDescription> describe(long position) {
    return context.grid().at(position).map(this::describe);
  }

  /** The rows of the runs at these positions, in their order. */
  List<ResultRow> run(long[] positions) {
    List<ResultRow> rows = new ArrayList<>();
    List<RunDescription> runnable = new ArrayList<>();
    for (long position : positions) {
      RunDescription run = describe(position).orElseThrow();
      if (run.parameters().isRefused()) {
        rows.addAll(RunRows.of(run, refused(run.parameters())));
      } else {
        runnable.add(run);
      }
    }
    int lanes = lanes();
    for (int from = 0; from < runnable.size(); from += lanes) {
      rows.addAll(replay(runnable.subList(from, Math.min(runnable.size(), from + lanes))));
    }
    return rows;
  }

  /** What {@link #run} has measured. */
  UnitMeter meter() {
    return meter;
  }

  /** The rows of these runs if their unit keeps failing. */
  List<ResultRow> abandon(long[] positions, String reason) {
    List<ResultRow> rows = new ArrayList<>();
    for (long position : positions) {
      rows.addAll(RunRows.abandoned(describe(position).orElseThrow(), reason));
    }
    return rows;
  }

  private RunDescription describe(ParameterSet set) {
    return new RunDescription(
        identity,
        parameters.bind(set),
        context.strategies().stream().map(NamedStrategy::key).toList(),
        tape.symbols(),
        context.currency(tape),
        context.gaps(tape.symbols()),
        context.tableVersions(),
        level);
  }

  private static RunOutcome refused(BoundParameters parameters) {
    return new RunOutcome.Failed(FailureReason.INVALID_PARAMETERS, parameters.refusal());
  }

  private List<ResultRow> replay(List<RunDescription> runs) {
    List<Session> sessions = context.sessions(tape);
    List<RunListener> listeners = new ArrayList<>();
    List<ReplayLane> lanes = new ArrayList<>();
    for (RunDescription run : runs) {
      RunListener listener = listener();
      listeners.add(listener);
      lanes.add(
          ReplayLane.of(
              context
                  .assumptions()
                  .spec(run.parameters().specs(), sessions, context.sessionsPerYear(tape)),
              tape.universe(),
              listener));
    }
    List<RunOutcome> outcomes;
    meter.lanes(lanes.size());
    try (Feed feed = new MeteredFeed(feeds.apply(context.regularHours(tape)), meter)) {
      outcomes = Replay.run(feed, lanes);
    }
    List<ResultRow> rows = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      rows.addAll(rows(runs.get(i), outcomes.get(i), listeners.get(i)));
    }
    return rows;
  }

  private List<ResultRow> rows(RunDescription run, RunOutcome outcome, RunListener listener) {
    List<ResultRow> rows = new ArrayList<>(RunRows.of(run, outcome));
    if (outcome instanceof RunOutcome.Completed completed
        && listener instanceof RunRecorder recorder) {
      rows.addAll(DetailRows.of(run, tape.universe(), account(), recorder, completed.result()));
    }
    return rows;
  }

  private AccountSpec account() {
    return context.assumptions().terms().desk().account();
  }

  private RunListener listener() {
    return switch (level) {
      case METRICS, DAILY -> RunListener.NONE;
      case FILLS -> RunRecorder.ofFills();
      case FULL -> RunRecorder.ofEverything();
    };
  }

  private int lanes() {
    return switch (level) {
      case METRICS, DAILY -> LANES;
      case FILLS -> LANES_WITH_FILLS;
      case FULL -> LANES_WITH_MARKS;
    };
  }
}
