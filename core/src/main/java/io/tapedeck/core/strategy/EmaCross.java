package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.ExponentialMean;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Universe;
import java.math.BigDecimal;

/**
 * Holds a long position while the fast exponential mean of the price is above the slow one, and a
 * short one, or none, while it is below.
 *
 * <p>It asks once for each change of mind. Equal means change nothing, and nothing is traded before
 * the slow mean is warm.
 */
public final class EmaCross {
  /**
   * Parameters of one run.
   *
   * @param fast window of the fast mean, in events of the price; positive
   * @param slow window of the slow mean, in events of the price; above {@code fast}
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param seed how the means start
   * @param allowShort whether it goes short, or flat, when the fast mean is below
   */
  public record Params(
      @Parameter(value = "window of the fast mean", unit = "events", range = "from 1, below slow")
          int fast,
      @Parameter(value = "window of the slow mean", unit = "events", range = "above fast") int slow,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "how the means start", standard = "SMA") Seeding seed,
      @Parameter(value = "goes short, or flat, when fast is below slow", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      terms(fast, slow, size, price, allowShort);
      Require.that(seed != null, "seed must be given");
    }

    private static MeanCross.Terms terms(
        int fast, int slow, BigDecimal size, PriceSource price, boolean allowShort) {
      return new MeanCross.Terms(fast, slow, size, price, allowShort ? -1 : 0);
    }

    @Override
    public Strategy create(Universe universe) {
      return new MeanCross(
          terms(fast, slow, size, price, allowShort),
          window -> new Mean.Exponential(new ExponentialMean(window, seed)),
          universe);
    }
  }

  /** Makes it known as ema-cross. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "ema-cross";
    }

    @Override
    public String summary() {
      return "Long while the fast exponential mean is above the slow one, else short or flat.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private EmaCross() {}
}
