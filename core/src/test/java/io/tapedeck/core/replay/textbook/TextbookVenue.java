package io.tapedeck.core.replay.textbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** The simulated venue in decimals: a list of orders, walked anew at each event. */
final class TextbookVenue {
  private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

  /** Hears a fill. */
  interface FillSink {
    void fill(Order order, BigDecimal price, BigDecimal size, String liquidity);
  }

  /** An order at the venue; {@code price} is null for a market order. */
  static final class Order {
    private final long id;
    private final int sign;
    private final BigDecimal price;
    private final String timeInForce;
    private BigDecimal leaves;
    private boolean met;

    Order(long id, int sign, BigDecimal size, BigDecimal price, String timeInForce) {
      this.id = id;
      this.sign = sign;
      this.leaves = size;
      this.price = price;
      this.timeInForce = timeInForce;
    }

    long id() {
      return id;
    }

    int sign() {
      return sign;
    }

    BigDecimal leaves() {
      return leaves;
    }

    boolean isMarket() {
      return price == null;
    }

    boolean isImmediate() {
      return timeInForce.equals("IOC") || timeInForce.equals("FOK");
    }
  }

  private final TextbookReplay.Setting setting;
  private final FillSink fills;
  private final BiConsumer<Order, String> ends;
  private final List<Order> working = new ArrayList<>();
  private TextbookTape.Quote book;
  private BigDecimal consumedBid = BigDecimal.ZERO;
  private BigDecimal consumedAsk = BigDecimal.ZERO;

  TextbookVenue(TextbookReplay.Setting setting, FillSink fills, BiConsumer<Order, String> ends) {
    this.setting = setting;
    this.fills = fills;
    this.ends = ends;
  }

  void take(Order order, boolean meetsStandingBook) {
    working.add(order);
    if (meetsStandingBook && book != null) {
      meet(order);
    }
  }

  void cancel(long id) {
    end(order -> order.id == id, "CANCEL");
  }

  void expireDay() {
    end(order -> order.timeInForce.equals("DAY"), "EXPIRE");
  }

  private void end(Predicate<Order> which, String reason) {
    for (Order order : byPriority()) {
      if (which.test(order)) {
        working.remove(order);
        ends.accept(order, reason);
      }
    }
  }

  void quote(TextbookTape.Quote quote) {
    if (book == null || !same(book.bid(), book.bidSize(), quote.bid(), quote.bidSize())) {
      consumedBid = BigDecimal.ZERO;
    }
    if (book == null || !same(book.ask(), book.askSize(), quote.ask(), quote.askSize())) {
      consumedAsk = BigDecimal.ZERO;
    }
    book = quote;
    for (Order order : byPriority()) {
      if (order.isMarket() || !order.met) {
        meet(order);
      } else if (order.price.subtract(touch(order)).signum() * order.sign >= 0) {
        fillFromTouch(order, order.price, "MAKER");
      }
    }
  }

  /** Buys, then sells; on a side market orders, then the better limit, then the earlier arrival. */
  private List<Order> byPriority() {
    return working.stream()
        .sorted(
            Comparator.comparing((Order order) -> -order.sign)
                .thenComparing(order -> !order.isMarket())
                .thenComparing(
                    order ->
                        order.isMarket()
                            ? BigDecimal.ZERO
                            : order.price.multiply(BigDecimal.valueOf(-order.sign)))
                .thenComparing(working::indexOf))
        .toList();
  }

  private BigDecimal touch(Order order) {
    return order.sign > 0 ? book.ask() : book.bid();
  }

  /** An arriving order, or the rest of a market order, takes what the touch shows. */
  private void meet(Order order) {
    order.met = true;
    BigDecimal touch = touch(order);
    boolean marketable = order.isMarket() || order.price.subtract(touch).signum() * order.sign >= 0;
    if (order.timeInForce.equals("FOK")
        && (!marketable || shown(order).compareTo(order.leaves) < 0)) {
      working.remove(order);
      ends.accept(order, "CANCEL");
      return;
    }
    if (marketable) {
      fillFromTouch(order, slipped(order, touch), "TAKER");
    }
    if (order.isImmediate() && order.leaves.signum() > 0) {
      working.remove(order);
      ends.accept(order, "CANCEL");
    }
  }

  private void fillFromTouch(Order order, BigDecimal price, String liquidity) {
    BigDecimal size = order.leaves.min(shown(order));
    if (order.sign > 0) {
      consumedAsk = consumedAsk.add(size);
    } else {
      consumedBid = consumedBid.add(size);
    }
    fill(order, price, size, liquidity);
  }

  private BigDecimal shown(Order order) {
    return order.sign > 0
        ? book.askSize().subtract(consumedAsk)
        : book.bidSize().subtract(consumedBid);
  }

  void print(TextbookTape.Print print) {
    BigDecimal left = print.size();
    int aggressor = aggressor(print);
    for (Order order : byPriority()) {
      if (!setting.hasQuotes() || (order.met && !order.isMarket())) {
        left = left.subtract(meetPrint(order, print, aggressor, left));
      }
    }
  }

  /**
   * A limit fills when the print went through it; without quotes a market order takes the print.
   */
  private BigDecimal meetPrint(
      Order order, TextbookTape.Print print, int aggressor, BigDecimal left) {
    boolean kills = order.timeInForce.equals("FOK") && left.compareTo(order.leaves) < 0;
    BigDecimal size = kills ? BigDecimal.ZERO : order.leaves.min(left);
    BigDecimal filled = BigDecimal.ZERO;
    if (order.isMarket()) {
      filled = fill(order, slipped(order, print.price()), size, "TAKER");
    } else if (order.price.subtract(print.price()).signum() * order.sign > 0
        && aggressor == -order.sign) {
      filled = fill(order, order.price, size, order.isImmediate() ? "TAKER" : "MAKER");
    }
    if (order.isImmediate() && order.leaves.signum() > 0) {
      working.remove(order);
      ends.accept(order, "CANCEL");
    }
    return filled;
  }

  private BigDecimal fill(Order order, BigDecimal price, BigDecimal size, String liquidity) {
    if (size.signum() > 0) {
      order.leaves = order.leaves.subtract(size);
      if (order.leaves.signum() == 0) {
        working.remove(order);
      }
      fills.fill(order, price, size, liquidity);
    }
    return size;
  }

  /** The quote rule where the tape does not say. */
  private int aggressor(TextbookTape.Print print) {
    if (print.aggressor() != 0 || book == null) {
      return print.aggressor();
    }
    BigDecimal mid = book.bid().add(book.ask()).divide(BigDecimal.valueOf(2));
    return print.price().compareTo(mid);
  }

  private BigDecimal slipped(Order order, BigDecimal price) {
    BigDecimal ticks =
        price
            .multiply(setting.slippageBps())
            .divide(BPS)
            .divide(setting.tick(), 0, RoundingMode.CEILING);
    BigDecimal worse =
        price.add(ticks.multiply(setting.tick()).multiply(BigDecimal.valueOf(order.sign)));
    if (order.isMarket()) {
      return worse;
    }
    return order.sign > 0 ? worse.min(order.price) : worse.max(order.price);
  }

  static BigDecimal feeOf(BigDecimal price, BigDecimal size, BigDecimal bps) {
    return TextbookLedger.money(price.multiply(size))
        .multiply(bps)
        .divide(BPS)
        .setScale(8, RoundingMode.CEILING);
  }

  private static boolean same(
      BigDecimal price, BigDecimal size, BigDecimal otherPrice, BigDecimal otherSize) {
    return price.compareTo(otherPrice) == 0 && size.compareTo(otherSize) == 0;
  }
}
