package io.tapedeck.jobs.quality;

import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import java.io.Serializable;
import java.util.List;

/** Counts what is odd about the tape of one instrument, event by event. */
public final class TapeQuality {
  private static final long NONE = Long.MIN_VALUE;

  private final List<Session> sessions;
  private long trades;
  private long quotes;
  private long crossedQuotes;
  private long oneSidedQuotes;
  private long quotesWithoutSize;
  private long tradesWithQuote;
  private long tradesInsideQuotes;
  private long outOfSession;
  private long longestGapNanos;
  private long longestGapEndNanos;
  private long bidTicks = Missing.VALUE;
  private long askTicks = Missing.VALUE;
  private int current; // the first session that has not closed
  private long lastInsideNanos = NONE; // the last event inside it

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
   * @param outOfSession events before the open, after the close or on a day without a session
   * @param longestGapNanos longest time without an event inside a session that has events, from its
   *     open to its close
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
      long outOfSession,
      long longestGapNanos,
      long longestGapEndNanos)
      implements Serializable {}

  /**
   * A count of nothing yet.
   *
   * @param sessions the sessions of the tape, in order
   */
  public TapeQuality(List<Session> sessions) {
    this.sessions = List.copyOf(sessions);
  }

  /** Counts the events of a batch, which follow those before. */
  public void accept(TapeBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.kind(i) == EventKind.TRADE) {
        trade(batch.trades().priceTicks(batch.row(i)));
      } else if (batch.kind(i) == EventKind.QUOTE) {
        quote(batch.quotes(), batch.row(i));
      }
      place(batch.eventTimeNanos(i));
    }
  }

  /** The counts after the last event. */
  public Counts finish() {
    leaveSession();
    return new Counts(
        trades,
        quotes,
        crossedQuotes,
        oneSidedQuotes,
        quotesWithoutSize,
        tradesWithQuote,
        tradesInsideQuotes,
        outOfSession,
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

  /** Finds the session of an event and measures the time since the one before, or the open. */
  private void place(long nanos) {
    while (current < sessions.size() && nanos > sessions.get(current).closeNanos()) {
      leaveSession();
      current++;
    }
    if (current == sessions.size() || nanos < sessions.get(current).openNanos()) {
      outOfSession++;
      return;
    }
    gap(lastInsideNanos == NONE ? sessions.get(current).openNanos() : lastInsideNanos, nanos);
    lastInsideNanos = nanos;
  }

  private void leaveSession() {
    if (lastInsideNanos != NONE) {
      gap(lastInsideNanos, sessions.get(current).closeNanos());
      lastInsideNanos = NONE;
    }
  }

  private void gap(long fromNanos, long toNanos) {
    if (toNanos - fromNanos > longestGapNanos) {
      longestGapNanos = toNanos - fromNanos;
      longestGapEndNanos = toNanos;
    }
  }
}
