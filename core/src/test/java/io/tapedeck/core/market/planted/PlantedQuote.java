package io.tapedeck.core.market.planted;

import io.tapedeck.core.feed.MergedFeed;

/** A violation: vocabulary that knows a stage. */
final class PlantedQuote {
  private PlantedQuote() {}

  static Class<?> feed() {
    return MergedFeed.class;
  }
}
