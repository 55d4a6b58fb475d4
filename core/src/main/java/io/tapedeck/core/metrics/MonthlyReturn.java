package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The return of one calendar month of session dates: {@code E / E' - 1} of the equities at the last
 * session close of the month and of the last month before it with a session, or at the start.
 *
 * @param month of the session dates
 * @param value dimensionless; NaN after an equity that is not positive
 */
public record MonthlyReturn(YearMonth month, double value) {
  /** The months with a session, in order. */
  static List<MonthlyReturn> of(long startEquity, List<DailyEquity> daily) {
    List<MonthlyReturn> months = new ArrayList<>();
    long before = startEquity;
    for (int i = 0; i < daily.size(); i++) {
      YearMonth month = YearMonth.from(daily.get(i).date());
      boolean isLast =
          i + 1 == daily.size() || !month.equals(YearMonth.from(daily.get(i + 1).date()));
      if (isLast) {
        long equity = daily.get(i).equity();
        double value = before > 0 ? (double) equity / (double) before - 1.0 : Double.NaN;
        months.add(new MonthlyReturn(month, value));
        before = equity;
      }
    }
    return List.copyOf(months);
  }
}
