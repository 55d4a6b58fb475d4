package io.tapedeck.jobs.report;

import io.tapedeck.core.market.Side;
import java.util.List;

/**
 * What a run traded.
 *
 * @param pictures its fills on the price, one for each instrument, the most traded first
 * @param trips round trips, the first of them
 * @param tripsInAll how many there are
 * @param gap why there is nothing to show, or not all, as a sentence; empty if there is all
 */
public record TradingRecord(
    List<PricePicture> pictures, List<Trip> trips, long tripsInAll, String gap) {
  public TradingRecord {
    pictures = List.copyOf(pictures);
    trips = List.copyOf(trips);
  }

  /** Nothing is known, for this reason. */
  public static TradingRecord none(String gap) {
    return new TradingRecord(List.of(), List.of(), 0, gap);
  }

  /**
   * A round trip.
   *
   * @param side BUY for a long position
   * @param entryNanos since the epoch, UTC
   * @param exitNanos since the epoch, UTC; of the last mark if it is open
   * @param size largest absolute position, for reading
   * @param entryPrice average
   * @param exitPrice average, or the mark if it is open
   * @param netProfit money, after fees
   * @param isOpen marked and not closed
   */
  public record Trip(
      String symbol,
      Side side,
      long entryNanos,
      long exitNanos,
      String size,
      double entryPrice,
      double exitPrice,
      long netProfit,
      boolean isOpen) {}
}
