package io.tapedeck.core.replay;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A touch and the trades at it, of one share over four sessions, always the same: of a hundred
 * events about 65 change a displayed size, 25 are trades, and 10 move the touch.
 */
final class MakerTape {
  private static final long STEP_NANOS = 20_000_000L;
  private static final int PER_SESSION = QuoteTape.EVENTS / QuoteTape.SESSIONS;

  private final SplittableRandom luck = new SplittableRandom(QuoteTape.SEED);
  private final QuoteColumns quotes = new QuoteColumns(QuoteTape.EVENTS);
  private final TradeColumns trades = new TradeColumns(QuoteTape.EVENTS);
  private final boolean[] isTrade = new boolean[QuoteTape.EVENTS];
  private long bidTicks = 10_000;
  private long askTicks = 10_001;
  private long bidLots = 50;
  private long askLots = 50;

  MakerTape() {
    for (int i = 0; i < QuoteTape.EVENTS; i++) {
      long start = QuoteTape.openNanos(i / PER_SESSION) + (i % PER_SESSION + 1) * STEP_NANOS;
      long nanos = start + luck.nextLong(STEP_NANOS);
      int dice = i == 0 ? 0 : luck.nextInt(100);
      isTrade[i] = dice >= 75;
      if (isTrade[i]) {
        trade(i, nanos);
      } else if (dice >= 65) {
        move(luck.nextBoolean() ? 1 : -1);
      } else if (luck.nextBoolean()) {
        bidLots = Math.max(1, bidLots + luck.nextInt(21) - 10);
      } else {
        askLots = Math.max(1, askLots + luck.nextInt(21) - 10);
      }
      if (!isTrade[i]) {
        quotes.add(0, 0, i, nanos, Missing.VALUE, bidTicks, bidLots, askTicks, askLots);
      }
    }
  }

  private void trade(int seq, long nanos) {
    int aggressor = luck.nextBoolean() ? 1 : -1;
    long lots = 1 + luck.nextLong(20);
    long ticks = aggressor > 0 ? askTicks : bidTicks;
    trades.add(0, 1, seq, nanos, Missing.VALUE, ticks, lots, aggressor);
    long left = (aggressor > 0 ? askLots : bidLots) - lots;
    if (left <= 0) {
      move(aggressor);
    } else if (aggressor > 0) {
      askLots = left;
    } else {
      bidLots = left;
    }
  }

  private void move(int ticks) {
    bidTicks += ticks;
    askTicks = bidTicks + 1 + luck.nextInt(2);
    bidLots = 10 + luck.nextLong(60);
    askLots = 10 + luck.nextLong(60);
  }

  static Universe universe() {
    return new Universe(List.of(new Universe.Listing(QuoteTape.share(), true, true)));
  }

  int events() {
    return isTrade.length;
  }

  boolean isTrade(int event) {
    return isTrade[event];
  }

  QuoteColumns quotes() {
    return quotes;
  }

  TradeColumns trades() {
    return trades;
  }

  /** The events cut into batches of this many. */
  List<TapeBatch> batches(int events) {
    List<TapeBatch> batches = new ArrayList<>();
    int quote = 0;
    int trade = 0;
    for (int event = 0; event < isTrade.length; event++) {
      if (event % events == 0) {
        batches.add(new TapeBatch(events));
      }
      TapeBatch batch = batches.get(batches.size() - 1);
      EventColumns rows = isTrade[event] ? trades : quotes;
      batch.append(rows.kind(), rows, isTrade[event] ? trade++ : quote++);
    }
    return batches;
  }
}
