package io.tapedeck.core.indicator;

/** What a return from one price to the next is. */
public enum ReturnKind {
  /** {@code ln(price / price before)}. */
  LOG,
  /** {@code (price - price before) / price before}. */
  SIMPLE;

  double of(long priceBefore, long price) {
    return this == LOG
        ? StrictMath.log((double) price / (double) priceBefore)
        : (double) (price - priceBefore) / (double) priceBefore;
  }
}
