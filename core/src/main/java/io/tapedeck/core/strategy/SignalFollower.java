package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.EventView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Takes the side that signals from outside tell it, and holds it until the next one or until the
 * signal's horizon has passed, which it notices at the next quote, trade or bar it hears of.
 */
public final class SignalFollower implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param minStrength signals weaker than this are not heard; not negative
   * @param allowShort whether it goes short, or flat, on a short signal
   */
  public record Params(
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(
              value = "signals weaker than this are not heard",
              range = "not negative",
              standard = "0")
          double minStrength,
      @Parameter(value = "goes short, or flat, on a short signal", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Stance.requireSize(size);
      Require.that(minStrength >= 0, "minStrength must not be negative, was %s", minStrength);
    }

    @Override
    public Strategy create(Universe universe) {
      return new SignalFollower(this, universe);
    }
  }

  /** Makes it known as signal-follower. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "signal-follower";
    }

    @Override
    public String summary() {
      return "Takes the side of signals on the tape, until the next one or their horizon.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final double minStrength;
  private final int sideOfShort;
  private final Stance stance;
  private final long[] endNanos; // when the signal that is followed has run its horizon

  private SignalFollower(Params params, Universe universe) {
    minStrength = params.minStrength();
    sideOfShort = params.allowShort() ? -1 : 0;
    stance = new Stance(params.size(), universe);
    endNanos = new long[universe.size()];
  }

  @Override
  public void onSignal(SignalView signal, PositionView position, OrderSink orders) {
    if (signal.strength() >= minStrength) {
      endNanos[signal.instrument()] = endNanos(signal);
      int wanted = signal.side() < 0 ? sideOfShort : signal.side();
      stance.take(signal.instrument(), wanted, orders);
    }
  }

  @Override
  public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    checkHorizon(quote, orders);
  }

  @Override
  public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
    checkHorizon(trade, orders);
  }

  @Override
  public void onBar(BarView bar, PositionView position, OrderSink orders) {
    checkHorizon(bar, orders);
  }

  private void checkHorizon(EventView event, OrderSink orders) {
    if (event.receiveTimeNanos() >= endNanos[event.instrument()]) {
      stance.take(event.instrument(), 0, orders);
    }
  }

  private static long endNanos(SignalView signal) {
    long startNanos = signal.receiveTimeNanos();
    long horizonNanos = signal.horizonNanos();
    boolean isOpenEnded = Missing.is(horizonNanos) || horizonNanos > Long.MAX_VALUE - startNanos;
    return isOpenEnded ? Long.MAX_VALUE : startNanos + horizonNanos;
  }
}
