package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;

/** What holds for every trade and every side of a quote. */
final class TradeRules {
  private TradeRules() {}

  /** A price must be positive, a size positive or missing; both whole numbers of units. */
  static RowVerdict check(ParsedRow row, Units.Checker units) {
    RowVerdict price = price(row.symbol, row.priceE9, units);
    if (price != RowVerdict.KEPT || Missing.is(row.sizeE9)) {
      return price;
    }
    RowVerdict size = size(row.symbol, row.sizeE9, units);
    return size == RowVerdict.KEPT && row.sizeE9 == 0 ? RowVerdict.BAD_SIZE : size;
  }

  static RowVerdict price(String symbol, long priceE9, Units.Checker units) {
    if (Decimals.isCode(priceE9)) {
      return Decimals.verdict(priceE9, RowVerdict.BAD_PRICE);
    }
    if (priceE9 <= 0) {
      return RowVerdict.BAD_PRICE;
    }
    return units.price(symbol, priceE9) ? RowVerdict.KEPT : RowVerdict.OFF_QUANTUM;
  }

  static RowVerdict size(String symbol, long sizeE9, Units.Checker units) {
    if (Decimals.isCode(sizeE9)) {
      return Decimals.verdict(sizeE9, RowVerdict.BAD_SIZE);
    }
    if (sizeE9 < 0) {
      return RowVerdict.BAD_SIZE;
    }
    return units.size(symbol, sizeE9) ? RowVerdict.KEPT : RowVerdict.OFF_QUANTUM;
  }
}
