package io.tapedeck.core.bar;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.WideSum;

/** How much a tick adds to what completes a bar. */
enum Measure {
  /** One. */
  TICKS,
  /** Its size. */
  LOTS,
  /** Its price, without sign, times its size. */
  TICK_LOTS;

  void add(long price, long lots, WideSum sum) {
    switch (this) {
      case TICKS -> sum.addProduct(1, 1);
      case LOTS -> sum.addProduct(lots, 1);
      case TICK_LOTS -> sum.addProduct(price, price < 0 ? -lots : lots);
    }
  }

  /** Whether it can measure a tick of this size. */
  boolean accepts(long lots) {
    return this == TICKS ? Missing.is(lots) || lots >= 0 : lots >= 0;
  }
}
