package io.tapedeck.core.strategy;

import io.tapedeck.core.indicator.BollingerBands;
import io.tapedeck.core.indicator.RollingRegression;
import io.tapedeck.core.indicator.ZScore;

/**
 * The spread {@code y - ratio × x} of two series of whole numbers, and how many population
 * deviations its last value is from the mean of the last n.
 *
 * <p>With a ratio of its own the spread is rounded to a whole number. Else the ratio is the slope
 * of the least-squares line through the last n pairs, the spread is the residual {@code e}, whose
 * mean is zero, and its deviation is {@code σy √(1 - r²)}.
 */
final class PairSpread {
  /** Less than this share of a variance left unexplained is rounding. */
  private static final double NOTHING = 1e-12;

  private final double fixedRatio; // zero: by regression
  private final ZScore fixed;
  private final RollingRegression line;
  private final BollingerBands ofY;
  private long lastX;
  private long lastY;

  PairSpread(double fixedRatio, int window) {
    this.fixedRatio = fixedRatio;
    fixed = new ZScore.Spec(window).create();
    line = new RollingRegression.Spec(window).create();
    ofY = new BollingerBands.Spec(window, 1).create();
  }

  void add(long y, long x) {
    lastX = x;
    lastY = y;
    if (fixedRatio == 0) {
      line.add(x, y);
      ofY.add(y);
    } else {
      fixed.add(Math.round((double) y - fixedRatio * (double) x));
    }
  }

  boolean isWarm() {
    return fixedRatio == 0 ? line.isWarm() : fixed.isWarm();
  }

  /** Units of x against one of y; NaN where all x of the window are the same. */
  double ratio() {
    return fixedRatio == 0 ? line.slope() : fixedRatio;
  }

  /** The score; NaN where it is not defined, zero where the line goes through every pair. */
  double score() {
    if (fixedRatio != 0) {
      return fixed.value();
    }
    double unexplained = 1.0 - line.rSquared();
    if (unexplained < NOTHING) {
      return 0;
    }
    double residual = (double) lastY - line.intercept() - line.slope() * (double) lastX;
    return residual / (ofY.deviation() * StrictMath.sqrt(unexplained));
  }
}
