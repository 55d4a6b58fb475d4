package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;

/**
 * A duty on one side of trading, {@code ⌈notional × bps / 10 000⌉} of each fill of that side: stamp
 * duty on purchases of British shares (50 bps), the fee of section 31 on sales of American ones.
 *
 * @param side that pays
 * @param bps basis points, at most 4 decimals; from 0 to 10 000
 */
@Model(name = "duty", value = "A share of the notional on one side of trading: stamp duty.")
public record DutyBps(
    @Setting("the side that pays") Side side,
    @Setting(
            value = "share of the notional",
            unit = "basis points",
            range = "from 0 to 10000, 4 decimals")
        BigDecimal bps)
    implements FeeSchedule {
  private static final long LARGEST_BPS = 10_000;

  public DutyBps {
    Require.that(side != null, "the side that pays a duty must be given");
    Bps.require(bps, 0, LARGEST_BPS, "duty");
  }

  @Override
  public FeeModel in(Instrument instrument) {
    Ratio share = Bps.share(bps);
    return (filled, notional, lots, liquidity, periodNotional) ->
        filled == side ? share.up(notional) : 0;
  }
}
