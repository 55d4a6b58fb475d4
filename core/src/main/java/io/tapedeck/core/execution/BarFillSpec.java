package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * How orders meet bars where the tape has no ticks of an instrument.
 *
 * <p>A bar is seen from its open on. The price goes by the {@link BarPath} from the open over both
 * extremes to the close, in equal times; an order takes part from the first open, or leg of the
 * way, that begins after its arrival. Market orders fill where the market mode says. Limit orders
 * fill at their limit where the way comes there, at the price itself where it is better when they
 * first take part, or at the open of a bar. Stops fill at their trigger, or at the open of a gap
 * beyond it. Takers pay slippage. Of a bar's volume a quarter may be taken at the open, and a
 * quarter more on each way to an extreme and to the close, in the run's share and rounded down;
 * what is not taken is still there later in the bar, and what an order lacks it takes from the next
 * bars. Where there are bars of bids and of asks, buys meet the asks and sells the bids.
 *
 * @param market where market orders fill
 * @param limit how far a bar must go to fill limit orders
 * @param touchProbability of {@link BarLimitMode#PROBABILITY}: from 0 to 1; 1 with the other modes
 * @param path the way inside a bar
 */
@Model("How orders meet bars where the tape has no ticks.")
public record BarFillSpec(
    @Setting("where market orders fill") BarMarketMode market,
    @Setting("how far a bar must go to fill limit orders") BarLimitMode limit,
    @Setting(
            value = "chance of a fill at the very limit, with limit: probability",
            range = "from 0 to 1")
        double touchProbability,
    @Setting("the way inside a bar") BarPath path)
    implements Serializable {
  public static final BarFillSpec STANDARD =
      new BarFillSpec(BarMarketMode.NEXT_OPEN, BarLimitMode.TOUCH, 1, BarPath.OHLC);

  public BarFillSpec {
    Require.that(market != null && limit != null && path != null, "modes of bars must be given");
    Require.that(
        touchProbability >= 0 && touchProbability <= 1,
        "touch probability must be from 0 to 1, was %s",
        touchProbability);
    Require.that(
        limit == BarLimitMode.PROBABILITY || touchProbability == 1,
        "touch probability %s has no meaning with %s: use PROBABILITY",
        touchProbability,
        limit);
  }
}
