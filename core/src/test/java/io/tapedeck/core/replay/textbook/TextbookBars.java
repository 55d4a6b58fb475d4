package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import io.tapedeck.core.replay.textbook.TextbookRules.BarLimit;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import java.util.Comparator;
import java.util.List;

/** How bars fill orders: the open, the legs between the points, the middle and the close. */
final class TextbookBars {
  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final TextbookContingencies contingencies;
  private final TextbookAuctions auctions;
  private final TextbookLeg leg;
  private TextbookWalk forBuys;
  private TextbookWalk forSells;
  private long bar = -1;
  private int point;
  private long pointStep;

  TextbookBars(
      TextbookDesk desk,
      TextbookRules rules,
      TextbookContingencies contingencies,
      TextbookAuctions auctions) {
    this.desk = desk;
    this.rules = rules;
    this.contingencies = contingencies;
    this.auctions = auctions;
    leg = new TextbookLeg(this, desk, rules);
  }

  /** A bar opens, or a bar of offers and one of bids. */
  void open(List<TextbookTape.Bar> together) {
    bar++;
    long position = desk.account().position().lots();
    TextbookTape.Bar one = together.get(0);
    if (together.size() == 1) {
      forBuys = new TextbookWalk(one, rules, position);
      forSells = forBuys;
    } else {
      TextbookTape.Bar other = together.get(1);
      boolean isAskFirst = one.kind() == BarPrice.ASK;
      forBuys = new TextbookWalk(isAskFirst ? one : other, rules, position);
      forSells = new TextbookWalk(isAskFirst ? other : one, rules, position);
    }
    point = 0;
    long step = desk.step();
    atOpen(+1, step);
    atOpen(-1, step);
    pointStep = step;
  }

  /** The next point: the leg to it, and at the last one the close. */
  void reach(int newPoint) {
    point = newPoint;
    if (isOnePath()) {
      leg.walk(forBuys, 0, point, pointStep);
    } else {
      leg.walk(forBuys, +1, point, pointStep);
      leg.walk(forSells, -1, point, pointStep);
    }
    if (forBuys.isLast(point)) {
      atClose();
    }
    pointStep = desk.step();
  }

  /** The middle of the bar's time, where some market orders are filled. */
  void reachMiddle() {
    for (TextbookOrder order : marketOrders()) {
      TextbookTape.Bar own = walk(order).bar();
      long price = middle(own, order.sign);
      if (rules.barMarket == BarMarket.RANDOM) {
        price = rules.luck.tick(order.id, own.low(), own.high());
      }
      takeAny(order, price);
    }
  }

  private static long middle(TextbookTape.Bar bar, int sign) {
    long doubled = bar.high() + bar.low();
    return sign > 0 ? Math.floorDiv(doubled + 1, 2) : Math.floorDiv(doubled, 2);
  }

  private List<TextbookOrder> marketOrders() {
    return desk.byPriority(
        order -> order.is(State.WORKING) && order.isMarket() && order.firstBar <= bar);
  }

  private void atOpen(int sign, long step) {
    TextbookWalk walk = sign > 0 ? forBuys : forSells;
    long open = walk.price(0);
    if (rules.isInSession(desk.clock())) {
      for (TextbookOrder order : auctions.waiting(TimeInForce.AT_THE_OPENING)) {
        if (order.sign == sign) {
          walk.take(auctions.atPrice(order, open, walk.left(0)));
          settle();
        }
      }
    }
    for (TextbookOrder order :
        desk.byPriority(one -> one.is(State.WORKING) && one.sign == sign && one.step < step)) {
      meetOpen(order, open);
    }
    for (TextbookOrder order : armed(sign, step)) {
      if (!order.isDone() && TextbookTriggers.meets(order, 2 * open)) {
        desk.trigger(order);
        if (order.isMarket()) {
          takeAny(order, open);
        } else {
          meetOpen(order, open);
        }
      }
    }
  }

  private List<TextbookOrder> armed(int sign, long step) {
    return desk.all(one -> one.is(State.ARMED) && one.sign == sign && one.step < step).stream()
        .sorted(Comparator.comparing(order -> order.place))
        .toList();
  }

