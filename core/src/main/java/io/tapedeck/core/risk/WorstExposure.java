package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import java.util.List;

/**
 * What the account would be exposed to with an order, in the worst case.
 *
 * <p>The exposure of an instrument is {@code max(|position + working buys|, |position - working
 * sells|)} at its last known price; gross exposure is the sum over all instruments. Net exposure
 * counts the order's side only: all buys fill and no sell for a buy, the reverse for a sell, and is
 * positive in the order's direction. What is too large to count is {@link Long#MAX_VALUE}.
 */
final class WorstExposure {
  private final MoneyScale[] scales;
  private long gross;
  private long own;
  private long net;
  private boolean isRaised;

  WorstExposure(List<Instrument> instruments) {
    scales = instruments.stream().map(Instrument::moneyScale).toArray(MoneyScale[]::new);
  }

  /**
   * Measures all instruments.
   *
   * @return false if the price of one that is held, worked or ordered is not known
   */
  boolean measure(int ordered, Side side, long lots, KnownAccount known) {
    gross = 0;
    net = 0;
    for (int i = 0; i < scales.length; i++) {
      long more = i == ordered ? lots : 0;
      long buys = Saturated.sum(known.workingBuyLots(i), side == Side.BUY ? more : 0);
      long sells = Saturated.sum(known.workingSellLots(i), side == Side.SELL ? more : 0);
      long worst = worstLots(known.lots(i), buys, sells);
      if (worst == 0) {
        continue;
      }
      if (Missing.is(known.doubledTicks(i))) {
        return false;
      }
      long value = Outlay.value(scales[i], known.doubledTicks(i), worst);
      gross = Saturated.sum(gross, value);
      net = Saturated.sum(net, directedValue(i, side, side == Side.BUY ? buys : sells, known));
      if (i == ordered) {
        own = value;
        isRaised =
            worst > worstLots(known.lots(i), known.workingBuyLots(i), known.workingSellLots(i));
      }
    }
    return true;
  }

  private static long worstLots(long position, long buys, long sells) {
    return Math.max(
        Saturated.magnitude(Saturated.sum(position, buys)),
        Saturated.magnitude(Saturated.sum(position, -sells)));
  }

  private long directedValue(int instrument, Side side, long working, KnownAccount known) {
    long directed = Saturated.sum(side.sign() * known.lots(instrument), working);
    long value = Outlay.value(scales[instrument], known.doubledTicks(instrument), directed);
    return directed < 0 ? -value : value;
  }

  /** Whether the order makes the worst case of its instrument, and so of the account, larger. */
  boolean isRaised() {
    return isRaised;
  }

  /** Money, not negative. */
  long gross() {
    return gross;
  }

  /** Money, not negative: of the ordered instrument. */
  long own() {
    return own;
  }

  /** Money, positive in the order's direction. */
  long net() {
    return net;
  }
}
