package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import java.util.Arrays;
import java.util.List;

/**
 * Money that working buys may still spend: each with a price of its own at that price, all others
 * at the last known one, fees put aside. Follows every change of what a working buy leaves open;
 * allocates nothing after construction.
 */
public final class CashReserve {
  private final Outlay[] outlays;
  private final long[] pricedMoney;
  private final long[] unpricedLots;

  /** An account without working buys. */
  public CashReserve(List<Instrument> instruments, BuyingPower power) {
    long feeReserveE8 = power.feeReserveBpsE4(); // 1e-4 basis points are 1e-8
    outlays =
        instruments.stream()
            .map(instrument -> new Outlay(instrument.moneyScale(), feeReserveE8))
            .toArray(Outlay[]::new);
    pricedMoney = new long[outlays.length];
    unpricedLots = new long[outlays.length];
  }

  /**
   * A buy leaves another number of lots open: none before it is sent, none once it is done.
   *
   * @param priceTicks its limit, else its trigger, else {@link Missing#VALUE}
   */
  public void onLeaves(int instrument, long priceTicks, long lotsBefore, long lotsNow) {
    if (Missing.is(priceTicks)) {
      unpricedLots[instrument] += lotsNow - lotsBefore;
      return;
    }
    Outlay outlay = outlays[instrument];
    pricedMoney[instrument] =
        Math.addExact(
            pricedMoney[instrument],
            outlay.at(priceTicks, lotsNow) - outlay.at(priceTicks, lotsBefore));
  }

  /** Nothing is working any more. */
  public void clear() {
    Arrays.fill(pricedMoney, 0);
    Arrays.fill(unpricedLots, 0);
  }

  /** Money, not negative; {@link Missing#VALUE} if a price it takes is not known. */
  public long money(KnownAccount known) {
    long money = 0;
    for (int i = 0; i < outlays.length; i++) {
      money = Saturated.sum(money, pricedMoney[i]);
      if (unpricedLots[i] > 0) {
        long priceTicks = known.priceTicks(i, Side.BUY);
        if (Missing.is(priceTicks)) {
          return Missing.VALUE;
        }
        money = Saturated.sum(money, outlays[i].at(priceTicks, unpricedLots[i]));
      }
    }
    return money;
  }
}
