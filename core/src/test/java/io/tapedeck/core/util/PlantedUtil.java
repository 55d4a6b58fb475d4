package io.tapedeck.core.util;

/** A violation: a package that is neither vocabulary, stage nor composition. */
final class PlantedUtil {
  private PlantedUtil() {}
}