  private void meetOpen(TextbookOrder order, long open) {
    if (order.isDone()) {
      return;
    }
    if (order.isMarket()) {
      boolean isNow =
          rules.barMarket == BarMarket.NEXT_OPEN || rules.barMarket == BarMarket.SAME_CLOSE;
      if (isNow && order.firstBar <= bar) {
        takeAny(order, open);
      }
      return;
    }
    boolean isBetter = order.allows(open) && order.limit != open;
    if (isBetter && order.isPostOnly && !order.isMet) {
      desk.reject(order, RejectReason.POST_ONLY_WOULD_TAKE);
      settle();
      return;
    }
    order.isMet = true;
    if (isBetter) {
      take(order, open, "TAKER");
    } else if (order.limit == open && fillsAtTouch(order)) {
      take(order, open, "MAKER");
    }
    endImmediate(order);
  }

  /** Whether a limit order fills where the price comes to it and no further. */
  boolean fillsAtTouch(TextbookOrder order) {
    return rules.barLimit == BarLimit.TOUCH
        || (rules.barLimit == BarLimit.PROBABILITY
            && rules.luck.isFilledAtTouch(order.id, bar, rules.touchProbability));
  }

  private void atClose() {
    if (rules.barMarket == BarMarket.NEXT_CLOSE) {
      for (TextbookOrder order : marketOrders()) {
        takeAny(order, walk(order).price(point));
      }
    }
    if (rules.endsASession(forBuys.bar().openTime(), forBuys.bar().time())) {
      for (TextbookOrder order : auctions.waiting(TimeInForce.AT_THE_CLOSE)) {
        TextbookWalk walk = walk(order);
        walk.take(auctions.atPrice(order, walk.price(point), walk.left(point)));
        settle();
      }
    }
  }

  /** An order that arrives where market orders take the price the venue knew last. */
  void meetStanding(TextbookOrder order, boolean isStanding) {
    if (forBuys == null) {
      return;
    }
    long price = walk(order).price(point);
    if (order.is(State.ARMED) && isStanding && TextbookTriggers.meets(order, 2 * price)) {
      desk.trigger(order);
    }
    if (order.is(State.WORKING) && order.isMarket() && rules.barMarket == BarMarket.SAME_CLOSE) {
      takeAny(order, price);
    }
  }

  /**
   * Fills at a price plus slippage; what a market order cannot have now it wants of the next bar.
   */
  void takeAny(TextbookOrder order, long price) {
    if (order.isDone()) {
      return;
    }
    take(order, price + order.sign * rules.slippageTicks(price), "TAKER");
    endImmediate(order);
    order.firstBar = bar + 1;
  }

  void take(TextbookOrder order, long price, String liquidity) {
    TextbookWalk walk = walk(order);
    long lots = Math.min(contingencies.permit(order), walk.left(point));
    if (lots > 0 && !(order.isFillOrKill() && lots < order.leaves())) {
      walk.take(lots);
      desk.fill(order, price, lots, liquidity);
      settle();
    }
  }

  void endImmediate(TextbookOrder order) {
    if (order.isImmediate() && !order.isDone()) {
      desk.cancel(
          order,
          order.isFillOrKill() ? CancelReason.FILL_OR_KILL : CancelReason.IMMEDIATE_OR_CANCEL);
      settle();
    }
  }

  /** On one path what follows from a fill happens on the way; on two at the end of the point. */
  void settle() {
    if (isOnePath()) {
      contingencies.cascade();
    }
  }

  private boolean isOnePath() {
    return forBuys == forSells;
  }

  private TextbookWalk walk(TextbookOrder order) {
    return order.sign > 0 ? forBuys : forSells;
  }

  /** Number of the bar that is open, or was last, from 0; -1 before the first. */
  long bar() {
    return bar;
  }

  TextbookWalk walk() {
    return forBuys;
  }

  /** Twice the price at which positions are valued at the point. */
  long doubledMark() {
    return forBuys.price(point) + forSells.price(point);
  }
}
