package io.tapedeck.jobs.report;

import java.util.List;
import java.util.TreeSet;

/** Which points of long series are drawn: every extreme stays. */
public final class Thinning {
  /** More points than this are thinned. */
  public static final int MOST_POINTS = 5_000;

  private static final int SPANS = 1_000;

  private Thinning() {}

  /**
   * Places to draw, in order: all of them, or of each of a thousand spans the first, the lowest and
   * the highest point of every series; and the last.
   *
   * @param series of equal length; what is not a number counts for nothing
   */
  @SafeVarargs
  public static List<Integer> places(List<Double>... series) {
    int length = series[0].size();
    TreeSet<Integer> places = new TreeSet<>();
    int spans = length > MOST_POINTS ? SPANS : length;
    for (int span = 0; span < spans; span++) {
      int from = (int) ((long) length * span / spans);
      int to = (int) ((long) length * (span + 1) / spans);
      places.add(from);
      for (List<Double> values : series) {
        places.add(extreme(values, from, to, 1));
        places.add(extreme(values, from, to, -1));
      }
    }
    if (length > 0) {
      places.add(length - 1);
    }
    return List.copyOf(places);
  }

  private static int extreme(List<Double> values, int from, int to, int sign) {
    int extreme = from;
    for (int i = from; i < to; i++) {
      if (sign * values.get(i) > sign * values.get(extreme)) {
        extreme = i;
      }
    }
    return extreme;
  }
}
