package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Tapedeck's semantics once more, slowly: objects in one priority queue, decimals, no reuse, no
 * cleverness. Written from the design's words and not from the engine, to disagree with it where
 * one of them is wrong.
 */
final class TextbookReplay {
  private static final int EXPIRY = 0;
  private static final int TRADE = 3;
  private static final int QUOTE = 4;
  private static final int ARRIVAL = 5;
  private static final int REPORT = 6;
  private static final int DELIVERY = 7;
  private static final int CLOSE = 11;

  /** Delays in nanoseconds, costs in basis points, and the closes of the sessions. */
  record Setting(
      long feed,
      long entry,
      long response,
      BigDecimal feeBps,
      BigDecimal slippageBps,
      BigDecimal tick,
      boolean hasQuotes,
      BigDecimal startCash,
      List<Long> closes) {}

  private record Item(long time, int rank, long order, Runnable action) {}

  private final Setting setting;
  private final TextbookTape tape;
  private final PriorityQueue<Item> queue =
      new PriorityQueue<>(
          Comparator.comparingLong(Item::time)
              .thenComparingInt(Item::rank)
              .thenComparingLong(Item::order));
  private final List<String> history = new ArrayList<>();
  private final TextbookVenue venue;
  private final TextbookLedger ledger;
  private final TreeMap<Long, BigDecimal> knownLeaves = new TreeMap<>();
  private BigDecimal knownPosition = BigDecimal.ZERO;
  private BigDecimal mark;
  private BigDecimal peak;
  private BigDecimal drawdown = BigDecimal.ZERO;
  private final List<BigDecimal> dailyEquity = new ArrayList<>();
  private long clock;
  private long counter;
  private long orders;
  private int delivered;

  TextbookReplay(TextbookTape tape, Setting setting) {
    this.tape = tape;
    this.setting = setting;
    ledger = new TextbookLedger(setting.startCash());
    venue = new TextbookVenue(setting, this::onFill, this::onEnd);
    peak = setting.startCash();
  }

  TextbookReplay run() {
    long index = 0;
    for (TextbookTape.Event event : tape.events()) {
      int rank = event instanceof TextbookTape.Quote ? QUOTE : TRADE;
      queue.add(new Item(event.time(), rank, index++, () -> happen(event)));
    }
    for (long close : setting.closes()) {
      queue.add(new Item(close, EXPIRY, 0, () -> venue.expireDay()));
      queue.add(new Item(close, CLOSE, 0, () -> dailyEquity.add(evaluate())));
    }
    long end = setting.closes().get(setting.closes().size() - 1);
    while (!queue.isEmpty() && queue.peek().time() <= end) {
      Item item = queue.poll();
      clock = item.time();
      item.action().run();
    }
    return this;
  }

  private void happen(TextbookTape.Event event) {
    if (event instanceof TextbookTape.Quote quote) {
      venue.quote(quote);
      mark = quote.bid().add(quote.ask()).divide(BigDecimal.valueOf(2));
    } else if (event instanceof TextbookTape.Print print) {
      venue.print(print);
      if (!setting.hasQuotes()) {
        mark = print.price();
      }
    }
    evaluate();
    at(clock + setting.feed(), DELIVERY, this::deliver);
  }

  private BigDecimal evaluate() {
    if (mark == null) {
      return setting.startCash();
    }
    BigDecimal equity = ledger.equity(mark);
    peak = peak.max(equity);
    drawdown = drawdown.max(peak.subtract(equity));
    return equity;
  }

  private void deliver() {
    int now = delivered++;
    for (TextbookTape.Wish wish : tape.wishes()) {
      if (wish.at() == now) {
        decide(wish);
      }
    }
  }

  private void decide(TextbookTape.Wish wish) {
    if (wish instanceof TextbookTape.Target target) {
      BigDecimal underway = knownLeaves.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal change = target.position().subtract(knownPosition).subtract(underway);
      if (change.signum() != 0) {
        send(change.signum(), change.abs(), null, "GTC");
      }
    } else if (wish instanceof TextbookTape.Market market) {
      send(market.sign(), market.size(), null, market.timeInForce());
    } else if (wish instanceof TextbookTape.Limit limit) {
      send(limit.sign(), limit.size(), limit.price(), limit.timeInForce());
    } else if (wish instanceof TextbookTape.Cancel cancel && cancel.order() <= orders) {
      arrive(() -> venue.cancel(cancel.order()));
    }
  }

  private void send(int sign, BigDecimal size, BigDecimal price, String timeInForce) {
    long id = ++orders;
    knownLeaves.put(id, size.multiply(BigDecimal.valueOf(sign)));
    TextbookVenue.Order order = new TextbookVenue.Order(id, sign, size, price, timeInForce);
    arrive(() -> venue.take(order, setting.entry() > 0));
  }

  private void arrive(Runnable command) {
    if (setting.entry() == 0) {
      command.run();
    } else {
      at(
          clock + setting.entry(),
          ARRIVAL,
          () -> {
            command.run();
            evaluate();
          });
    }
  }

  private void at(long time, int rank, Runnable action) {
    queue.add(new Item(time, rank, counter++, action));
  }

  private void onFill(
      TextbookVenue.Order order, BigDecimal price, BigDecimal size, String liquidity) {
    BigDecimal fee = TextbookVenue.feeOf(price, size, setting.feeBps());
    ledger.post(order.sign(), size, price, fee);
    history.add(
        String.join(
            " ",
            clock + " FILL " + order.id(),
            order.sign() > 0 ? "BUY" : "SELL",
            text(size) + "@" + text(price),
            "fee " + text(fee),
            liquidity,
            "leaves " + text(order.leaves())));
    if (mark == null) {
      mark = price;
    }
    BigDecimal signed = size.multiply(BigDecimal.valueOf(order.sign()));
    at(
        clock + setting.response(),
        REPORT,
        () -> {
          knownPosition = knownPosition.add(signed);
          knownLeaves.computeIfPresent(
              order.id(),
              (id, leaves) -> leaves.compareTo(signed) == 0 ? null : leaves.subtract(signed));
        });
  }

  private void onEnd(TextbookVenue.Order order, String reason) {
    history.add(clock + " " + reason + " " + order.id() + " leaves " + text(order.leaves()));
    at(clock + setting.response(), REPORT, () -> knownLeaves.remove(order.id()));
  }

  static String text(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  List<String> history() {
    return history;
  }

  TextbookLedger ledger() {
    return ledger;
  }

  BigDecimal drawdown() {
    return drawdown;
  }

  List<BigDecimal> dailyEquity() {
    return dailyEquity;
  }
}
