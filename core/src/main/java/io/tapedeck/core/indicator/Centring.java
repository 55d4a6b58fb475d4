package io.tapedeck.core.indicator;

/** What the variance of n returns is taken about. */
public enum Centring {
  /** {@code Σ r² / n}: realised variance, for returns whose mean is small. */
  ZERO,
  /** {@code Σ (r - mean)² / (n - 1)}: the sample variance. */
  MEAN
}
