package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * The side a strategy has taken in each instrument: +1 long, -1 short, 0 flat. It asks once for
 * each change of mind, for the strategy's size or, where that is zero, by leaning fully to the side
 * and leaving the size to the run's sizing.
 */
public final class Stance {
  /** The range of a size, for the description of a strategy's parameters. */
  public static final String SIZES = "positive, or 0: the run's sizing";

  private final long[] lots; // of a position; zero: the run's sizing decides
  private final int[] side;

  /**
   * Flat everywhere.
   *
   * @param size of a position, in units; zero leaves it to the run's sizing
   * @throws IllegalArgumentException if an instrument cannot be traded in it
   */
  public Stance(BigDecimal size, Universe universe) {
    lots = size.signum() == 0 ? new long[universe.size()] : universe.orderLots(size);
    side = new int[universe.size()];
  }

  /** What a size must be, for the constructor of a strategy's parameters. */
  public static void requireSize(BigDecimal size) {
    Require.that(
        size != null && size.signum() >= 0,
        "size must be positive, or 0 to leave it to the run's sizing, was %s",
        size);
  }

  /** What was last asked for. */
  public int side(int instrument) {
    return side[instrument];
  }

  /** Takes a side, with no stop in mind. */
  public void take(int instrument, int wanted, OrderSink orders) {
    take(instrument, wanted, 0, orders);
  }

  /**
   * Takes a side with a stop in mind, which matters to the run's sizing only.
   *
   * @param stopDistanceTicks from the price to the stop; zero where there is none
   * @param orders the sink of the instrument
   */
  public void take(int instrument, int wanted, long stopDistanceTicks, OrderSink orders) {
    if (wanted == side[instrument]) {
      return;
    }
    side[instrument] = wanted;
    if (lots[instrument] > 0) {
      orders.target(wanted * lots[instrument]);
    } else {
      orders.lean(wanted, stopDistanceTicks);
    }
  }
}
