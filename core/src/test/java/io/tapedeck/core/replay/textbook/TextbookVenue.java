package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The simulated venue: takes orders, amends and cancels, and shows them what happens. After each
 * event come what it means for other orders, the valuation, and the broker's patience.
 */
final class TextbookVenue {
  private final TextbookRules rules;
  private final TextbookDesk desk;
  private final TextbookAccount account;
  private final TextbookContingencies contingencies;
  private final TextbookTicks ticks;
  private final TextbookBars bars;
  private final TextbookAuctions auctions;
  private final boolean isOnBars;
  private final LongSupplier ids;

  TextbookVenue(
      TextbookRules rules, boolean isOnBars, TextbookDesk.Messenger messenger, LongSupplier ids) {
    this.rules = rules;
    this.isOnBars = isOnBars;
    this.ids = ids;
    account = new TextbookAccount(rules);
    desk = new TextbookDesk(account, messenger);
    contingencies = new TextbookContingencies(desk, this::admit);
    auctions = new TextbookAuctions(desk, rules, contingencies);
    ticks = new TextbookTicks(desk, rules, contingencies, auctions);
    bars = new TextbookBars(desk, rules, contingencies, auctions);
  }

  private void turnTo(long nanos) {
    desk.turnTo(nanos);
    ticks.turnTo(nanos);
  }

  void arrive(long nanos, TextbookOrder order) {
    turnTo(nanos);
    desk.add(order);
    if (account.isReducing()) {
      desk.reject(order, RejectReason.ACCOUNT_IN_LIQUIDATION);
    } else if (order.lasting == TimeInForce.GTD && order.expire <= nanos) {
      desk.reject(order, RejectReason.EXPIRED_ON_ARRIVAL);
    } else if (order.parent == 0 && contingencies.isPointless(order)) {
      desk.reject(order, RejectReason.REDUCE_ONLY_WOULD_INCREASE);
    } else if (order.parent == 0 && contingencies.isGroupHitByAnother(order)) {
      desk.accept(order);
      desk.cancel(order, CancelReason.OCO_SIBLING_FILLED);
    } else if (order.parent == 0) {
      takeIn(order, rules.isStanding());
      meetStanding(order);
    }
    finish();
  }

  /** A child that its parent releases: for the next event, not for what stands. */
  private void admit(TextbookOrder order) {
    desk.toTheBack(order);
    order.releasedBar = bars.bar();
    takeIn(order, false);
  }

  private void takeIn(TextbookOrder order, boolean isStanding) {
    RejectReason objection = auctions.isOver(order) ? RejectReason.AUCTION_OVER : null;
    boolean isBookOrder = order.isLive && !order.lasting.isAuction();
    boolean meetsBook = isStanding && !isOnBars && isBookOrder;
    if (objection == null && meetsBook && order.isPostOnly && ticks.wouldTake(order)) {
      objection = RejectReason.POST_ONLY_WOULD_TAKE;
    }
    if (objection != null) {
      desk.reject(order, objection);
      return;
    }
    order.firstBar = firstBar();
    order.state = order.lasting.isAuction() ? State.AUCTION : State.WORKING;
    if (!order.isLive) {
      order.state = State.ARMED;
    }
    desk.accept(order);
  }

  private long firstBar() {
    return bars.bar() + (rules.barMarket == TextbookRules.BarMarket.NEXT_CLOSE ? 0 : 1);
  }

  private void meetStanding(TextbookOrder order) {
    if (order.isDone() || order.is(State.AUCTION) || order.is(State.HELD)) {
      return;
    }
    if (isOnBars) {
      bars.meetStanding(order);
    } else if (rules.isStanding()) {
      ticks.meetStanding(order);
    }
  }

  void cancel(long nanos, long orderId) {
    turnTo(nanos);
    TextbookOrder order = desk.find(orderId);
    if (order == null || order.isDone()) {
      desk.tooLate(orderId);
    } else {
      desk.cancel(order, CancelReason.REQUESTED);
    }
    finish();
  }

