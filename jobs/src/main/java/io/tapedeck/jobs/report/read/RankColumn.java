package io.tapedeck.jobs.report.read;

import io.tapedeck.jobs.report.HeatMap.Measure;
import io.tapedeck.jobs.report.HeatMap.Sense;
import io.tapedeck.jobs.report.HeatMap.Unit;
import io.tapedeck.lake.table.Columns;
import java.util.Set;

/**
 * The column of `run_metrics` that a sweep ranks by.
 *
 * @param name of the column
 */
record RankColumn(String name) {
  private static final Set<String> FRACTIONS =
      Set.of(
          Columns.TOTAL_RETURN,
          Columns.CAGR,
          Columns.ALPHA,
          Columns.HIT_RATE,
          Columns.MAX_DRAWDOWN,
          Columns.VOLATILITY);
  private static final Set<String> LESS_IS_BETTER =
      Set.of(Columns.MAX_DRAWDOWN, Columns.VOLATILITY, Columns.IMPLEMENTATION_SHORTFALL);

  /** For people: "total return". */
  String label() {
    return name.replace('_', ' ');
  }

  boolean isLessBetter() {
    return LESS_IS_BETTER.contains(name);
  }

  /** The best first; what is not defined, or infinite as without losses, last. */
  int compare(double one, double other) {
    if (!Double.isFinite(one) || !Double.isFinite(other)) {
      return Boolean.compare(!Double.isFinite(one), !Double.isFinite(other));
    }
    return isLessBetter() ? Double.compare(one, other) : Double.compare(other, one);
  }

  /** How it is written. */
  Unit unit() {
    return FRACTIONS.contains(name) ? Unit.PERCENT : Unit.NUMBER;
  }

  Measure measure(String window) {
    return new Measure(
        "Median " + label() + ", " + window,
        unit(),
        isLessBetter() ? Sense.LESS_IS_BETTER : Sense.MORE_IS_BETTER);
  }
}
