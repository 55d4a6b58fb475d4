package io.tapedeck.lake.scan;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarPrice;
import java.io.Serializable;
import java.util.Set;

/**
 * Which bars a scan reads.
 *
 * @param prices LAST alone, or BID and ASK both: what orders can be filled at
 * @param source mapping that read them, or {@code built}; empty for the only one there is
 */
public record BarSelection(BarLength length, Set<BarPrice> prices, String source)
    implements Serializable {
  private static final Set<BarPrice> SIDES = Set.of(BarPrice.BID, BarPrice.ASK);

  public BarSelection {
    prices = Set.copyOf(prices);
    Require.that(
        !prices.contains(BarPrice.MID),
        "bars of MID are not replayed: nobody deals at a mid, and it may be half a tick; read LAST,"
            + " or BID and ASK, from quotes with: tapedeck bars --price BID and --price ASK");
    Require.that(
        prices.equals(Set.of(BarPrice.LAST)) || prices.equals(SIDES),
        "bars of a scan are of LAST, or of BID and ASK, was asked for %s",
        prices);
  }

  /** Bars of trades, of the only source there is. */
  public static BarSelection last(BarLength length) {
    return new BarSelection(length, Set.of(BarPrice.LAST), "");
  }

  /** Bars of both sides of the quotes, of the only source there is. */
  public static BarSelection bidAndAsk(BarLength length) {
    return new BarSelection(length, SIDES, "");
  }
}
