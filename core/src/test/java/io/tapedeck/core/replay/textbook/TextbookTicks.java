package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import io.tapedeck.core.replay.textbook.TextbookRules.Residual;
import io.tapedeck.core.replay.textbook.TextbookRules.Triggers;
import java.util.Comparator;
import java.util.List;

/** How quotes and prints fill orders. */
final class TextbookTicks {
  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final TextbookContingencies contingencies;
  private final TextbookAuctions auctions;
  private final TextbookQueue queue;
  private final TextbookBook book;
  private Long lastPrint;

  TextbookTicks(
      TextbookDesk desk,
      TextbookRules rules,
      TextbookContingencies contingencies,
      TextbookAuctions auctions) {
    this.desk = desk;
    this.rules = rules;
    this.contingencies = contingencies;
    this.auctions = auctions;
    queue = new TextbookQueue(rules);
    book = new TextbookBook(rules);
  }

  void turnTo(long nanos) {
    book.turnTo(nanos);
  }

  void quote(TextbookTape.Quote quote) {
    book.show(quote);
    desk.all(
            order ->
                isWorking(order) && !order.isMarket() && order.isMet && book.isOwnNew(order.sign))
        .forEach(order -> queue.look(order, book));
    auctions.openAtQuote(book);
    serve(+1);
    serve(-1);
  }

  /** Orders of a side by priority, then those that this quote triggers. */
  private void serve(int sign) {
    for (TextbookOrder order : desk.byPriority(one -> isWorking(one) && one.sign == sign)) {
      if (order.isMarket() || !order.isMet) {
        meet(order);
      } else if (book.touch(sign) != null && order.allows(book.touch(sign))) {
        takeLevel(order, 0, order.limit, "MAKER");
      }
    }
    if (rules.triggers != Triggers.LAST) {
      List<TextbookOrder> triggered = triggered(sign, seen(sign));
      triggered.stream().sorted(TextbookOrder.PRIORITY).forEach(this::meet);
    }
  }

  private static boolean isWorking(TextbookOrder order) {
    return order.is(State.WORKING);
  }

  /** The doubled price that armed orders of this side look at in a quote; null for none. */
  private Long seen(int sign) {
    if (rules.triggers == Triggers.MID) {
      TextbookTape.Quote quote = book.quote();
      return quote != null && quote.isTwoSided() ? Long.valueOf(quote.bid() + quote.ask()) : null;
    }
    Long touch = book.touch(sign);
    return touch == null ? null : Long.valueOf(2 * touch);
  }

  private List<TextbookOrder> triggered(int sign, Long doubledPrice) {
    if (doubledPrice == null) {
      return List.of();
    }
    List<TextbookOrder> met =
        desk.all(order -> order.is(State.ARMED) && order.sign == sign).stream()
            .sorted(Comparator.comparing(order -> order.place))
            .filter(order -> TextbookTriggers.meets(order, doubledPrice))
            .toList();
    met.forEach(desk::trigger);
    return met;
  }

  /** An order that just arrived, where arriving orders meet what stands. */
  void meetStanding(TextbookOrder order) {
    if (order.is(State.ARMED)) {
      lookAtStanding(order);
    } else if (rules.hasQuotes && book.isKnown()) {
      meet(order);
    }
  }

  private void lookAtStanding(TextbookOrder order) {
    boolean byPrint = !rules.hasQuotes || rules.triggers == Triggers.LAST;
    Long doubled = lastPrint == null ? null : Long.valueOf(2 * lastPrint);
    if (!byPrint) {
      doubled = book.isKnown() ? seen(order.sign) : null;
    }
    if (doubled != null && TextbookTriggers.meets(order, doubled)) {
      desk.trigger(order);
      if (!byPrint) {
        meet(order);
      }
    }
  }

  /** Whether it would take at once, on the book as it stands. */
  boolean wouldTake(TextbookOrder order) {
    Long touch = book.touch(order.sign);
    return touch != null && order.allows(touch);
  }

  /** An arriving order, or the rest of a market order, takes what it can. */
  private void meet(TextbookOrder order) {
    if (order.isMarket() && book.touch(order.sign) == null) {
      return;
    }
    order.isMet = true;
    boolean takes = wouldTake(order);
    if (order.isPostOnly && takes) {
      desk.refuseToTake(order);
    } else if (order.isFillOrKill() && !canFillWhole(order)) {
      desk.cancel(order, CancelReason.FILL_OR_KILL);
    } else {
      if (takes) {
        take(order);
      }
      leaveRest(order, takes);
    }
  }

  private void take(TextbookOrder order) {
    long price = book.touch(order.sign);
    for (int level = 0; isLevelFor(order, level, price); level++) {
      takeLevel(order, level, slipped(order, price), "TAKER");
      price += order.sign * rules.incrementTicks;
      if (contingencies.permit(order) == 0) {
        return;
      }
    }
  }

