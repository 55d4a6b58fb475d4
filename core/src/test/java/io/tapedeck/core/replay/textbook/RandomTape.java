package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.textbook.RandomRun.Kind;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import io.tapedeck.core.replay.textbook.TextbookRules.Queue;
import io.tapedeck.core.replay.textbook.TextbookTape.Auction;
import io.tapedeck.core.replay.textbook.TextbookTape.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A short, busy market around 10 000 ticks; ties in time are common. */
final class RandomTape {
  private static final long SECOND = RandomRun.SECOND;
  private static final long BAR = 3 * SECOND;

  private final Random random;
  private final Kind kind;
  private final TextbookRules rules;
  private long bid = 10_000;
  private long spread = 2;
  private Long bidLots;
  private Long askLots;

  RandomTape(Random random, Kind kind, TextbookRules rules) {
    this.random = random;
    this.kind = kind;
    this.rules = rules;
    bidLots = lots();
    askLots = lots();
  }

  TextbookTape tape() {
    List<Event> events = kind.isBars() ? bars() : ticks();
    if (rules.hasAuctions) {
      auctions(events);
    }
    events.sort(Comparator.comparingLong(Event::time).thenComparing(RandomTape::rank));
    return new TextbookTape(events);
  }

  private static int rank(Event event) {
    return event instanceof TextbookTape.Quote ? 1 : 0;
  }

  private List<Event> ticks() {
    List<Event> events = new ArrayList<>();
    long time = SECOND;
    while (time < 132 * SECOND && events.size() < 120) {
      boolean isQuote = kind == Kind.QUOTES && (events.isEmpty() || random.nextInt(3) > 0);
      events.add(isQuote ? quote(time) : print(time));
      if (random.nextInt(3) > 0) {
        time += random.nextInt(5) * SECOND / 2;
        time += random.nextInt(2);
      }
    }
    return events;
  }

  private TextbookTape.Quote quote(long time) {
    switch (random.nextInt(4)) {
      case 0 -> bid += random.nextInt(7) - 3L;
      case 1 -> spread = 1L + random.nextInt(4);
      case 2 -> bidLots = lots();
      default -> askLots = random.nextBoolean() ? lots() : askLots;
    }
    boolean hasBid = random.nextInt(30) > 0;
    boolean hasAsk = random.nextInt(30) > 0 || !hasBid;
    return new TextbookTape.Quote(
        time,
        hasBid ? bid : null,
        hasBid ? bidLots : null,
        hasAsk ? Long.valueOf(bid + spread) : null,
        hasAsk ? askLots : null);
  }

  private TextbookTape.Print print(long time) {
    if (kind == Kind.PRINTS) {
      bid += random.nextInt(5) - 2L;
    }
    return new TextbookTape.Print(
        time, bid - 2 + random.nextInt(7), 1L + random.nextInt(40), random.nextInt(3) - 1);
  }

  /** An official print after each open and after each close. */
  private void auctions(List<Event> events) {
    for (Session session : rules.sessions) {
      events.add(official(session.openNanos() + SECOND / 2 + 3, Auction.OPENING));
      events.add(official(session.closeNanos() + SECOND + 3, Auction.CLOSING));
    }
  }

  private TextbookTape.Print official(long time, Auction auction) {
    long price = bid - 3 + random.nextInt(7);
    return new TextbookTape.Print(time, price, 1L + random.nextInt(80), 0, auction);
  }

  private List<Event> bars() {
    boolean hasVolume = rules.barMarket != BarMarket.SAME_CLOSE && random.nextInt(4) > 0;
    List<Event> events = new ArrayList<>();
    for (Session session : rules.sessions) {
      for (long open = session.openNanos(); open < session.closeNanos(); open += BAR) {
        bid += random.nextInt(5) - 2L; // a gap between one bar and the next
        BarPrice price = kind == Kind.BARS ? BarPrice.LAST : BarPrice.ASK;
        long middle = bid;
        events.add(bar(open, price, hasVolume));
        if (kind == Kind.BID_ASK_BARS) {
          long closed = bid;
          bid = middle - 1 - random.nextInt(3);
          events.add(bar(open, BarPrice.BID, hasVolume));
          bid = closed;
        }
      }
    }
    return events;
  }

  private TextbookTape.Bar bar(long open, BarPrice price, boolean hasVolume) {
    long opens = bid;
    bid += random.nextInt(13) - 6L;
    long high = Math.max(opens, bid) + random.nextInt(4);
    long low = Math.min(opens, bid) - random.nextInt(4);
    Long volume = hasVolume ? Long.valueOf(random.nextInt(100)) : null;
    return new TextbookTape.Bar(open, open + BAR, price, opens, high, low, bid, volume);
  }

  /** Sizes are sometimes not shown, where no queue is kept. */
  private Long lots() {
    boolean isShown = rules.queue != Queue.NONE || random.nextInt(12) > 0;
    return isShown ? Long.valueOf(1L + random.nextInt(40)) : null;
  }
}
