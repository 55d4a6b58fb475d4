package io.tapedeck.jobs.report;

import static io.tapedeck.jobs.report.Books.day;
import static io.tapedeck.jobs.report.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EquityCurveTest {
  private final EquityCurve curve =
      new EquityCurve(
          "test",
          usd("100"),
          List.of(day("2013-11-29", "110"), day("2013-11-30", "99"), day("2013-12-01", "123.75")));

  @Test
  void drawdownIsMeasuredFromTheHighestCloseSoFar() {
    assertThat(curve.underwater()).containsExactly(0.0, 0.0, -0.1, 0.0); // 99 / 110 - 1
  }

  @Test
  void aDaysReturnIsMeasuredFromTheCloseBefore() {
    assertThat(curve.dailyReturns()).containsExactly(0.1, -0.1, 0.25); // 123.75 / 99 - 1
  }

  @Test
  void aMonthsReturnIsMeasuredFromItsLastCloseToTheOneBefore() {
    assertThat(curve.monthlyReturns())
        .containsExactly(
            Map.entry(YearMonth.of(2013, 11), -0.01), // 99 / 100 - 1
            Map.entry(YearMonth.of(2013, 12), 0.25));
  }
}
