package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Maker and taker shares of the notional that depend on how much was traded in the month.
 *
 * <p>The tier of a fill is the last one whose threshold the notional traded <em>before</em> the
 * fill has reached; the whole fill is charged there: {@code fee = ⌈notional × bps of the tier / 10
 * 000⌉}. A fill that crosses a threshold is not split, as venues grade an account before they
 * charge it. Real venues grade by the last 30 days or by the month before; here every month of UTC
 * starts at the first tier.
 *
 * @param tiers by threshold, ascending and all different, the first from 0
 */
@Model(
    name = "tiered",
    value = "Maker and taker shares by the notional traded in the month of UTC.")
public record FeeTiered(@Setting("by threshold, ascending, the first from 0") List<Tier> tiers)
    implements FeeSchedule {
  /**
   * What is charged from a notional on.
   *
   * @param fromNotional least notional of the month, in units of the instrument's currency; not
   *     negative. Rounded up to the currency's unit
   * @param fees shares of maker and taker
   */
  @Model("What is charged from a notional on.")
  public record Tier(
      @Setting(
              value = "notional of the month before the fill",
              name = "from",
              unit = "currency",
              range = "not negative")
          BigDecimal fromNotional,
      FeeMakerTaker fees)
      implements Serializable {
    public Tier {
      Require.that(
          fromNotional != null && fromNotional.signum() >= 0,
          "a tier must start at a notional that is not negative, was %s",
          fromNotional);
      Require.that(fees != null, "fees of the tier from %s must be given", fromNotional);
    }
  }

  public FeeTiered {
    tiers = List.copyOf(tiers);
    Require.that(
        !tiers.isEmpty() && tiers.get(0).fromNotional().signum() == 0,
        "the first tier must start at 0, was %s",
        tiers);
    for (int i = 1; i < tiers.size(); i++) {
      Require.that(
          tiers.get(i).fromNotional().compareTo(tiers.get(i - 1).fromNotional()) > 0,
          "tiers must ascend: %s does not start above %s",
          tiers.get(i).fromNotional(),
          tiers.get(i - 1).fromNotional());
    }
  }

  @Override
  public FeeModel in(Instrument instrument) {
    int decimals = instrument.currency().decimals();
    long[] from =
        tiers.stream()
            .map(tier -> tier.fromNotional().scaleByPowerOfTen(decimals))
            .mapToLong(units -> Ratio.of(units, "the threshold of a tier").up(1))
            .toArray();
    FeeModel[] fees =
        tiers.stream().map(tier -> tier.fees().in(instrument)).toArray(FeeModel[]::new);
    return (side, notional, lots, liquidity, periodNotional) ->
        fees[last(from, periodNotional)].fee(side, notional, lots, liquidity, periodNotional);
  }

  private static int last(long[] from, long reached) {
    int tier = from.length - 1;
    while (tier > 0 && from[tier] > reached) {
      tier--;
    }
    return tier;
  }
}
