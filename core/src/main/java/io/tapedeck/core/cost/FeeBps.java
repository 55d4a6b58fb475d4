package io.tapedeck.core.cost;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * A share of the notional: {@code fee = ⌈notional × bps / 10 000⌉}.
 *
 * @param bps basis points, at most 4 decimals; from 0 to 10 000
 */
@Model(name = "bps", value = "A share of the notional, rounded up.")
public record FeeBps(
    @Setting(
            value = "share of the notional",
            unit = "basis points",
            range = "from 0 to 10000, 4 decimals")
        BigDecimal bps)
    implements FeeSchedule {
  public FeeBps {
    Bps.require(bps, 0, 10_000, "fee");
  }

  @Override
  public FeeModel in(Instrument instrument) {
    Ratio share = Bps.share(bps);
    return (side, notional, lots, liquidity, periodNotional) -> share.up(notional);
  }
}
