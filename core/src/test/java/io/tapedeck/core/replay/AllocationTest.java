package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.fixture.QuoteWalk;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.strategy.Strategy;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A run over a million quotes allocates what a run over a thousand does. */
class AllocationTest {
  private static final long FEW = 1_000;
  private static final long MANY = 1_000_000;

  /** Rings and the ledger's queues grow to their working size once. */
  private static final long GROWTH_BYTES = 16_384;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Universe one = quoted(share("XYZ"));
  private final Universe two = quoted(share("AAA"), share("BBB"));

  /** Replaces a resting order at every tenth quote, and asks for a position it is denied. */
  private static final class Requoting implements Strategy {
    private long quotes;
    private long working;

    @Override
    public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
      if (quotes++ % 10 == 0) {
        orders.cancel(working);
        working = orders.limit(Side.BUY, 1, 1, TimeInForce.GTC);
        orders.market(Side.BUY, 0, TimeInForce.GTC);
      }
    }
  }

  /** Holds a position, so that each quote is a mark. */
  private static final class Holding implements Strategy {
    @Override
    public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
      orders.target(3);
    }
  }

  private long bytes(Universe universe, long feedNanos, Strategy strategy, long quotes) {
    RunSpec spec =
        new Scenario(new Tape(universe))
            .sessions(session("2026-01-05", "09:30:00", "16:00:00"))
            .latencyNanos(feedNanos, feedNanos, feedNanos)
            .spec(same -> strategy);
    TapeBatch batch = new TapeBatch(Replay.BATCH_EVENTS);
    QuoteWalk walk = new QuoteWalk(universe, quotes, 7);
    ReplayLane lane = ReplayLane.of(spec, universe, RunListener.NONE);
    long before = threads.getCurrentThreadAllocatedBytes();
    while (walk.refill(batch)) {
      lane.accept(batch);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(lane.finish()).isInstanceOf(RunOutcome.Completed.class);
    return allocated;
  }

  private void allocatesNothingPerQuote(
      Universe universe, long feedNanos, Supplier<Strategy> strategy) {
    bytes(universe, feedNanos, strategy.get(), MANY); // loads classes, compiles
    long few = bytes(universe, feedNanos, strategy.get(), FEW);
    long many = bytes(universe, feedNanos, strategy.get(), MANY);

    assertThat(many - few).isBetween(-GROWTH_BYTES, GROWTH_BYTES);
  }

  @Test
  void ofMarksOfOneInstrument() {
    allocatesNothingPerQuote(one, 0, Holding::new);
  }

  @Test
  void ofMarksOfSeveralInstruments() {
    allocatesNothingPerQuote(two, 0, Holding::new);
  }

  @Test
  void ofOrdersReportsAndDenials() {
    allocatesNothingPerQuote(one, 0, Requoting::new);
  }

  @Test
  void ofEventsInFlight() {
    allocatesNothingPerQuote(two, 25_000_000, Requoting::new);
  }
}
