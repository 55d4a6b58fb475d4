package io.tapedeck.core.cost;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.order.Liquidity;
import java.math.BigDecimal;

/**
 * One share of the notional for fills that add liquidity and another for those that take it: {@code
 * fee = ⌈notional × bps / 10 000⌉}. Negative basis points are a rebate, rounded against the trader
 * too: 0.9 units of it are none.
 *
 * @param makerBps basis points of a maker's fill, at most 4 decimals; from -10 000 to 10 000
 * @param takerBps basis points of a taker's fill, likewise; negative at an inverted venue
 */
@Model(
    name = "maker_taker",
    value = "Other shares for adding and for taking liquidity; negative is a rebate.")
public record FeeMakerTaker(
    @Setting(
            value = "of fills that add",
            unit = "basis points",
            range = "from -10000 to 10000, 4 decimals")
        BigDecimal makerBps,
    @Setting(
            value = "of fills that take",
            unit = "basis points",
            range = "from -10000 to 10000, 4 decimals")
        BigDecimal takerBps)
    implements FeeSchedule {
  private static final long LARGEST_BPS = 10_000;

  public FeeMakerTaker {
    Bps.require(makerBps, -LARGEST_BPS, LARGEST_BPS, "maker fee");
    Bps.require(takerBps, -LARGEST_BPS, LARGEST_BPS, "taker fee");
  }

  @Override
  public FeeModel in(Instrument instrument) {
    Ratio maker = Bps.share(makerBps);
    Ratio taker = Bps.share(takerBps);
    return (side, notional, lots, liquidity, periodNotional) ->
        (liquidity == Liquidity.MAKER ? maker : taker).up(notional);
  }
}
