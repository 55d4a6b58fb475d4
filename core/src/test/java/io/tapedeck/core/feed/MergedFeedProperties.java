package io.tapedeck.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a tape is cut into cursors, blocks and batches, it is the same tape. */
class MergedFeedProperties {
  private static final Comparator<Tapes.Event> TOTAL_ORDER =
      Comparator.comparingLong(Tapes.Event::timeNanos)
          .thenComparingInt(event -> EventKind.rank(event.kind()))
          .thenComparingInt(Tapes.Event::stream)
          .thenComparingLong(Tapes.Event::seq);

  @Property(tries = 400)
  void everyCutGivesTheOrderOfASlowSort(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int events,
      @ForAll @IntRange(min = 1, max = 9) int cursors,
      @ForAll @IntRange(min = 1, max = 20) int blockRows,
      @ForAll @IntRange(min = 1, max = 50) int capacity) {
    Random random = new Random(seed);
    List<List<Tapes.Event>> tapes = randomTapes(random, events, cursors);

    MergedFeed feed = new MergedFeed(Tapes.ONE, cursors(random, tapes, blockRows), List.of());

    assertThat(Tapes.drain(feed, capacity)).isEqualTo(sorted(tapes));
  }

  @Property(tries = 400)
  void regularHoursOnlyLeaveOut(
      @ForAll long seed,
      @ForAll @IntRange(max = 200) int events,
      @ForAll @IntRange(min = 1, max = 5) int cursors,
      @ForAll @IntRange(min = 1, max = 20) int blockRows,
      @ForAll @IntRange(min = 1, max = 50) int capacity) {
    Random random = new Random(seed);
    List<List<Tapes.Event>> tapes = randomTapes(random, events, cursors);
    LocalDate date = LocalDate.of(2024, 1, 2);
    List<Session> hours = List.of(new Session(date, 10, 20), new Session(date, 25, 26));

    MergedFeed feed = new MergedFeed(Tapes.ONE, cursors(random, tapes, blockRows), hours);

    assertThat(Tapes.drain(feed, capacity))
        .isEqualTo(
            sorted(tapes).stream()
                .filter(event -> hours.stream().anyMatch(h -> h.contains(event.timeNanos())))
                .toList());
  }

  private static List<Tapes.Event> sorted(List<List<Tapes.Event>> tapes) {
    return tapes.stream().flatMap(List::stream).sorted(TOTAL_ORDER).toList();
  }

  /** Sorted tapes, of trades and quotes in turn, of two streams each, with many equal times. */
  private static List<List<Tapes.Event>> randomTapes(Random random, int events, int cursors) {
    List<List<Tapes.Event>> tapes = new ArrayList<>();
    for (int i = 0; i < cursors; i++) {
      tapes.add(new ArrayList<>());
    }
    for (int i = 0; i < events; i++) {
      int cursor = random.nextInt(cursors);
      byte kind = cursor % 2 == 0 ? EventKind.TRADE : EventKind.QUOTE;
      int stream = cursor * 2 + random.nextInt(2);
      tapes.get(cursor).add(new Tapes.Event(kind, random.nextInt(40), stream, i, 32 * i + 31));
    }
    tapes.forEach(tape -> tape.sort(TOTAL_ORDER));
    return tapes;
  }

  private static List<StreamCursor> cursors(
      Random random, List<List<Tapes.Event>> tapes, int blockRows) {
    List<StreamCursor> cursors = new ArrayList<>();
    for (int i = 0; i < tapes.size(); i++) {
      byte kind = i % 2 == 0 ? EventKind.TRADE : EventKind.QUOTE;
      cursors.add(new ArrayCursor(kind, blocks(random, kind, tapes.get(i), blockRows)));
    }
    return cursors;
  }

  private static List<EventColumns> blocks(
      Random random, byte kind, List<Tapes.Event> tape, int blockRows) {
    List<EventColumns> blocks = new ArrayList<>();
    int from = 0;
    while (from < tape.size()) {
      int to = Math.min(tape.size(), from + random.nextInt(blockRows + 1));
      blocks.add(block(kind, tape.subList(from, to)));
      from = to;
    }
    return blocks;
  }

  private static EventColumns block(byte kind, List<Tapes.Event> events) {
    TradeColumns trades = new TradeColumns(1);
    QuoteColumns quotes = new QuoteColumns(1);
    for (Tapes.Event event : events) {
      long nanos = event.timeNanos();
      long value = event.value();
      trades.add(0, event.stream(), event.seq(), nanos, Missing.VALUE, value, 1, 0);
      // Tapes.value: 31 × bid + ask
      quotes.add(
          0, event.stream(), event.seq(), nanos, Missing.VALUE, value / 32, 1, value / 32 + 31, 1);
    }
    return kind == EventKind.TRADE ? trades : quotes;
  }
}
