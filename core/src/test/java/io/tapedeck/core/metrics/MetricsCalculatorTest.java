package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.account.DailyEquity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsCalculatorTest {
  private static final double TINY = 1e-12;

  /** Sessions of ten nanoseconds, half of them with a position, that trade 50 000 each. */
  private static List<DailyEquity> sessions(long... equities) {
    List<DailyEquity> daily = new ArrayList<>();
    for (long equity : equities) {
      LocalDate date = LocalDate.of(2024, 1, 2).plusDays(daily.size());
      daily.add(new DailyEquity(date, equity, equity, 0, 0, 50_000, 5, 10));
    }
    return daily;
  }

  private static RunMetrics metrics(long start, long end, RoundTripTally trips, long... equities) {
    return MetricsCalculator.of(
        new MetricsInput(
            start, end, 300, -40, 25, 6, sessions(equities), trips, 1_010, 0.01, 77, 252, 1));
  }

  private static RunMetrics metrics(long start, long... equities) {
    return metrics(start, equities[equities.length - 1], RoundTripTally.NONE, equities);
  }

  @Test
  void returnsAreJudgedByTheirMeanAndDeviation() {
    // returns +1 %, -1 %, +1 %: mean 1/300, squares of deviations (4 + 16 + 4) / 9 × 1e-4
    RunMetrics metrics = metrics(100_000_000, 101_000_000, 99_990_000, 100_989_900);

    assertThat(metrics.totalReturn()).isCloseTo(0.009899, within(TINY));
    // sample variance 24 / 9 / 2 × 1e-4 = 4/3 × 1e-4, × 252
    assertThat(metrics.volatility()).isCloseTo(Math.sqrt(0.0336), within(TINY));
    // 1/300 / √(4/3 × 1e-4) × √252 = √21
    assertThat(metrics.sharpe()).isCloseTo(Math.sqrt(21), within(1e-9));
    // downside √(1e-4 / 3): 1/300 / √(1e-4 / 3) × √252 = √84
    assertThat(metrics.sortino()).isCloseTo(Math.sqrt(84), within(1e-9));
    // three sessions are 3/252 of a year: 1.009899^84 - 1
    assertThat(metrics.cagr()).isCloseTo(Math.pow(1.009899, 84) - 1, within(1e-9));
    assertThat(metrics.calmar()).isCloseTo(metrics.cagr() / 0.01, within(1e-9));
    assertThat(metrics.sessions()).isEqualTo(3);
  }

  @Test
  void aYearThatGrowsByATenthHasThatGrowthRate() {
    long[] equities = new long[252];
    for (int i = 0; i < equities.length; i++) {
      equities[i] = 1_000_000L + i;
    }
    equities[251] = 1_100_000;

    assertThat(metrics(1_000_000, equities).cagr()).isCloseTo(0.10, within(TINY));
  }

  @Test
  void theWorstTwentiethOfSessionsIsTheValueAtRisk() {
    // 40 sessions: returns -1 %, -2 %, then +0.1 % each; ⌈40 / 20⌉ = 2nd smallest is -1 %
    long[] equities = new long[40];
    equities[0] = 990_000_000;
    equities[1] = 970_200_000;
    for (int i = 2; i < equities.length; i++) {
      equities[i] = equities[i - 1] + equities[i - 1] / 1_000;
    }
    RunMetrics metrics = metrics(1_000_000_000, equities);

    assertThat(metrics.valueAtRisk95()).isCloseTo(0.01, within(TINY));
    assertThat(metrics.expectedShortfall95()).isCloseTo((0.01 + 0.02) / 2, within(TINY));
  }

  @Test
  void aGainInTheTailIsANegativeLoss() {
    RunMetrics metrics = metrics(1_000_000, 1_010_000, 1_030_200);

    assertThat(metrics.valueAtRisk95()).isCloseTo(-0.01, within(TINY));
  }

  @Test
  void roundTripsAreCountedNetOfFees() {
    RoundTripTally trips = RoundTripTally.NONE.with(300).with(-100).with(0).with(100);
    RunMetrics metrics = metrics(100_000, 100_300, trips, 100_000, 100_300);

    // squares 90 000 + 10 000 + 0 + 10 000
    assertThat(trips).isEqualTo(new RoundTripTally(4, 2, 1, 400, 100, new SquareSum(0, 110_000)));
    assertThat(metrics.hitRate()).isEqualTo(0.5); // 2 of 4
    assertThat(metrics.profitFactor()).isEqualTo(4.0); // 400 / 100
    assertThat(metrics.expectancy()).isEqualTo(75.0); // (400 - 100) / 4
    assertThat(metrics.roundTrips()).isEqualTo(4);
  }

  @Test
  void turnoverIsPerYearAndExposureAShareOfTime() {
    RunMetrics metrics = metrics(100_000, 100_000, 150_000);

    // 100 000 traded / 125 000 mean equity × 252 / 2 sessions
    assertThat(metrics.turnover()).isCloseTo(100_000.0 / 125_000.0 * 126, within(TINY));
    assertThat(metrics.exposure()).isEqualTo(0.5);
  }

  @Test
  void whatIsGivenIsPassedOn() {
    RunMetrics metrics = metrics(100_000, 100_260, RoundTripTally.NONE, 100_260);

    assertThat(metrics.realised()).isEqualTo(300);
    assertThat(metrics.unrealised()).isEqualTo(-40);
    assertThat(metrics.fees()).isEqualTo(25);
    assertThat(metrics.fills()).isEqualTo(6);
    assertThat(metrics.maxDrawdownMoney()).isEqualTo(1_010);
    assertThat(metrics.maxDrawdownNanos()).isEqualTo(77);
    assertThat(metrics.openTrades()).isEqualTo(1);
  }

  @Test
  void whatIsNotDefinedIsNotANumber() {
    RunMetrics still = metrics(100_000, 100_000, 100_000);
    RunMetrics single = metrics(100_000, 110_000);
    RunMetrics ruined = metrics(100_000, 0, 0);
    RunMetrics indebted = metrics(100_000, 50_000, -1);

    assertThat(still.volatility()).isZero();
    assertThat(still.sharpe()).isNaN(); // no variance
    assertThat(still.sortino()).isNaN(); // no loss
    assertThat(still.hitRate()).isNaN(); // no trades
    assertThat(still.profitFactor()).isNaN();
    assertThat(single.volatility()).isNaN(); // one return has no deviation
    assertThat(single.valueAtRisk95()).isNaN();
    assertThat(ruined.volatility()).isNaN(); // nothing grows from zero
    assertThat(ruined.cagr()).isEqualTo(-1.0);
    assertThat(ruined.turnover()).isNaN();
    assertThat(indebted.cagr()).isNaN();
    assertThat(indebted.totalReturn()).isEqualTo(-1.00001);
  }

  @Test
  void aRunWithoutSessionsHasNoRates() {
    RunMetrics empty =
        MetricsCalculator.of(
            new MetricsInput(
                100, 100, 0, 0, 0, 0, List.of(), RoundTripTally.NONE, 0, 0, 0, 252, 0));

    assertThat(empty.totalReturn()).isZero();
    assertThat(empty.cagr()).isNaN();
    assertThat(empty.exposure()).isNaN();
    assertThat(empty.calmar()).isNaN();
  }

  @Test
  void steadyGrowthHasNoDeviationWhateverItsRounding() {
    // +10 % each: 1.1 is no double, yet all returns are the same one
    RunMetrics metrics = metrics(1_000_000, 1_100_000, 1_210_000, 1_331_000);

    assertThat(metrics.volatility()).isLessThan(1e-14);
  }

  @Test
  void impossibleTalliesAreRefused() {
    assertThatThrownBy(() -> new RoundTripTally(1, 1, 1, 0, 0, SquareSum.ZERO))
        .hasMessage("of 1 round trips 1 cannot have won and 1 lost");
  }

  @Test
  void theBestAndTheWorstDayAreTheExtremesOfReturns() {
    // +10 %, -20 %, +25 %
    RunMetrics metrics = metrics(1_000, 1_100, 880, 1_100);

    assertThat(metrics.bestDay()).isCloseTo(0.25, within(TINY));
    assertThat(metrics.worstDay()).isCloseTo(-0.20, within(TINY));
    // gains 35 %, losses 20 %
    assertThat(metrics.omega()).isCloseTo(1.75, within(TINY));
    // 95 %: 10 + 0.9 × 15 = 23.5; 5 %: -20 + 0.1 × 30 = -17
    assertThat(metrics.tailRatio()).isCloseTo(23.5 / 17, within(TINY));
  }

  @Test
  void oneSessionIsItsOwnBestAndWorstDay() {
    RunMetrics single = metrics(100_000, 110_000);

    assertThat(single.bestDay()).isCloseTo(0.10, within(TINY));
    assertThat(single.worstDay()).isEqualTo(single.bestDay());
    assertThat(single.omega()).isNaN();
    assertThat(single.tailRatio()).isNaN();
  }

  @Test
  void withoutLossesThereIsNoOmegaAndWithoutALowerTailNoRatioOfTails() {
    RunMetrics still = metrics(100_000, 100_000, 100_000);
    RunMetrics rising = metrics(100_000, 101_000, 103_020);
    RunMetrics falling = metrics(100_000, 99_000, 97_020);

    assertThat(still.omega()).isNaN();
    assertThat(still.tailRatio()).isNaN();
    assertThat(rising.omega()).isNaN();
    assertThat(falling.omega()).isZero();
    // -1 % and -2 %: -1.05 % over 1.95 %
    assertThat(falling.tailRatio()).isCloseTo(-1.05 / 1.95, within(TINY));
  }

  @Test
  void theSystemQualityNumberIsThatOfTheTrips() {
    // 300, -100, 0, 100: mean 75, deviations 225² + 175² + 75² + 25² = 87 500, over 3
    RoundTripTally trips = RoundTripTally.NONE.with(300).with(-100).with(0).with(100);
    RunMetrics metrics = metrics(100_000, 100_300, trips, 100_300);

    assertThat(metrics.sqn()).isCloseTo(2 * 75 / Math.sqrt(87_500.0 / 3), within(TINY));
  }
}
