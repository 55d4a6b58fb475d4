package io.tapedeck.core.replay;

import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TradeColumns;

/**
 * Quotes and trades the trader does not know yet, by (arrival, stream, seq). Rows are copied: the
 * batch they came in is filled again before they are due.
 */
final class DeliveryQueue {
  private static final int INSTRUMENT = 0;
  private static final int EVENT_NANOS = 1;
  private static final int IS_QUOTE = 2;
  private static final int FIRST_VALUE = 3;

  private final EventRing ring;

  DeliveryQueue(DueBound bound) {
    ring = new EventRing(7, bound);
  }

  long headNanos() {
    return ring.headNanos();
  }

  void add(long dueNanos, QuoteColumns quotes, int row) {
    int handle = ring.add(dueNanos, quotes.stream(row), quotes.seq(row));
    ring.set(handle, INSTRUMENT, quotes.instrument(row));
    ring.set(handle, EVENT_NANOS, quotes.eventTimeNanos(row));
    ring.set(handle, IS_QUOTE, 1);
    ring.set(handle, FIRST_VALUE, quotes.bidTicks(row));
    ring.set(handle, FIRST_VALUE + 1, quotes.bidLots(row));
    ring.set(handle, FIRST_VALUE + 2, quotes.askTicks(row));
    ring.set(handle, FIRST_VALUE + 3, quotes.askLots(row));
  }

  void add(long dueNanos, TradeColumns trades, int row) {
    int handle = ring.add(dueNanos, trades.stream(row), trades.seq(row));
    ring.set(handle, INSTRUMENT, trades.instrument(row));
    ring.set(handle, EVENT_NANOS, trades.eventTimeNanos(row));
    ring.set(handle, IS_QUOTE, 0);
    ring.set(handle, FIRST_VALUE, trades.priceTicks(row));
    ring.set(handle, FIRST_VALUE + 1, trades.lots(row));
    ring.set(handle, FIRST_VALUE + 2, trades.aggressor(row));
  }

  boolean isFirstQuote() {
    return ring.first(IS_QUOTE) != 0;
  }

  /** Aims a view at the first delivery, a quote. */
  QuoteRow copyFirst(QuoteRow quote) {
    return quote
        .at((int) ring.first(INSTRUMENT), ring.first(EVENT_NANOS), ring.headNanos())
        .quoting(
            ring.first(FIRST_VALUE),
            ring.first(FIRST_VALUE + 1),
            ring.first(FIRST_VALUE + 2),
            ring.first(FIRST_VALUE + 3));
  }

  /** Aims a view at the first delivery, a trade. */
  TradeRow copyFirst(TradeRow trade) {
    return trade
        .at((int) ring.first(INSTRUMENT), ring.first(EVENT_NANOS), ring.headNanos())
        .printing(
            ring.first(FIRST_VALUE), ring.first(FIRST_VALUE + 1), ring.first(FIRST_VALUE + 2));
  }

  void removeFirst() {
    ring.removeFirst();
  }
}
