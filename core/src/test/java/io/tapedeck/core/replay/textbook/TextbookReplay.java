package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Rank;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Tapedeck's semantics once more, slowly: objects in one priority queue, decimals, no reuse, no
 * cleverness. Written from the design's words and not from the engine, to disagree with it where
 * one of them is wrong.
 */
final class TextbookReplay implements TextbookTrader.Line {
  private record Item(long time, int rank, long order, Runnable action) {}

  private final TextbookTape tape;
  private final TextbookRules rules;
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Item::time)
              .thenComparingInt(Item::rank)
              .thenComparingLong(Item::order));
  private final TextbookVenue venue;
  private final TextbookTrader trader;
  private final List<BigDecimal> dailyEquity = new ArrayList<>();
  private final List<BigDecimal> dailyFinancing = new ArrayList<>();
  private long clock;
  private long counter;

  TextbookReplay(TextbookTape tape, List<Wish> wishes, TextbookRules rules) {
    this.tape = tape;
    this.rules = rules;
    boolean isOnBars = tape.events().stream().anyMatch(event -> event instanceof TextbookTape.Bar);
    trader = new TextbookTrader(wishes, rules, this);
    venue = new TextbookVenue(rules, isOnBars, this::report, trader::nextId);
  }

  TextbookReplay run() {
    tape.events().forEach(this::announce);
    for (Session session : rules.sessions) {
      long close = session.closeNanos();
      at(close, Rank.EXPIRY, () -> venue.endSession(close));
      at(booksClose(session), Rank.SESSION_CLOSE, () -> closeBooks(session));
    }
    long end = booksClose(rules.sessions.get(rules.sessions.size() - 1));
    while (!queue.isEmpty() && queue.peek().time() <= end) {
      Item item = queue.poll();
      clock = item.time();
      item.action().run();
    }
    return this;
  }

  private long booksClose(Session session) {
    return session.closeNanos() + (rules.hasAuctions ? rules.closingAuctionNanos : 0);
  }

  private void closeBooks(Session session) {
    int next = rules.sessions.indexOf(session) + 1;
    long nights = 0;
    if (next < rules.sessions.size()) {
      nights = ChronoUnit.DAYS.between(session.date(), rules.sessions.get(next).date());
    }
    trader.hearCharge(venue.closeBooks(clock, nights));
    dailyEquity.add(venue.account().equity());
    dailyFinancing.add(venue.account().financing());
  }

  private void announce(TextbookTape.Event event) {
    if (event instanceof TextbookTape.Quote quote) {
      at(
          quote.time(),
          Rank.QUOTE,
          () -> {
            venue.quote(quote);
            at(clock + rules.feedNanos, Rank.DELIVERY, () -> trader.deliver(event));
          });
    } else if (event instanceof TextbookTape.Print print) {
      at(
          print.time(),
          Rank.TRADE,
          () -> {
            venue.print(print);
            at(clock + rules.feedNanos, Rank.DELIVERY, () -> trader.deliver(event));
          });
    } else if (event instanceof TextbookTape.Bar bar) {
      at(bar.time(), Rank.BAR_CLOSE, () -> trader.deliver(event));
      if (isFirstOfPair(bar)) {
        at(bar.openTime(), Rank.BAR_OPEN, () -> open(together(bar)));
      }
    }
  }

  private boolean isFirstOfPair(TextbookTape.Bar bar) {
    return together(bar).get(0).equals(bar);
  }

  /** The bars that open with this one: itself, and one of the other side where there are two. */
  private List<TextbookTape.Bar> together(TextbookTape.Bar bar) {
    return tape.events().stream()
        .map(TextbookTape.Bar.class::cast)
        .filter(one -> one.openTime() == bar.openTime())
        .toList();
  }

  private void open(List<TextbookTape.Bar> bars) {
    TextbookWalk walk = venue.open(bars);
    for (int point = 1; point < walk.size(); point++) {
      int reached = point;
      at(walk.time(point), Rank.TRADE, () -> venue.reach(clock, reached));
    }
    if (rules.barMarket == TextbookRules.BarMarket.MID
        || rules.barMarket == TextbookRules.BarMarket.RANDOM) {
      at(walk.middle(), Rank.TRADE, () -> venue.reachMiddle(clock));
    }
  }

  @Override
  public void order(TextbookOrder order) {
    arrive(
        () -> {
          if (order.lasting == TimeInForce.GTD && order.expire > clock) {
            at(order.expire, Rank.EXPIRY, () -> venue.expire(clock, order));
          }
          venue.arrive(clock, order);
        });
  }

  @Override
  public void amend(long orderId, long lots, long limit, long trigger) {
    arrive(() -> venue.amend(clock, orderId, lots, limit, trigger));
  }

  @Override
  public void cancel(long orderId) {
    arrive(() -> venue.cancel(clock, orderId));
  }

  @Override
  public void deny(long orderId, String kind, String reason) {
    venue.history().add(Happening.of(clock, orderId, kind, 0, 0, reason));
  }

  @Override
  public long clock() {
    return clock;
  }

  private void arrive(Runnable command) {
    at(clock + rules.entryNanos, Rank.COMMAND_ARRIVAL, command);
  }

  private void report(Happening what, TextbookOrder order) {
    at(clock + rules.responseNanos, Rank.REPORT, () -> trader.hear(what, order));
  }

  private void at(long time, int rank, Runnable action) {
    queue.add(new Item(time, rank, counter++, action));
  }

  List<Happening> history() {
    return venue.history();
  }

  TextbookVenue venue() {
    return venue;
  }

  TextbookAccount account() {
    return venue.account();
  }

  List<BigDecimal> dailyEquity() {
    return dailyEquity;
  }

  List<BigDecimal> dailyFinancing() {
    return dailyFinancing;
  }
}