  private boolean isLevelFor(TextbookOrder order, int level, long price) {
    boolean walks = rules.residual == Residual.WALKS && book.hasLevels(order.sign);
    return !order.isDone() && (level == 0 || walks) && price > 0 && order.allows(price);
  }

  private void takeLevel(TextbookOrder order, int level, long price, String liquidity) {
    long lots = Math.min(contingencies.permit(order), book.left(order.sign, level));
    if (lots > 0) {
      book.take(order.sign, level, lots);
      desk.fill(order, price, lots, liquidity);
    }
  }

  private boolean canFillWhole(TextbookOrder order) {
    if (!wouldTake(order) || contingencies.permit(order) < order.leaves()) {
      return false;
    }
    long found = 0;
    long price = book.touch(order.sign);
    for (int level = 0; found < order.leaves() && isLevelFor(order, level, price); level++) {
      found += book.left(order.sign, level);
      price += order.sign * rules.incrementTicks;
    }
    return found >= order.leaves();
  }

  private void leaveRest(TextbookOrder order, boolean took) {
    if (order.isDone()) {
      return;
    }
    if (order.isImmediate()) {
      desk.cancel(order, CancelReason.IMMEDIATE_OR_CANCEL);
    } else if (took && rules.residual == Residual.CANCELS && book.left(order.sign, 0) == 0) {
      desk.cancel(order, CancelReason.RESIDUAL_CANCELED);
    } else if (!order.isMarket()) {
      queue.rest(order, book);
    }
  }

  private long slipped(TextbookOrder order, long price) {
    long worse = price + order.sign * rules.slippageTicks(price);
    return order.allows(worse) ? worse : order.limit;
  }

  void print(TextbookTape.Print print) {
    if (print.auction() == TextbookTape.Auction.NONE) {
      match(print);
    } else {
      auctions.atOfficialPrint(print);
    }
    lastPrint = print.price();
    if (!rules.hasQuotes || rules.triggers == Triggers.LAST) {
      triggered(+1, 2 * print.price());
      triggered(-1, 2 * print.price());
    }
  }

  private void match(TextbookTape.Print print) {
    long taken = rules.hasQuotes ? 0 : auctions.openAtPrint(print);
    int aggressor = aggressor(print);
    for (TextbookOrder order : desk.byPriority(TextbookTicks::isWorking)) {
      long left = rules.share(print.lots()) - taken;
      if (!rules.hasQuotes) {
        taken += meetPrint(order, print, aggressor, left);
      } else if (order.isMet && !order.isMarket() && aggressor == -order.sign) {
        taken += fillResting(order, print, left, taken);
      }
    }
  }

  /** The rest of a print that went through an order, or reached it in its queue. */
  private long fillResting(TextbookOrder order, TextbookTape.Print print, long left, long taken) {
    long reach = 0;
    if (isThrough(order, print)) {
      reach = left;
    } else if (order.limit == print.price()) {
      reach = Math.min(left, queue.print(order, print.lots()) - taken);
    }
    return fill(order, order.limit, reach, "MAKER");
  }

  private static boolean isThrough(TextbookOrder order, TextbookTape.Print print) {
    return (order.limit - print.price()) * order.sign > 0;
  }

  /** Without quotes: a limit needs a print through it, a market order takes any. */
  private long meetPrint(TextbookOrder order, TextbookTape.Print print, int aggressor, long left) {
    boolean reaches = order.isMarket() || (isThrough(order, print) && aggressor == -order.sign);
    long room = Math.min(left, contingencies.permit(order));
    boolean isKilled = order.isFillOrKill() && (!reaches || room < order.leaves());
    long filled = 0;
    if (reaches && !isKilled) {
      long price = order.isMarket() ? slipped(order, print.price()) : order.limit;
      boolean takes = order.isMarket() || order.isImmediate();
      filled = fill(order, price, left, takes ? "TAKER" : "MAKER");
    }
    if (order.isImmediate() && !order.isDone()) {
      desk.cancel(
          order,
          order.isFillOrKill() ? CancelReason.FILL_OR_KILL : CancelReason.IMMEDIATE_OR_CANCEL);
    }
    return filled;
  }

  private long fill(TextbookOrder order, long price, long available, String liquidity) {
    long lots = Math.min(available, contingencies.permit(order));
    if (lots <= 0) {
      return 0;
    }
    desk.fill(order, price, lots, liquidity);
    return lots;
  }

  /** The quote rule where the tape does not say. */
  private int aggressor(TextbookTape.Print print) {
    TextbookTape.Quote quote = book.quote();
    if (print.aggressor() != 0 || quote == null) {
      return print.aggressor();
    }
    if (quote.ask() != null && print.price() >= quote.ask()) {
      return 1;
    }
    if (quote.bid() != null && print.price() <= quote.bid()) {
      return -1;
    }
    return quote.isTwoSided() ? Long.signum(2 * print.price() - quote.bid() - quote.ask()) : 0;
  }

  /** The close of a session whose tape flags no auctions. */
  void close() {
    auctions.closeAtStanding(book, lastPrint);
  }
}
