package io.tapedeck.jobs.report;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.contract.Require;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of one run at its session closes.
 *
 * @param window name of the window of dates
 * @param startEquity money before the first session; positive
 * @param days session closes in date order; at least one
 */
public record EquityCurve(String window, long startEquity, List<DailyEquity> days) {
  public EquityCurve {
    Require.that(startEquity > 0, "equity at the start must be positive, was %d", startEquity);
    Require.that(!days.isEmpty(), "an equity curve needs at least one session close");
    days = List.copyOf(days);
  }

  /**
   * Equity before the first session and after each, in money: one more value than there are days.
   */
  public List<Long> equity() {
    List<Long> equity = new ArrayList<>(days.size() + 1);
    equity.add(startEquity);
    days.forEach(day -> equity.add(day.equity()));
    return equity;
  }

  /** Return of each session: its closing equity over the one before, less one. */
  public List<Double> dailyReturns() {
    List<Double> returns = new ArrayList<>(days.size());
    long before = startEquity;
    for (DailyEquity day : days) {
      returns.add(growth(before, day.equity()));
      before = day.equity();
    }
    return returns;
  }

  /**
   * Under water: {@code equity / highest equity so far − 1}, at session closes; zero or negative,
   * in the order of {@link #equity}.
   */
  public List<Double> underwater() {
    List<Double> depths = new ArrayList<>(days.size() + 1);
    long peak = startEquity;
    for (long equity : equity()) {
      peak = Math.max(peak, equity);
      depths.add(growth(peak, equity));
    }
    return depths;
  }

  /** Return of each calendar month: its last closing equity over the last one before, less one. */
  public Map<YearMonth, Double> monthlyReturns() {
    Map<YearMonth, Long> closing = new LinkedHashMap<>();
    days.forEach(day -> closing.put(YearMonth.from(day.date()), day.equity()));
    Map<YearMonth, Double> returns = new LinkedHashMap<>();
    long before = startEquity;
    for (Map.Entry<YearMonth, Long> month : closing.entrySet()) {
      returns.put(month.getKey(), growth(before, month.getValue()));
      before = month.getValue();
    }
    return returns;
  }

  private static double growth(long from, long to) {
    return from > 0 ? (double) (to - from) / from : Double.NaN;
  }
}
