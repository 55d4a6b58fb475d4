package io.tapedeck.core.cost;

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
public record FeeMakerTaker(BigDecimal makerBps, BigDecimal takerBps) implements FeeSchedule {
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
