package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.order.OrderType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** When the market meets the trigger of an armed order; prices are doubled ticks. */
final class TextbookTriggers {
  private TextbookTriggers() {}

  /** Looks at a price: answers whether it triggers, else lets it move a trailing stop. */
  static boolean meets(TextbookOrder order, long doubledPrice) {
    Long at = level(order);
    if (at != null && isBeyond(order, doubledPrice, at)) {
      return true;
    }
    follow(order, doubledPrice);
    return false;
  }

  /** The doubled trigger as it stands; null for a trailing stop that has seen no price. */
  static Long level(TextbookOrder order) {
    if (order.type != OrderType.TRAILING_STOP) {
      return 2 * order.trigger;
    }
    return order.best == null ? null : order.best + 2L * order.sign * offset(order);
  }

  /** Whether the price is where the order waits for it, or beyond. */
  static boolean isBeyond(TextbookOrder order, long doubledPrice, long doubledLevel) {
    return (doubledPrice - doubledLevel) * way(order) >= 0;
  }

  /** +1 if the order waits for higher prices, -1 if for lower ones. */
  static int way(TextbookOrder order) {
    return order.type.isStop() ? order.sign : -order.sign;
  }

  /** The best price for a trailing stop is the highest for one that sells. */
  static void follow(TextbookOrder order, long doubledPrice) {
    if (order.type == OrderType.TRAILING_STOP) {
      boolean isBetter = order.best == null || (order.best - doubledPrice) * order.sign > 0;
      order.best = isBetter ? Long.valueOf(doubledPrice) : order.best;
    }
  }

  private static long offset(TextbookOrder order) {
    if (order.trailTicks > 0) {
      return order.trailTicks;
    }
    return BigDecimal.valueOf(order.best)
        .multiply(BigDecimal.valueOf(order.trailBpsE4))
        .divide(BigDecimal.valueOf(200_000_000), 0, RoundingMode.CEILING)
        .longValueExact();
  }
}
