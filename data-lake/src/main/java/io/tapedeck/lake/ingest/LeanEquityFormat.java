package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.lake.calendar.XnysCalendar;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.SaleConditions;
import java.time.ZoneId;

/**
 * US equity ticks in LEAN's layout: one zip for each symbol, date and kind, without header.
 *
 * <p>Trades: {@code ms,price,size,exchange,condition,suspicious}. Quotes: {@code ms,bid,bid
 * size,ask,ask size,exchange,condition,suspicious}, the consolidated best bid and offer with one
 * side in each row and zeros for the other. Milliseconds count from midnight in New York, prices
 * 1/10,000 dollar. Rows marked suspicious are excluded unless asked for.
 *
 * <p>Conditions flag reports and the prints of auctions, bit by bit as {@link SaleConditions} says,
 * but not only the official prints: {@link io.tapedeck.lake.table.OfficialPrints} tells these, with
 * the evidence.
 */
final class LeanEquityFormat extends SourceFormat {
  static final String NAME = SaleConditions.LEAN_EQUITY;
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final int PRICE_SHIFT = -4;

  private final LeanNames names;
  private final boolean takesSuspicious;

  LeanEquityFormat(LeanNames names, boolean takesSuspicious) {
    this.names = names;
    this.takesSuspicious = takesSuspicious;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "US equity trades and quotes in LEAN's zips: SYMBOL/YYYYMMDD_trade.zip, _quote.zip; "
        + "prices in 1/10,000 dollar, milliseconds since midnight in New York";
  }

  @Override
  String fingerprint() {
    return NAME + " 1 symbol=" + names.symbol() + " suspicious=" + takesSuspicious;
  }

  @Override
  FileShape shape(SourceFile file) throws RefusedFileException {
    return names.shape(file);
  }

  @Override
  String logicalName(SourceFile file) {
    return LeanNames.logicalName(file);
  }

  @Override
  public SourceFormat includingSuspicious() {
    return new LeanEquityFormat(names, true);
  }

  @Override
  InstrumentDefaults defaults(String symbol) {
    return new InstrumentDefaults(
        AssetClass.EQUITY, "USD", 100_000, 1_000_000_000, 10_000_000, XnysCalendar.NAME);
  }

  @Override
  RowParser parser(SourceFile file, IntakePlan plan) throws RefusedFileException {
    FileShape shape = shape(file);
    LeanClock clock = new LeanClock(ZONE, names.dateOf(file));
    String symbol = names.symbolOf(file);
    return shape.table() == LakeTable.TRADES
        ? new LeanTradeParser(symbol, shape, clock, plan.units().checker(), takesSuspicious)
        : new LeanQuoteParser(symbol, shape, clock, plan.units().checker(), takesSuspicious);
  }
}
