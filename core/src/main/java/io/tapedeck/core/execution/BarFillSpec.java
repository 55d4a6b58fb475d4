package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * How orders meet bars where the tape has no ticks of an instrument.
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
