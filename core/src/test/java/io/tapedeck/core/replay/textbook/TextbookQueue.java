package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.replay.textbook.TextbookRules.Queue;

/** How many lots stand before a resting limit order at its price. */
final class TextbookQueue {
  private final TextbookRules rules;

  TextbookQueue(TextbookRules rules) {
    this.rules = rules;
  }

  boolean isOn() {
    return rules.queue != Queue.NONE;
  }

  /** The order begins to rest on this book. */
  void rest(TextbookOrder order, TextbookBook book) {
    Long touch = book.ownTouch(order.sign);
    if (!isOn() || touch == null) {
      return;
    }
    if (order.limit == touch) {
      joinAt(order, book);
    } else if ((order.limit - touch) * order.sign > 0) {
      order.ahead = 0.0;
      order.shown = 0;
    }
  }

  /** A new quote shows the order's price, or does not. */
  void look(TextbookOrder order, TextbookBook book) {
    Long touch = book.ownTouch(order.sign);
    if (!isOn() || touch == null) {
      return;
    }
    if (order.limit == touch && order.ahead == null) {
      joinAt(order, book);
    } else if (order.limit == touch && book.ownLots(order.sign) != null) {
      change(order, book.ownLots(order.sign));
    } else if ((order.limit - touch) * order.sign > 0) {
      order.ahead = 0.0; // the level is gone
    }
  }

  private static void joinAt(TextbookOrder order, TextbookBook book) {
    Long displayed = book.ownLots(order.sign);
    if (displayed != null) {
      order.ahead = (double) displayed;
      order.shown = displayed;
      order.traded = 0;
    }
  }

  private void change(TextbookOrder order, double newSize) {
    double ahead = order.ahead;
    double chg = order.shown - newSize - order.traded;
    if (chg > 0 && rules.queue != Queue.RISK_ADVERSE) {
      double back = order.shown - ahead;
      double p = probability(back, ahead);
      ahead = ahead - (1 - p) * chg + Math.min(back - p * chg, 0);
    }
    order.ahead = Math.max(Math.min(ahead, newSize), 0);
    order.shown = newSize;
    order.traded = 0;
  }

  /** That a cancellation came from behind the order. */
  double probability(double back, double ahead) {
    double p =
        switch (rules.queue) {
          case POWER_PROB, LOG_PROB -> f(back) / (f(back) + f(ahead));
          case POWER_PROB2, LOG_PROB2 -> f(back) / f(back + ahead);
          case POWER_PROB3 -> 1 - StrictMath.pow(ahead / (ahead + back), rules.queueExponent);
          case NONE, RISK_ADVERSE -> throw new IllegalStateException("no probability");
        };
    return Double.isNaN(p) || Double.isInfinite(p) ? 1 : p;
  }

  private double f(double x) {
    return switch (rules.queue) {
      case LOG_PROB, LOG_PROB2 -> StrictMath.log(1 + x);
      default -> StrictMath.pow(x, rules.queueExponent);
    };
  }

  /** A print at the order's price; returns the whole lots of it that reach the order. */
  long print(TextbookOrder order, long lots) {
    if (!isOn() || order.ahead == null) {
      return 0;
    }
    double beyond = Math.max(lots - order.ahead, 0);
    order.ahead = Math.max(order.ahead - lots, 0);
    order.traded += lots;
    return (long) Math.floor(beyond);
  }
}
