package io.tapedeck.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeAllocationTest {
  private final TapeBatch batch = new TapeBatch(4_096);

  private static MergedFeed feed(int rows) {
    TradeColumns trades = new TradeColumns(rows);
    QuoteColumns quotes = new QuoteColumns(rows);
    for (int i = 0; i < rows; i++) {
      trades.add(0, 0, i, i * 10L + i % 7, Missing.VALUE, 100, 1, 0);
      quotes.add(0, 1, i, i * 10L + i % 5, Missing.VALUE, 99, 1, 101, 1);
    }
    return new MergedFeed(
        Tapes.ONE,
        List.of(
            new ArrayCursor(EventKind.TRADE, List.of(trades)),
            new ArrayCursor(EventKind.QUOTE, List.of(quotes))),
        List.of());
  }

  private void drain(MergedFeed feed) {
    long events = 0;
    while (feed.refill(batch)) {
      events += batch.size();
    }
    assertThat(events).isPositive();
  }

  @Test
  void aLongTapeAllocatesNoMoreThanAShortOne() {
    drain(feed(1_000));
    MergedFeed shortTape = feed(1_000);
    MergedFeed longTape = feed(500_000);

    assertThat(Allocation.bytes(() -> drain(longTape)))
        .isLessThan(Allocation.bytes(() -> drain(shortTape)) + Allocation.A_FEW_OBJECTS_BYTES);
  }
}
