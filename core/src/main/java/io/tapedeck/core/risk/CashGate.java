package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import java.util.List;

/**
 * A cash account: a buy is paid for with known cash that no working buy may spend, at its limit,
 * else its trigger or the last known price if that is higher, fees put aside; a sell is of what is
 * known to be held and not for sale already.
 */
final class CashGate {
  private final Outlay[] outlays;
  private DenialReason denial = DenialReason.PRICE_UNKNOWN;

  CashGate(List<Instrument> instruments, long feeReserveE8) {
    outlays =
        instruments.stream()
            .map(instrument -> new Outlay(instrument.moneyScale(), feeReserveE8))
            .toArray(Outlay[]::new);
  }

  boolean admits(
      int instrument,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      KnownAccount known) {
    return side == Side.BUY
        ? admitsBuy(instrument, lots, limitTicks, triggerTicks, known)
        : admitsSell(instrument, lots, known);
  }

  DenialReason denial() {
    return denial;
  }

  private boolean admitsBuy(
      int instrument, long lots, long limitTicks, long triggerTicks, KnownAccount known) {
    long priceTicks =
        Missing.is(limitTicks)
            ? Math.max(triggerTicks, known.priceTicks(instrument, Side.BUY))
            : limitTicks;
    if (Missing.is(priceTicks) || Missing.is(known.reservedCash())) {
      return deny(DenialReason.PRICE_UNKNOWN);
    }
    long spoken = Saturated.sum(known.reservedCash(), outlays[instrument].at(priceTicks, lots));
    return (spoken < Long.MAX_VALUE && spoken <= known.cash())
        || deny(DenialReason.CASH_INSUFFICIENT);
  }

  private boolean admitsSell(int instrument, long lots, KnownAccount known) {
    return Reduction.isReducing(
            Side.SELL, lots, known.lots(instrument), known.workingSellLots(instrument))
        || deny(DenialReason.SHORT_NOT_ALLOWED);
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