  void amend(long nanos, long orderId, long lots, long limit, long trigger) {
    turnTo(nanos);
    TextbookOrder order = desk.find(orderId);
    if (order == null || order.isDone()) {
      desk.tooLate(orderId);
    } else if (lots <= order.filled) {
      desk.cancel(order, CancelReason.AMENDED_BELOW_FILLED);
    } else {
      change(order, lots, limit, trigger);
    }
    finish();
  }

  private void change(TextbookOrder order, long lots, long limit, long trigger) {
    boolean isRepriced = order.type.hasLimit() && limit != order.limit;
    boolean isRearmed = !order.isLive && order.trigger != 0 && trigger != order.trigger;
    boolean goesBack = isRepriced || isRearmed || lots > order.lots;
    order.limit = order.type.hasLimit() ? limit : 0;
    order.trigger = isRearmed ? trigger : order.trigger;
    order.lots = lots;
    if (goesBack) {
      desk.toTheBack(order);
    }
    desk.replace(order, ReplaceReason.REQUESTED);
    if (goesBack) {
      order.firstBar = firstBar();
      meetStanding(order);
    }
  }

  /** The instant of an order that is good till then. */
  void expire(long nanos, TextbookOrder order) {
    if (!order.isDone()) {
      turnTo(nanos);
      desk.expire(order);
      finish();
    }
  }

  /**
   * The session ends: its orders expire, then the closing auction is held where none is flagged.
   */
  void endSession(long nanos) {
    turnTo(nanos);
    desk.all(order -> !order.isDone() && order.lasting == TimeInForce.DAY).forEach(desk::expire);
    auctions.endOpening();
    if (!rules.hasAuctions && !isOnBars) {
      ticks.close();
    }
    finish();
  }

  /** The books of a session are closed; returns what holding over these nights costs. */
  BigDecimal closeBooks(long nanos, long nights) {
    turnTo(nanos);
    auctions.endClosing();
    contingencies.cascade();
    BigDecimal charge = account.finance(nights);
    account.evaluate();
    callMargin();
    return charge;
  }

  void quote(TextbookTape.Quote quote) {
    turnTo(quote.time());
    ticks.quote(quote);
    if (quote.isTwoSided()) {
      account.mark(quote.bid() + quote.ask());
    }
    finish();
  }

  void print(TextbookTape.Print print) {
    turnTo(print.time());
    ticks.print(print);
    if (!rules.hasQuotes) {
      account.mark(2 * print.price());
    }
    finish();
  }

  /** One bar opens, or two: of bids and of offers. Returns its way, to be walked further. */
  TextbookWalk open(List<TextbookTape.Bar> together) {
    for (TextbookTape.Bar bar : together) {
      turnTo(bar.openTime());
      bars.open(bar, together);
      if (bar.equals(together.get(together.size() - 1))) {
        account.mark(bars.doubledMark());
      }
      finish();
    }
    return bars.walk();
  }

  void reach(long nanos, int point) {
    turnTo(nanos);
    bars.reach(point);
    account.mark(bars.doubledMark());
    finish();
  }

  void reachMiddle(long nanos) {
    turnTo(nanos);
    bars.reachMiddle();
    finish();
  }

  private void finish() {
    contingencies.cascade();
    account.evaluate();
    callMargin();
  }

  /**
   * The broker loses patience: cancels all that works and closes what each strategy holds at the
   * next event.
   */
  private void callMargin() {
    if (!account.isCalled()) {
      return;
    }
    desk.all(order -> !order.isDone()).forEach(order -> desk.cancel(order, CancelReason.RISK));
    for (int strategy = 0; strategy < account.strategies(); strategy++) {
      long lots = account.share(strategy).lots();
      if (lots != 0) {
        Wish.Terms terms = Wish.Terms.market(lots > 0 ? -1 : 1, Math.abs(lots));
        TextbookOrder order = new TextbookOrder(ids.getAsLong(), strategy, terms, 0, 0, 0);
        order.isBrokers = true;
        desk.add(order);
        takeIn(order, false);
      }
    }
  }

  List<Happening> history() {
    return desk.history();
  }

  TextbookAccount account() {
    return account;
  }

  List<TextbookOrder> orders() {
    return desk.all(order -> true);
  }
}
