package io.tapedeck.jobs.report;

import io.tapedeck.core.market.Side;
import java.util.List;

/**
 * Fills of a run on the price of an instrument.
 *
 * @param symbol the instrument
 * @param prices what the prices are, for reading: trades, or quotes from bid to ask
 * @param range prices in time order, thinned to the lowest and highest of each span
 * @param fills in time order, thinned evenly
 * @param fillsInAll how many there are
 */
public record PricePicture(
    String symbol, String prices, List<Span> range, List<Mark> fills, long fillsInAll) {
  public PricePicture {
    range = List.copyOf(range);
    fills = List.copyOf(fills);
  }

  /**
   * Prices of a span of time.
   *
   * @param nanos of its first price, since the epoch, UTC
   * @param low lowest price
   * @param high highest price
   */
  public record Span(long nanos, double low, double high) {}

  /**
   * A fill.
   *
   * @param nanos since the epoch, UTC
   * @param price paid, slippage included
   * @param size for reading
   */
  public record Mark(long nanos, Side side, double price, String size) {}
}
