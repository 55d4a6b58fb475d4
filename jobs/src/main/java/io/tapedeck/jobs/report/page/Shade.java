package io.tapedeck.jobs.report.page;

import java.util.stream.DoubleStream;

/**
 * Style classes of values: n1 to n4 below zero, p1 to p4 above. The shades reach from zero to the
 * value farthest from it; where all values lie on one side, from the nearest to the farthest.
 *
 * @param nearest distance from zero that has the lightest shade; not negative
 * @param farthest distance from zero that has the darkest; not below the nearest
 */
record Shade(double nearest, double farthest) {
  /** Shades on each side of zero. */
  private static final int SHADES = 4;

  /** The shades of these values; what is not finite counts for nothing. */
  static Shade over(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return new Shade(0, 0);
    }
    double low = finite[0];
    double high = finite[finite.length - 1];
    double nearest = low > 0 ? low : Math.max(0, -high);
    return new Shade(nearest, Math.max(Math.abs(low), Math.abs(high)));
  }

  /** Style class of a value. */
  String of(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    if (value == 0 || farthest == 0) {
      return "z";
    }
    double share = farthest > nearest ? (Math.abs(value) - nearest) / (farthest - nearest) : 1;
    int step = (int) Math.min(SHADES, Math.max(1, Math.ceil(share * SHADES)));
    return (value > 0 ? "p" : "n") + step;
  }
}
