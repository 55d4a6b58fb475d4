package io.tapedeck.core.risk;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * As many lots as are worth an amount at the known price, at most.
 *
 * @param amount in the instrument's currency; positive, as fine as its unit
 */
@Model(name = "notional", value = "As many lots as are worth an amount at the known price.")
public record FixedNotional(
    @Setting(value = "worth of a full-strength signal", unit = "currency", range = "above 0")
        BigDecimal amount)
    implements SizingSpec {
  private static final int DECIMALS = 9;

  public FixedNotional {
    SizingSpec.requirePositive(amount, "notional", DECIMALS);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    Outlay outlay = new Outlay(instrument.moneyScale(), 0);
    return new SizingModel(new Rule(outlay, instrument.currency().money(amount)), instrument);
  }

  private record Rule(Outlay outlay, long budget) implements SizingRule {
    @Override
    public long fullLots(long stopTicks, long equity, long doubledTicks) {
      return outlay.lotsWithin(budget, doubledTicks);
    }

    @Override
    public boolean needsEquity() {
      return false;
    }

    @Override
    public boolean needsPrice() {
      return true;
    }
  }
}
