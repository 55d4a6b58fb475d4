package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.replay.textbook.TextbookOrder.State;
import io.tapedeck.core.replay.textbook.TextbookRules.BarPath;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** One leg of a bar's way: orders meet their prices in the order in which it passes them. */
final class TextbookLeg {
  /** An order and the price at which the leg comes to it. */
  private record Meeting(TextbookOrder order, long price) {}

  private final TextbookBars bars;
  private final TextbookDesk desk;
  private final TextbookRules rules;
  private final TreeSet<Long> served = new TreeSet<>();

  TextbookLeg(TextbookBars bars, TextbookDesk desk, TextbookRules rules) {
    this.bars = bars;
    this.desk = desk;
    this.rules = rules;
  }

  /**
   * Walks the leg that ends at a point.
   *
   * @param sign whose orders meet it; 0 for both
   * @param begun the step in which the leg began: who came later has to wait
   */
  void walk(TextbookWalk walk, int sign, int point, long begun) {
    served.clear();
    long to = walk.price(point);
    long at = walk.price(point - 1);
    while (true) {
      List<TextbookOrder> present = present(sign, begun);
      Meeting next = next(present, at, to);
      follow(present, next == null ? to : next.price());
      if (next == null) {
        break;
      }
      at = next.price();
      act(next.order(), at);
    }
    for (TextbookOrder order : present(sign, begun)) {
      order.isMet |= order.is(State.WORKING);
      bars.endImmediate(order);
    }
  }

  private List<TextbookOrder> present(int sign, long begun) {
    return desk.all(
        order ->
            (order.is(State.ARMED) || order.is(State.WORKING))
                && (sign == 0 || order.sign == sign)
                && (order.step <= begun || order.step == desk.step())
                && !isTooYoung(order)
                && !served.contains(order.id)
                && !(order.isLive && order.isMarket()));
  }

  private boolean isTooYoung(TextbookOrder order) {
    return rules.barPath == BarPath.PESSIMISTIC
        && order.type == OrderType.LIMIT
        && order.releasedBar == bars.bar();
  }

  private Meeting next(List<TextbookOrder> present, long at, long to) {
    return present.stream()
        .map(order -> meeting(order, at, to))
        .filter(meeting -> meeting != null)
        .min(
            Comparator.comparing((Meeting one) -> Math.abs(one.price() - at))
                .thenComparing(one -> -one.order().sign)
                .thenComparing(one -> one.order().place))
        .orElse(null);
  }

  private Meeting meeting(TextbookOrder order, long at, long to) {
    Long price = order.is(State.ARMED) ? trigger(order, at, to) : limit(order, at, to);
    return price == null ? null : new Meeting(order, price);
  }

  /** Where on the way its trigger is met. */
  private static Long trigger(TextbookOrder order, long at, long to) {
    if (order.type == OrderType.TRAILING_STOP && order.best == null) {
      TextbookTriggers.follow(order, 2 * at);
    }
    long level = TextbookTriggers.level(order);
    if (TextbookTriggers.isBeyond(order, 2 * at, level)) {
      return at;
    }
    TextbookTriggers.follow(order, 2 * at);
    level = TextbookTriggers.level(order);
    return TextbookTriggers.isBeyond(order, 2 * to, level) ? Long.valueOf(level / 2) : null;
  }

  /** Where on the way its limit is reached, by the rule of the run. */
  private Long limit(TextbookOrder order, long at, long to) {
    long best = order.sign > 0 ? Math.min(at, to) : Math.max(at, to);
    boolean isPenetrated = order.allows(best) && best != order.limit;
    boolean isTouched = best == order.limit && bars.fillsAtTouch(order);
    if (!isPenetrated && !isTouched) {
      return null;
    }
    return order.allows(at) ? at : order.limit;
  }

  private static void follow(List<TextbookOrder> present, long price) {
    present.stream()
        .filter(order -> order.is(State.ARMED))
        .forEach(order -> TextbookTriggers.follow(order, 2 * price));
  }

  private void act(TextbookOrder order, long at) {
    if (order.is(State.ARMED)) {
      desk.trigger(order);
      if (order.isMarket()) {
        bars.takeAny(order, at);
      }
      return;
    }
    served.add(order.id);
    boolean isBetter = order.allows(at) && at != order.limit;
    if (order.isPostOnly && !order.isMet && isBetter) {
      desk.reject(order, RejectReason.POST_ONLY_WOULD_TAKE);
      bars.settle();
      return;
    }
    order.isMet = true;
    bars.take(order, order.limit, "MAKER");
    bars.endImmediate(order);
  }
}
