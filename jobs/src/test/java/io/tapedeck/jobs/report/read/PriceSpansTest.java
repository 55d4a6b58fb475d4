package io.tapedeck.jobs.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Books;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.PricePicture.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceSpansTest {
  @Test
  void neighboursArePutTogetherFromTheirLowestToTheirHighest() {
    List<Span> days = new ArrayList<>();
    for (int day = 0; day < 2_000; day++) {
      days.add(new Span(day, 100 + day, 101 + day));
    }

    List<Span> spans = PriceReading.together(days);

    assertThat(spans).hasSize(1_000).startsWith(new Span(0, 100, 102), new Span(2, 102, 104));
    assertThat(spans.get(999)).isEqualTo(new Span(1_998, 2_098, 2_100));
  }

  @Test
  void aBenchmarkIsTheStartEquityTimesItsPriceOverTheFirst() {
    EquityCurve curve =
        new EquityCurve(
            "all",
            Books.usd("1000"),
            List.of(
                Books.day("2024-01-08", "1001"),
                Books.day("2024-01-09", "1002"),
                Books.day("2024-01-10", "1003")));

    // first price 50, closes 55, none, 40: 1000 × 55 / 50, the same again, 1000 × 40 / 50
    assertThat(
            RunPrices.held(
                    "QQQ",
                    curve,
                    50,
                    Map.of(LocalDate.of(2024, 1, 8), 55.0, LocalDate.of(2024, 1, 10), 40.0))
                .equity())
        .containsExactly(
            (double) Books.usd("1000"),
            (double) Books.usd("1100"),
            (double) Books.usd("1100"),
            (double) Books.usd("800"));
  }

  @Test
  void sessionsOfAYearAreWhatTheVolatilityWasAnnualisedBy() {
    // returns 10 % and -10 %: deviation √(0.02 / 1); a year of 252 of them
    EquityCurve curve =
        new EquityCurve(
            "all",
            Books.usd("100"),
            List.of(Books.day("2024-01-08", "110"), Books.day("2024-01-09", "99")));

    assertThat(DetailReading.sessionsPerYear(volatility(Math.sqrt(0.02 * 252)), curve))
        .isEqualTo(252);
    assertThat(DetailReading.sessionsPerYear(volatility(Double.NaN), curve)).isZero();
  }

  private static RunMetrics volatility(double volatility) {
    return new RunMetrics(
        1, 1, 0, 0, 0, 0, 0, volatility, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
  }
}
