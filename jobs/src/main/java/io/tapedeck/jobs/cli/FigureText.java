package io.tapedeck.jobs.cli;

import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Figures of result tables for reading: shares in per cent, money to the cent. */
final class FigureText {
  static final String NONE = "-";

  private static final double LEAST_SHOWN = 0.0005;
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final List<String> SHARES =
      List.of(
          Columns.TOTAL_RETURN,
          Columns.CAGR,
          Columns.VOLATILITY,
          Columns.MAX_DRAWDOWN,
          Columns.HIT_RATE,
          Columns.EXPOSURE,
          Columns.VALUE_AT_RISK_95,
          Columns.EXPECTED_SHORTFALL_95,
          Columns.BEST_DAY,
          Columns.WORST_DAY,
          Columns.ALPHA);

  private FigureText() {}

  /** The value of this column; "-" where it is not defined. */
  static String of(String column, Object value) {
    if (value instanceof Double number) {
      return real(column, number, "%.3f");
    }
    if (value instanceof BigDecimal money) {
      return money.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
    return value == null ? NONE : value.toString();
  }

  /**
   * A difference of values of this column with its sign: 0 only where they are equal, however small
   * it is; shares in percentage points.
   */
  static String difference(String column, Object difference) {
    if (difference instanceof Double number) {
      double shown = SHARES.contains(column) ? 100 * number : number;
      boolean isSmall = shown != 0 && Math.abs(shown) < LEAST_SHOWN;
      return number == 0 ? "0" : real(column, number, isSmall ? "%+.1E" : "%+.3f");
    }
    if (difference instanceof BigDecimal money) {
      boolean isSmall = money.abs().compareTo(CENT) < 0;
      BigDecimal shown =
          isSmall ? money.stripTrailingZeros() : money.setScale(2, RoundingMode.HALF_EVEN);
      return money.signum() == 0 ? "0" : (money.signum() > 0 ? "+" : "") + shown.toPlainString();
    }
    return difference instanceof Long count
        ? String.format(Locale.ROOT, count == 0 ? "%d" : "%+d", count)
        : NONE;
  }

  private static String real(String column, double number, String format) {
    if (Double.isNaN(number)) {
      return NONE;
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "∞" : "-∞";
    }
    return SHARES.contains(column)
        ? String.format(Locale.ROOT, format, 100 * number) + " %"
        : String.format(Locale.ROOT, format, number);
  }
}
