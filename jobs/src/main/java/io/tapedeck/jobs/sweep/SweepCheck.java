package io.tapedeck.jobs.sweep;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.replay.FillRecord;
import io.tapedeck.core.replay.OrderRecord;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCounts;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.identity.BoundParameters;
import io.tapedeck.jobs.quality.TapeQuality;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.table.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers why a job does not trade, whether its data is odd and whether its strategy looks ahead,
 * by replaying its first sets here.
 */
public final class SweepCheck {
  private final Lake lake;
  private final SweepContext context;

  /**
   * What became of a set's wishes.
   *
   * @param symbols instruments of the account
   * @param parameters the set
   * @param counts wishes and what became of them; empty if the run failed
   * @param failure why it failed; empty if it did not
   * @param looksAhead whether the first half of its orders and fills changed when the second half
   *     of the tape was cut off
   */
  public record SetCheck(
      List<String> symbols,
      String parameters,
      Optional<RunCounts> counts,
      String failure,
      boolean looksAhead) {}

  /** What is on the tape of an instrument. */
  public record TapeCheck(String symbol, int sessions, TapeQuality.Counts counts) {}

  public SweepCheck(Lake lake, Sweep sweep) {
    this.lake = lake;
    this.context = sweep.context();
  }

  /** The tapes of all instruments over the first window. */
  public List<TapeCheck> tapes() {
    List<TapeCheck> checks = new ArrayList<>();
    for (String symbol : context.scan().symbols()) {
      PinnedScan tape = context.tape(List.of(symbol), context.windows().get(0));
      List<Session> sessions = context.sessions(tape);
      TapeQuality quality = new TapeQuality(sessions);
      TapeBatch batch = new TapeBatch(Replay.BATCH_EVENTS);
      try (Feed feed = feed(tape)) {
        while (feed.refill(batch)) {
          quality.accept(batch);
        }
      }
      checks.add(new TapeCheck(symbol, sessions.size(), quality.finish()));
    }
    return checks;
  }

  /** The first sets of the grid on every account over the first window. */
  public List<SetCheck> sets(int most) {
    List<SetCheck> checks = new ArrayList<>();
    for (List<String> account : context.accounts()) {
      PinnedScan tape = context.tape(account, context.windows().get(0));
      int taken = 0;
      for (long position = 0; position < context.grid().positions() && taken < most; position++) {
        Optional<ParameterSet> set = context.grid().at(position);
        if (set.isPresent()) {
          checks.add(check(tape, set.get()));
          taken++;
        }
      }
    }
    return checks;
  }

  private SetCheck check(PinnedScan tape, ParameterSet set) {
    BoundParameters bound = context.parameters().bind(set);
    if (bound.isRefused()) {
      return new SetCheck(tape.symbols(), set.toString(), Optional.empty(), bound.refusal(), false);
    }
    List<Session> sessions = context.sessions(tape);
    RunSpec spec =
        context.assumptions().spec(bound.specs(), sessions, context.sessionsPerYear(tape));
    RunRecorder whole = RunRecorder.ofFills();
    RunOutcome outcome = replay(spec, feed(tape), whole);
    if (outcome instanceof RunOutcome.Failed failed) {
      return new SetCheck(
          tape.symbols(),
          set.toString(),
          Optional.empty(),
          failed.reason() + ": " + failed.detail(),
          false);
    }
    long cut = middle(whole, sessions);
    RunRecorder truncated = RunRecorder.ofFills();
    replay(spec, new TruncatedFeed(feed(tape), cut), truncated);
    boolean looksAhead = !before(cut, whole).equals(before(cut, truncated));
    RunCounts counts = ((RunOutcome.Completed) outcome).result().counts();
    return new SetCheck(tape.symbols(), set.toString(), Optional.of(counts), "", looksAhead);
  }

  private static RunOutcome replay(RunSpec spec, Feed source, RunRecorder recorder) {
    try (Feed feed = source) {
      ReplayLane lane = ReplayLane.of(spec, feed.universe(), recorder);
      return Replay.run(feed, List.of(lane)).get(0);
    }
  }

  private Feed feed(PinnedScan tape) {
    return new LakeFeed(tape, lake.hadoopConfiguration(), context.regularHours(tape));
  }

  /** When the middle one of the orders was sent; the middle of the dates if there are none. */
  private static long middle(RunRecorder whole, List<Session> sessions) {
    List<OrderRecord> orders = whole.orders();
    return orders.isEmpty()
        ? sessions.get(sessions.size() / 2).openNanos()
        : orders.get(orders.size() / 2).sentNanos();
  }

  /** What was sent and filled before a time: known without anything that came later. */
  private static List<Object> before(long nanos, RunRecorder recorder) {
    List<Object> known = new ArrayList<>();
    for (OrderRecord order : recorder.orders()) {
      if (order.sentNanos() < nanos) {
        known.add(List.of(order.sentNanos(), order.instrument(), order.side(), order.orderLots()));
      }
    }
    for (FillRecord fill : recorder.fills()) {
      if (fill.timeNanos() < nanos) {
        known.add(fill);
      }
    }
    return known;
  }
}
