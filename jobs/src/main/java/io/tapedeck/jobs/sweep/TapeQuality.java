package io.tapedeck.jobs.sweep;

import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TapeBatch;

/** Counts what is odd about the tape of one instrument, event by event. */
public final class TapeQuality {
  private long trades;
  private long quotes;
  private long crossedQuotes;
  private long oneSidedQuotes;
  private long quotesWithoutSize;
  private long tradesWithQuote;
  private long tradesInsideQuotes;
  private long longestGapNanos;
  private long longestGapEndNanos;
  private long lastNanos = Long.MIN_VALUE;
  private long bidTicks = Missing.VALUE;
  private long askTicks = Missing.VALUE;

  /**
   * The counts as they stand.
   *
   * @param trades prints
   * @param quotes quotes
   * @param crossedQuotes quotes with the bid above the offer
   * @param oneSidedQuotes quotes without a bid or without an offer
   * @param quotesWithoutSize quotes with an undisplayed size: fills are unlimited there
   * @param tradesWithQuote prints while a two-sided quote that is not crossed stood
   * @param tradesInsideQuotes of those, prints from bid to offer
   * @param longestGapNanos longest time between two events inside a session
   * @param longestGapEndNanos when it ended, nanoseconds since the epoch
   */
  public record Counts(
      long trades,
      long quotes,
      long crossedQuotes,
      long oneSidedQuotes,
      long quotesWithoutSize,
      long tradesWithQuote,
      long tradesInsideQuotes,
      long longestGapNanos,
      long longestGapEndNanos) {}

  void accept(TapeBatch batch, SessionGaps sessions) {
    for (int i = 0; i < batch.size(); i++) {
      long nanos = batch.eventTimeNanos(i);
      if (batch.kind(i) == EventKind.TRADE) {
        trade(batch.trades().priceTicks(batch.row(i)));
      } else if (batch.kind(i) == EventKind.QUOTE) {
        quote(batch.quotes(), batch.row(i));
      }
      gap(nanos, sessions);
    }
  }

  Counts counts() {
    return new Counts(
        trades,
        quotes,
        crossedQuotes,
        oneSidedQuotes,
        quotesWithoutSize,
        tradesWithQuote,
        tradesInsideQuotes,
        longestGapNanos,
        longestGapEndNanos);
  }

  private void trade(long priceTicks) {
    trades++;
    boolean isQuoted = !Missing.is(bidTicks) && !Missing.is(askTicks) && bidTicks <= askTicks;
    if (isQuoted) {
      tradesWithQuote++;
      tradesInsideQuotes += priceTicks >= bidTicks && priceTicks <= askTicks ? 1 : 0;
    }
  }

  private void quote(QuoteColumns columns, int row) {
    quotes++;
    bidTicks = columns.bidTicks(row);
    askTicks = columns.askTicks(row);
    boolean isOneSided = Missing.is(bidTicks) || Missing.is(askTicks);
    oneSidedQuotes += isOneSided ? 1 : 0;
    crossedQuotes += !isOneSided && bidTicks > askTicks ? 1 : 0;
    boolean lacksSize =
        (!Missing.is(bidTicks) && Missing.is(columns.bidLots(row)))
            || (!Missing.is(askTicks) && Missing.is(columns.askLots(row)));
    quotesWithoutSize += lacksSize ? 1 : 0;
  }

  private void gap(long nanos, SessionGaps sessions) {
    if (lastNanos != Long.MIN_VALUE && sessions.isWithinOne(lastNanos, nanos)) {
      long gap = nanos - lastNanos;
      if (gap > longestGapNanos) {
        longestGapNanos = gap;
        longestGapEndNanos = nanos;
      }
    }
    lastNanos = nanos;
  }

  /** Tells gaps inside a session from nights between them. */
  interface SessionGaps {
    boolean isWithinOne(long fromNanos, long toNanos);
  }
}
