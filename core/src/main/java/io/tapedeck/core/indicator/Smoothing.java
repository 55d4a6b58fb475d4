package io.tapedeck.core.indicator;

/** How much of the distance to a new value an exponential mean of window n moves. */
public enum Smoothing {
  /** {@code α = 2 / (n + 1)}. */
  STANDARD,
  /**
   * {@code α = 1 / n}.
   *
   * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.
   */
  WILDER;

  double alpha(int window) {
    return this == STANDARD ? 2.0 / (window + 1.0) : 1.0 / window;
  }
}
