package io.tapedeck.lake.bar;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Which bars to build.
 *
 * @param symbols instruments, at least one
 * @param first first session date
 * @param last last session date, included; not before {@code first}
 * @param lengths how long the bars are, at least one
 * @param price LAST is built from trades, BID, ASK and MID from quotes
 */
public record BarRequest(
    List<String> symbols, LocalDate first, LocalDate last, List<BarLength> lengths, BarPrice price)
    implements Serializable {
  public BarRequest {
    symbols = symbols.stream().distinct().sorted().toList();
    lengths = lengths.stream().distinct().toList();
    Require.that(!symbols.isEmpty(), "bars need at least one symbol");
    Require.that(!lengths.isEmpty(), "bars need at least one length, such as 1m");
    Require.that(
        !first.isAfter(last), "the first date of bars, %s, must not be after %s", first, last);
    Require.that(price != null, "bars need a price: LAST, BID, ASK or MID");
  }

  /** The table the bars are made from. */
  public LakeTable source() {
    return price == BarPrice.LAST ? LakeTable.TRADES : LakeTable.QUOTES;
  }
}
