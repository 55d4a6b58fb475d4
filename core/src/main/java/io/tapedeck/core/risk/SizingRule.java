package io.tapedeck.core.risk;

/** The lots of one sizing rule at full strength, not yet rounded to what the venue accepts. */
interface SizingRule {
  /**
   * Lots, not negative.
   *
   * @param stopTicks distance to the stop, positive, or {@link
   *     io.tapedeck.core.market.Missing#VALUE}
   * @param equity money, not negative; zero if {@link #needsEquity} is false and it is not known
   * @param doubledTicks positive, unless {@link #needsPrice} is false
   */
  long fullLots(long stopTicks, long equity, long doubledTicks);

  boolean needsEquity();

  boolean needsPrice();

  /** Whether enough bars were seen to size an order with this stop. */
  default boolean isWarm(long stopTicks) {
    return true;
  }

  /** A bar closed; prices in ticks. */
  default void onBar(long highTicks, long lowTicks, long closeTicks) {}
}
