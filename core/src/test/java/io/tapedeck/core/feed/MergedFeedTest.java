package io.tapedeck.core.feed;

import static io.tapedeck.core.feed.Tapes.ONE;
import static io.tapedeck.core.feed.Tapes.bars;
import static io.tapedeck.core.feed.Tapes.closingPrints;
import static io.tapedeck.core.feed.Tapes.drain;
import static io.tapedeck.core.feed.Tapes.quotes;
import static io.tapedeck.core.feed.Tapes.signals;
import static io.tapedeck.core.feed.Tapes.trades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedFeedTest {
  private static final Session MORNING = new Session(LocalDate.of(2024, 1, 2), 10, 20);
  private static final Session EVENING = new Session(LocalDate.of(2024, 1, 3), 30, 40);

  private static List<Long> times(Feed feed) {
    return drain(feed, 4).stream().map(Tapes.Event::timeNanos).toList();
  }

  @Test
  void anEmptyTapeHasNoEvents() {
    assertThat(drain(ArrayFeed.of(ONE), 4)).isEmpty();
    assertThat(drain(ArrayFeed.of(ONE, trades(), quotes()), 4)).isEmpty();
  }

  @Test
  void tradesComeBeforeQuotesAndThoseBeforeSignalsOfTheSameNanosecond() {
    ArrayFeed feed = ArrayFeed.of(ONE, signals(5), quotes(5, 6), trades(5, 7));

    assertThat(drain(feed, 100))
        .extracting(Tapes.Event::kind)
        .containsExactly(
            EventKind.TRADE, EventKind.QUOTE, EventKind.SIGNAL, EventKind.QUOTE, EventKind.TRADE);
  }

  @Test
  void onlyEventsInsideRegularHoursPassBothEndsIncluded() {
    Feed feed =
        new ArrayFeed(
            ONE, List.of(trades(9, 10, 20, 21, 29, 30, 40, 41)), List.of(MORNING, EVENING));

    assertThat(times(feed)).containsExactly(10L, 20L, 30L, 40L);
  }

  @Test
  void aClosingPrintPassesFiveMinutesAfterTheCloseAndNothingElseDoes() {
    long grace = 300_000_000_000L;
    Session monday = new Session(LocalDate.of(2024, 1, 8), 10, 20);
    Session tuesday = new Session(LocalDate.of(2024, 1, 9), 10 * grace, 11 * grace);
    List<EventColumns> tape =
        List.of(
            trades(9, 15, 21, 22, 10 * grace, 11 * grace + 1, 11 * grace + 3),
            closingPrints(5, 22, 20 + grace, 21 + grace, 11 * grace + 2, 12 * grace + 1),
            quotes(21, 22, 10 * grace + 1, 11 * grace + 2));

    Feed feed = new ArrayFeed(ONE, tape, List.of(monday, tuesday));

    assertThat(times(feed))
        .containsExactly(
            15L, 22L, 20 + grace, 10 * grace, 10 * grace + 1, 11 * grace + 2); // 5 is too early
  }

  @Test
  void aBarComesAtItsOpenLastOfAllAndAtItsCloseAfterTheQuotes() {
    ArrayFeed feed =
        ArrayFeed.of(
            ONE,
            bars(EventKind.BAR_OPEN, 10, 10, 20),
            bars(EventKind.BAR, 10, 10, 20),
            signals(20),
            quotes(20));

    assertThat(drain(feed, 2))
        .extracting(event -> event.kind() + " at " + event.timeNanos())
        .containsExactly(
            EventKind.BAR_OPEN + " at 10",
            EventKind.QUOTE + " at 20",
            EventKind.BAR + " at 20",
            EventKind.SIGNAL + " at 20",
            EventKind.BAR_OPEN + " at 20",
            EventKind.BAR + " at 30");
  }

  @Test
  void aBarOutsideRegularHoursAtOneEndPassesAtNeither() {
    List<EventColumns> tape = new ArrayList<>();
    for (byte kind : new byte[] {EventKind.BAR, EventKind.BAR_OPEN}) {
      tape.add(bars(kind, 5, 8, 10, 15, 16, 28, 30, 35, 36));
    }

    Feed feed = new ArrayFeed(ONE, tape, List.of(MORNING, EVENING));

    assertThat(times(feed)) // 10 to 15, 15 to 20, 30 to 35, 35 to 40
        .containsExactly(10L, 15L, 15L, 20L, 30L, 35L, 35L, 40L);
  }

  @Test
  void signalsPassAtAllHours() {
    Feed feed =
        new ArrayFeed(ONE, List.of(trades(9, 15, 25), signals(5, 25, 50)), List.of(MORNING));

    assertThat(times(feed)).containsExactly(5L, 15L, 25L, 50L);
  }

  @Test
  void aTapeOutOfOrderIsRefusedByName() {
    TradeColumns crossed = trades(5, 7, 6);

    assertThatThrownBy(() -> drain(ArrayFeed.of(ONE, crossed), 100))
        .isInstanceOf(FeedException.class)
        .hasMessageStartingWith(
            "array of trades, stream 0 is out of order: an event at 6 ns follows one at 7 ns");
  }

  @Test
  void aTapeOutOfOrderIsFoundAcrossBlocksAndOutsideHours() {
    StreamCursor blocks = new ArrayCursor(EventKind.TRADE, List.of(trades(5), trades(), trades(4)));
    MergedFeed split = new MergedFeed(ONE, List.of(blocks), List.of());
    Feed early = new ArrayFeed(ONE, List.of(trades(3, 2, 15)), List.of(MORNING));

    assertThatThrownBy(() -> drain(split, 1)).hasMessageContaining("an event at 4 ns follows one");
    assertThatThrownBy(() -> drain(early, 1)).hasMessageContaining("an event at 2 ns follows one");
  }

  @Test
  void sequenceNumbersThatFallInsideOneNanosecondAreRefused() {
    TradeColumns trades = new TradeColumns(4);
    trades.add(0, 0, 8, 5, Missing.VALUE, 100, 1, 0);
    trades.add(0, 0, 7, 5, Missing.VALUE, 100, 1, 0);

    assertThatThrownBy(() -> drain(ArrayFeed.of(ONE, trades), 100))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("at 5 ns the event with seq 7 follows the one with seq 8");
  }

  @Test
  void streamsThatFallInsideOneNanosecondAreRefused() {
    TradeColumns trades = new TradeColumns(4);
    trades.add(0, 2, 1, 5, Missing.VALUE, 100, 1, 0);
    trades.add(0, 1, 7, 5, Missing.VALUE, 100, 1, 0);

    assertThatThrownBy(() -> drain(ArrayFeed.of(ONE, trades), 100))
        .isInstanceOf(FeedException.class)
        .hasMessageStartingWith("array of trades, stream 1 after stream 2 is out of order");
  }

  @Test
  void emptyBlocksAreSkippedHoweverMany() {
    List<EventColumns> blocks = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      blocks.add(trades());
    }
    blocks.add(trades(3));
    StreamCursor cursor = new ArrayCursor(EventKind.TRADE, blocks);

    assertThat(times(new MergedFeed(ONE, List.of(cursor), List.of()))).containsExactly(3L);
  }

  @Test
  void sessionsThatOverlapAreRefused() {
    assertThatThrownBy(() -> new ArrayFeed(ONE, List.of(), List.of(EVENING, MORNING)))
        .hasMessageStartingWith("sessions must be in order and apart");
  }

  @Test
  void closingTheFeedClosesEveryCursorEvenIfOneFails() {
    List<String> closed = new ArrayList<>();
    StreamCursor bad = new Closing("bad", closed);
    StreamCursor good = new Closing("good", closed);

    assertThatThrownBy(new MergedFeed(ONE, List.of(bad, good), List.of())::close)
        .hasMessage("bad cannot be closed");
    assertThat(closed).containsExactly("bad", "good");
  }

  @Test
  void aBatchHoldsEventsUntilItIsRefilled() {
    ArrayFeed feed = ArrayFeed.of(ONE, trades(1, 2, 3));
    TapeBatch batch = new TapeBatch(2);

    assertThat(feed.refill(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(2);
    assertThat(feed.refill(batch)).isTrue();
    assertThat(batch.size()).isEqualTo(1);
    assertThat(batch.trades().priceTicks(batch.row(0))).isEqualTo(103);
    assertThat(feed.refill(batch)).isFalse();
    assertThat(feed.refill(batch)).isFalse();
  }

  /** A cursor that remembers being closed, and fails if it is bad. */
  private record Closing(String place, List<String> closed) implements StreamCursor {
    @Override
    public byte kind() {
      return EventKind.TRADE;
    }

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public EventColumns block() {
      throw new IllegalStateException("no block");
    }

    @Override
    public void close() {
      closed.add(place);
      if (place.equals("bad")) {
        throw new IllegalStateException("bad cannot be closed");
      }
    }
  }
}
