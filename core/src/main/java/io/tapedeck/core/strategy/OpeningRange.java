package io.tapedeck.core.strategy;

/** The range of the prices of one instrument since a session opened; prices in half ticks. */
final class OpeningRange {
  private final long incrementTicks;
  private long high;
  private long low;

  /** An empty range of prices in steps of the venue's increment. */
  OpeningRange(long incrementTicks) {
    this.incrementTicks = incrementTicks;
    clear();
  }

  void clear() {
    high = Long.MIN_VALUE;
    low = Long.MAX_VALUE;
  }

  void widen(long top, long bottom) {
    high = Math.max(high, top);
    low = Math.min(low, bottom);
  }

  boolean hasWidth() {
    return high > low;
  }

  /** So many widths in ticks, rounded up to the increment; of a range that has a width. */
  long widthsTicks(double widths) {
    double increments = widths * (double) (high - low) / 2.0 / (double) incrementTicks;
    return incrementTicks * (long) Math.ceil(increments);
  }

  /** The lowest price of the increment above the range. */
  long aboveTicks() {
    return incrementTicks * (Math.floorDiv(high, 2 * incrementTicks) + 1);
  }

  /** The highest price of the increment below the range. */
  long belowTicks() {
    return -incrementTicks * (Math.floorDiv(-low, 2 * incrementTicks) + 1);
  }

  /** The nearest price to this that an order may have: one increment at least. */
  long placeableTicks(long priceTicks) {
    return Math.max(priceTicks, incrementTicks);
  }
}
