package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.BarPrice;
import java.util.List;

/** A tape of one instrument, in ticks and lots; null where the tape has nothing. */
record TextbookTape(List<Event> events) {
  /** What is on the tape; a bar's time is its close, when the trader hears of it. */
  sealed interface Event {
    long time();
  }

  /** A touch; a null price is an absent side and a null size one that is not shown. */
  record Quote(long time, Long bid, Long bidLots, Long ask, Long askLots) implements Event {
    boolean isTwoSided() {
      return bid != null && ask != null && bid <= ask;
    }
  }

  /** A print; the aggressor is +1, -1 or 0 for unknown. */
  record Print(long time, long price, long lots, int aggressor, Auction auction) implements Event {
    Print(long time, long price, long lots, int aggressor) {
      this(time, price, lots, aggressor, Auction.NONE);
    }
  }

  enum Auction {
    NONE,
    OPENING,
    CLOSING
  }

  record Bar(
      long openTime,
      long time,
      BarPrice kind,
      long open,
      long high,
      long low,
      long close,
      Long lots)
      implements Event {}
}
