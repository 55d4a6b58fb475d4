package io.tapedeck.core.market;

/** How a column of longs says that a row has no value. */
public final class Missing {
  /** No value: an unknown arrival time, an absent side of a quote, an undisplayed size. */
  public static final long VALUE = Long.MIN_VALUE;

  private Missing() {}

  public static boolean is(long value) {
    return value == VALUE;
  }
}
