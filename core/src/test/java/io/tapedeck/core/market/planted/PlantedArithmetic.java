package io.tapedeck.core.market.planted;

/** Violations: results that differ between machines, and state that runs share. */
final class PlantedArithmetic {
  static long shared;

  private PlantedArithmetic() {}

  static double power(double base) {
    return Math.pow(base, 0.5);
  }

  static double fused(double factor) {
    return Math.fma(factor, factor, 1.0);
  }

  /** No violation: correctly rounded everywhere. */
  static double root(double square) {
    return Math.sqrt(square);
  }
}
