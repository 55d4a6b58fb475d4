package io.tapedeck.core.replay.textbook;

import java.util.Random;

/** Luck for runs of the textbook alone: the same for the same order and bar. */
record KeyedLuck(long seed) implements TextbookRules.Luck {
  @Override
  public long tick(long orderId, long barOpenNanos, long low, long high) {
    return low
        + new Random(seed ^ (orderId * 1_000 + barOpenNanos)).nextInt((int) (high - low + 1));
  }

  @Override
  public boolean isFilledAtTouch(long orderId, long barOpenNanos, double probability) {
    return new Random(seed ^ (orderId * 1_000 + barOpenNanos)).nextDouble() < probability;
  }
}
