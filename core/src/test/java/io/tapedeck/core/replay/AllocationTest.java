package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.fixture.QuoteWalk;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.Threshold;
import io.tapedeck.core.risk.VolatilityTarget;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.Timers;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A run over a million quotes allocates what a run over a thousand does. */
class AllocationTest {
  private static final long FEW = 1_000;
  private static final long MANY = 1_000_000;

  /** Enough where each quote has more to do. */
  private static final long SOME = 200_000;

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

  /**
   * Binds orders to each other, amends and cancels them, and lets some of them fill: one of a group
   * and the child that waits for it. What it holds only grows, so no round trip is closed.
   */
  private static final class Binding implements Strategy {
    private long quotes;
    private long far;
    private long entry;

    @Override
    public void onStart(Timers timers) {
      timers.every(1_000_000_000L, 1);
    }

    @Override
    public void onTimer(long nanos, long tag, PositionView position, OrderSink orders) {
      orders.limit(Side.BUY, 1, 3, TimeInForce.IOC);
    }

    @Override
    public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
      switch ((int) (quotes++ % 20)) {
        case 0 -> {
          far = orders.order(Side.BUY, 4).limit(1).takeProfit(90_000).stopLoss(1).send();
          entry = orders.order(Side.BUY, 1).limit(quote.askTicks() + 50).send();
          orders.order(Side.BUY, 1).limit(2).oneCancelsOther(entry).send();
          orders.order(Side.BUY, 1).limit(quote.askTicks() + 50).after(entry).send();
          orders.order(Side.BUY, 1).stop(90_000).oneCancelsOther(far).send();
        }
        case 10 -> orders.amend(far, 5, 2, 0);
        case 15 -> {
          orders.cancel(far);
          orders.cancel(far + 6); // the stop of its group
        }
        default -> {}
      }
    }
  }

  private long bytes(Universe universe, long feedNanos, Strategy strategy, long quotes) {
    return bytes(
        universe,
        new Scenario(new Tape(universe))
            .sessions(session("2026-01-05", "09:30:00", "16:00:00"))
            .latencyNanos(feedNanos, feedNanos, feedNanos)
            .spec(same -> strategy),
        quotes);
  }

  private long bytes(Universe universe, RunSpec spec, long quotes) {
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

  /** Two strategies, a timer each, bars, sizes, guards, margin, fees, and drawn delays. */
  private RunSpec busy(long delayNanos) {
    Delay delay = new UniformDelay(0, delayNanos);
    return new Scenario(new Tape(two))
        .sessions(session("2026-01-05", "09:30:00", "16:00:00"))
        .latency(new LatencySpec(delay, delay, delay))
        .startCash("100000000.00")
        .account(AccountSpec.margin(new BigDecimal("0.25"), new BigDecimal("0.20")))
        .accountGuard(
            AccountGuardSpec.NONE.withDrawdown(
                LossLimit.at(Threshold.ofShare(new BigDecimal("0.9")))))
        .positionGuard(
            PositionGuardSpec.NONE.withStopLoss(
                Threshold.ofMoney(BigDecimal.valueOf(1_000_000_000L))))
        .bars("1s")
        .sizing(SizingPlan.of(new VolatilityTarget(0.1, 20, 2)))
        .fees(new FeeBps(BigDecimal.ONE))
        .slippageBps("1")
        .beside(same -> new Binding())
        .spec(same -> new Binding());
  }

  private void allocatesNothingPerQuote(Supplier<RunSpec> spec) {
    bytes(two, spec.get(), SOME);
    long few = bytes(two, spec.get(), FEW);
    long many = bytes(two, spec.get(), SOME);

    assertThat(many - few).isBetween(-GROWTH_BYTES, GROWTH_BYTES);
  }

  @Test
  void ofBoundOrdersAmendsTimersBarsAndGuards() {
    allocatesNothingPerQuote(() -> busy(0));
  }

  @Test
  void ofAllThatWithDrawnDelays() {
    allocatesNothingPerQuote(() -> busy(60_000_000));
  }

  @Test
  void ofEventsInFlight() {
    allocatesNothingPerQuote(two, 25_000_000, Requoting::new);
  }
}
