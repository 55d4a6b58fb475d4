package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import io.tapedeck.core.replay.textbook.TextbookRules.BarLimit;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import java.util.ArrayList;
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
  private boolean isAtClose;
  private long openStep;
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

  /** A bar opens; where there is one of offers and one of bids, one after the other. */
  void open(TextbookTape.Bar opened, List<TextbookTape.Bar> together) {
    boolean isFirst = together.get(0).equals(opened);
    if (isFirst) {
      bar++;
      long position = desk.account().position().lots();
      TextbookTape.Bar last = together.get(together.size() - 1);
      boolean isAskFirst = opened.kind() != BarPrice.BID;
      forBuys = new TextbookWalk(isAskFirst ? opened : last, together, rules, position);
      forSells = forBuys;
      if (!last.equals(opened)) {
        forSells = new TextbookWalk(isAskFirst ? last : opened, together, rules, position);
      }
      point = 0;
      openStep = desk.step();
    }
    if (isOnePath()) {
      openAuction(+1);
      openAuction(-1);
      atOpen(+1);
      atOpen(-1);
    } else {
      int sign = opened.equals(forBuys.bar()) ? +1 : -1;
      openAuction(sign);
      atOpen(sign);
    }
    pointStep = desk.step();
  }

  /** The next point: the leg to it, and at the last one the close. */
  void reach(int newPoint) {
    point = newPoint;
    leg.walk(forBuys, forSells, point, pointStep);
    if (forBuys.isLast(point)) {
      isAtClose = true;
      atClose();
      isAtClose = false;
    }
    pointStep = desk.step();
  }

  /** The middle of the bar's time, where some market orders are filled. */
  void reachMiddle() {
    for (TextbookOrder order : marketOrders()) {
      TextbookTape.Bar own = walk(order).bar();
      long price = middle(own, order.sign);
      if (rules.barMarket == BarMarket.RANDOM) {
        price = rules.luck.tick(order.id, own.openTime(), own.low(), own.high());
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

  private void openAuction(int sign) {
    TextbookWalk walk = sign > 0 ? forBuys : forSells;
    auctions.openAtBar(
        sign,
        () -> walk.left(0),
        walk.price(0),
        lots -> {
          walk.take(lots);
          settle();
        });
  }

  private void atOpen(int sign) {
    long open = (sign > 0 ? forBuys : forSells).price(0);
    for (TextbookOrder order :
        desk.byPriority(one -> one.is(State.WORKING) && one.sign == sign && one.step < openStep)) {
      meetOpen(order, open);
    }
    for (TextbookOrder order : armed(sign)) {
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

  private List<TextbookOrder> armed(int sign) {
    return desk.all(one -> one.is(State.ARMED) && one.sign == sign && one.step < openStep).stream()
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
      desk.refuseToTake(order);
      settle();
      return;
    }
    order.isMet = true;
    if (isBetter && !order.isPostOnly) {
      takeWithin(order, open);
    } else if (isBetter || (order.limit == open && fillsAtTouch(order))) {
      long price = walk(order).worst(order.sign, open, order.limit);
      take(order, price, order.isImmediate() ? "TAKER" : "MAKER");
    }
    endImmediate(order);
    settle();
  }

  /** Whether a limit order fills where the price comes to it and no further. */
  boolean fillsAtTouch(TextbookOrder order) {
    return rules.barLimit == BarLimit.TOUCH
        || (rules.barLimit == BarLimit.PROBABILITY
            && rules.luck.isFilledAtTouch(
                order.id, forBuys.bar().openTime(), rules.touchProbability));
  }

  private void atClose() {
    if (rules.barMarket == BarMarket.NEXT_CLOSE) {
      for (TextbookOrder order : marketOrders()) {
        takeAny(order, walk(order).price(point));
      }
    }
    if (rules.endsASession(forBuys.bar().openTime(), forBuys.bar().time())) {
      List<TextbookOrder> closing = new ArrayList<>(auctions.waiting(TimeInForce.AT_THE_CLOSE));
      closing.sort(Comparator.comparing(order -> -order.sign));
      for (TextbookOrder order : closing) {
        TextbookWalk walk = walk(order);
        walk.take(auctions.atPrice(order, walk.price(point), walk.left(point)));
        settle();
      }
    }
  }

  /** A market order that arrives where it takes the price the venue knew last. */
  void meetStanding(TextbookOrder order) {
    boolean isOfBook = order.is(State.WORKING) && order.isMarket();
    if (forBuys != null && isOfBook && rules.barMarket == BarMarket.SAME_CLOSE) {
      takeAny(order, walk(order).price(point));
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
    boolean isForThisClose = rules.barMarket == BarMarket.NEXT_CLOSE && !isAtClose;
    order.firstBar = isForThisClose ? bar : bar + 1;
  }

  /** Fills at a price plus slippage, but never beyond the order's limit. */
  void takeWithin(TextbookOrder order, long price) {
    long slipped = price + order.sign * rules.slippageTicks(price);
    take(order, order.allows(slipped) ? slipped : order.limit, "TAKER");
  }

  void take(TextbookOrder order, long price, String liquidity) {
    TextbookWalk walk = walk(order);
    long lots = Math.min(contingencies.permit(order), walk.left(point));
    if (lots > 0 && !(order.isFillOrKill() && lots < order.leaves())) {
      walk.take(lots);
      desk.fill(order, price, lots, liquidity);
    }
    endImmediate(order);
    settle();
  }

  void endImmediate(TextbookOrder order) {
    if (order.isImmediate() && !order.isDone()) {
      desk.cancel(
          order,
          order.isFillOrKill() ? CancelReason.FILL_OR_KILL : CancelReason.IMMEDIATE_OR_CANCEL);
    }
  }

  /** What follows from a fill happens on the way. */
  void settle() {
    contingencies.cascade();
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
