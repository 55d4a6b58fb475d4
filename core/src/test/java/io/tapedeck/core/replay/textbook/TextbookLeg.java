package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import io.tapedeck.core.replay.textbook.TextbookRules.BarPath;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * One leg of a bar's way: orders meet their prices in the order in which it passes them. Bids and
 * offers go their legs side by side, each as far of its own as the other.
 */
final class TextbookLeg {
  /** Where one price is on its leg. */
  private static final class Line {
    private final TextbookWalk walk;
    private final long from;
    private final long to;
    private long at;

    Line(TextbookWalk walk, int point) {
      this.walk = walk;
      from = walk.price(point - 1);
      to = walk.price(point);
      at = from;
    }

    /** The worst price for an order between here and its own, among those the bar has. */
    long worst(TextbookOrder order, long here, long own) {
      return walk.worst(order.sign, here, own);
    }

    /** How far a price is, in parts of the leg and of another one. */
    private long far(long price, Line other) {
      return Math.abs(price - from) * Math.max(Math.abs(other.to - other.from), 1);
    }
  }

  /** An order and the price at which the leg comes to it. */
  private record Meeting(TextbookOrder order, Line line, long price) {
    int compareFar(Meeting other) {
      return Long.compare(line.far(price, other.line), other.line.far(other.price, line));
    }
  }

  /** Buys first, working orders before armed ones, then by priority. */
  private static final Comparator<TextbookOrder> AT_ONE_PLACE =
      Comparator.comparing((TextbookOrder order) -> -order.sign)
          .thenComparing(order -> order.is(State.ARMED))
          .thenComparing(
              (one, other) ->
                  one.is(State.ARMED)
                      ? Long.compare(one.place, other.place)
                      : TextbookOrder.PRIORITY.compare(one, other));

  private final TextbookBars bars;
  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final TreeSet<Long> served = new TreeSet<>();
  private Line forBuys;
  private Line forSells;
  private long begun;

  TextbookLeg(TextbookBars bars, TextbookDesk desk, TextbookRules rules) {
    this.bars = bars;
    this.desk = desk;
    this.rules = rules;
  }

  /**
   * Walks the leg that ends at a point.
   *
   * @param legBegun the step in which the leg began: who came later has to wait
   */
  void walk(TextbookWalk buys, TextbookWalk sells, int point, long legBegun) {
    served.clear();
    begun = legBegun;
    forBuys = new Line(buys, point);
    forSells = buys == sells ? forBuys : new Line(sells, point);
    Meeting next = next();
    while (next != null) {
      next.line.at = next.price;
      follow();
      act(next.order, next.price);
      next = next();
    }
    forBuys.at = forBuys.to;
    forSells.at = forSells.to;
    follow();
    for (TextbookOrder order : present()) {
      order.isMet |= order.is(State.WORKING);
      bars.endImmediate(order);
    }
    bars.settle();
  }

  private Line line(TextbookOrder order) {
    return order.sign > 0 ? forBuys : forSells;
  }

  private List<TextbookOrder> present() {
    return desk.all(
        order ->
            (order.is(State.ARMED) || order.is(State.WORKING))
                && takesPart(order)
                && !isTooYoung(order)
                && !served.contains(order.id)
                && !(order.isLive && order.isMarket()));
  }

  /** Whoever was there when the leg began, was triggered on it, or released by its one price. */
  private boolean takesPart(TextbookOrder order) {
    boolean isNew = order.step == desk.step();
    return order.step <= begun || (isNew && (order.wasTriggered() || forBuys == forSells));
  }

  private boolean isTooYoung(TextbookOrder order) {
    return rules.barPath == BarPath.PESSIMISTIC
        && order.type != OrderType.MARKET
        && !order.type.isStop()
        && order.releasedBar == bars.bar();
  }

  private Meeting next() {
    return present().stream()
        .sorted(AT_ONE_PLACE)
        .map(this::meeting)
        .filter(meeting -> meeting != null)
        .min(Meeting::compareFar)
        .orElse(null);
  }

  private Meeting meeting(TextbookOrder order) {
    Line line = line(order);
    Long price = order.is(State.ARMED) ? trigger(order, line) : limit(order, line);
    return price == null ? null : new Meeting(order, line, price);
  }

  /** Where on the way its trigger is met. */
  private static Long trigger(TextbookOrder order, Line line) {
    if (TextbookTriggers.level(order) == null) {
      TextbookTriggers.follow(order, 2 * line.at);
    }
    long level = TextbookTriggers.level(order);
    if (TextbookTriggers.isBeyond(order, 2 * line.at, level)) {
      return line.at;
    }
    return TextbookTriggers.isBeyond(order, 2 * line.to, level) ? Long.valueOf(level / 2) : null;
  }

  /** Where on the way its limit is reached, by the rule of the run. */
  private Long limit(TextbookOrder order, Line line) {
    long best = order.sign > 0 ? Math.min(line.at, line.to) : Math.max(line.at, line.to);
    boolean isPenetrated = order.allows(best) && best != order.limit;
    boolean isTouched = best == order.limit && bars.fillsAtTouch(order);
    if (!isPenetrated && !isTouched) {
      return null;
    }
    return order.allows(line.at) ? line.at : order.limit;
  }

  private void follow() {
    present().stream()
        .filter(order -> order.is(State.ARMED))
        .forEach(order -> TextbookTriggers.follow(order, 2 * line(order).at));
  }

  private void act(TextbookOrder order, long at) {
    if (order.is(State.ARMED)) {
      trigger(order, at);
      return;
    }
    served.add(order.id);
    boolean takes = order.allows(at) && at != order.limit && !order.isMet;
    if (order.isPostOnly && takes) {
      desk.refuseToTake(order);
      bars.settle();
      return;
    }
    order.isMet = true;
    bars.take(order, line(order).worst(order, at, order.limit), takes || order.isImmediate() ? "TAKER" : "MAKER");
  }

  /** On the way an order gets no better price than its trigger. */
  private void trigger(TextbookOrder order, long at) {
    long level = TextbookTriggers.level(order) / 2;
    long price = line(order).worst(order, at, level);
    desk.trigger(order);
    if (order.isMarket()) {
      bars.takeAny(order, price);
    } else if (order.allows(at) && at != order.limit && !order.isPostOnly) {
      served.add(order.id);
      order.isMet = true;
      bars.takeWithin(order, order.allows(price) ? price : order.limit);
    }
  }
}
