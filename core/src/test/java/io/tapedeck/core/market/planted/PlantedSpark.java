package io.tapedeck.core.market.planted;

import org.opentest4j.AssertionFailedError;

/** A violation: a kernel that needs more than the JDK. */
final class PlantedSpark {
  private PlantedSpark() {}

  static RuntimeException failure() {
    return new IllegalStateException(new AssertionFailedError("no plain Java"));
  }
}
