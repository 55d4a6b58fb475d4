package io.tapedeck.jobs.report.page;

/** Style classes of values on a scale around zero. */
final class Shade {
  /** Shades on each side of zero. */
  private static final int SHADES = 4;

  private Shade() {}

  /** Style class of a value on a scale from -reach to +reach: n4..n1, z, p1..p4. */
  static String of(double value, double reach) {
    if (Double.isNaN(value)) {
      return "none";
    }
    if (value == 0 || reach == 0) {
      return "z";
    }
    int step = (int) Math.min(SHADES, Math.max(1, Math.ceil(Math.abs(value) / reach * SHADES)));
    return (value > 0 ? "p" : "n") + step;
  }
}
