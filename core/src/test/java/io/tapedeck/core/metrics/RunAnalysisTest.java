package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Side;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunAnalysisTest {
  private static final double TINY = 1e-12;

  private static RunAnalysis analysis(long start, List<DailyEquity> daily, int window, int most) {
    return RunAnalysis.of(
        new AnalysisInput(start, daily, List.of(), List.of(), List.of(), 252, window, most));
  }

  private static LocalDate january(int day) {
    return LocalDate.of(2024, 1, day);
  }

  @Test
  void everyWindowHasItsSharpeRatio() {
    // returns +1 %, -1 %, +1 %, +3 %
    List<DailyEquity> daily = Closes.of(101_000_000, 99_990_000, 100_989_900, 104_019_597);
    List<DatedFigure> rolling = analysis(100_000_000, daily, 3, 0).rollingSharpe();

    assertThat(rolling)
        .extracting(DatedFigure::date)
        .containsExactly(january(4), january(5)); // the third and fourth session
    // mean 1/300, deviation √(4/3) %: 1 / √12 × √252 = √21
    assertThat(rolling.get(0).value()).isCloseTo(Math.sqrt(21), within(1e-9));
    // -1 %, +1 %, +3 %: mean 1 %, deviation 2 %: √252 / 2
    assertThat(rolling.get(1).value()).isCloseTo(Math.sqrt(252) / 2, within(1e-9));
  }

  @Test
  void aWindowThatDoesNotMoveHasNone() {
    List<DatedFigure> rolling = analysis(100, Closes.of(100, 100, 101), 2, 0).rollingSharpe();

    assertThat(rolling).hasSize(2);
    assertThat(rolling.get(0).value()).isNaN();
    // 0 and 1 %: mean 0.5 %, deviation √(2 × 0.25) % = √0.5 %
    assertThat(rolling.get(1).value())
        .isCloseTo(0.5 / Math.sqrt(0.5) * Math.sqrt(252), within(1e-9));
  }

  @Test
  void aRunShorterThanTheWindowHasNoRollingFigure() {
    assertThat(analysis(100, Closes.of(101, 102), 3, 0).rollingSharpe()).isEmpty();
  }

  @Test
  void drawdownsRunFromPeakToRecoveryDeepestFirst() {
    // start 100 | 95 100 | 120 110 90 108 120 | 150 147 — days 2 to 10 of January
    List<DailyEquity> daily = Closes.of(95, 100, 120, 110, 90, 108, 120, 150, 147);
    List<Drawdown> drawdowns = analysis(100, daily, 2, 10).drawdowns();

    assertThat(drawdowns)
        .containsExactly(
            new Drawdown( // 120 on the 4th, 90 on the 6th, 120 again on the 8th
                Optional.of(january(4)), january(6), Optional.of(january(8)), 0.25, 30, 2, 4),
            new Drawdown( // the start, 95 on the 2nd, 100 on the 3rd
                Optional.empty(), january(2), Optional.of(january(3)), 0.05, 5, 1, 2),
            new Drawdown( // 150 on the 9th, 147 on the 10th, and no more
                Optional.of(january(9)), january(10), Optional.empty(), 0.02, 3, 1, 1));
  }

  @Test
  void ofEqualDrawdownsTheEarliestComesFirstAndTheTableMayBeCut() {
    // 100 → 90 → 100 → 90 → 100: two falls of a tenth
    List<DailyEquity> daily = Closes.of(90, 100, 90, 100);
    List<Drawdown> drawdowns = analysis(100, daily, 2, 1).drawdowns();

    assertThat(drawdowns).hasSize(1);
    assertThat(drawdowns.get(0).trough()).isEqualTo(january(2));
  }

  @Test
  void aPeakThatIsHeldBeginsItsDrawdownAtTheLastClose() {
    // 100 on the 2nd and 3rd, then 99 on the 4th
    List<Drawdown> drawdowns = analysis(100, Closes.of(100, 100, 99), 2, 5).drawdowns();

    assertThat(drawdowns.get(0).peak()).contains(january(3));
    assertThat(drawdowns.get(0).sessions()).isEqualTo(1);
  }

  @Test
  void equityThatRisesHasNoDrawdown() {
    assertThat(analysis(100, Closes.of(100, 101, 102), 2, 5).drawdowns()).isEmpty();
  }

  @Test
  void monthsGoFromTheLastCloseToTheLastClose() {
    // 30 and 31 January, 1 and 2 February
    List<DailyEquity> daily = Closes.from(january(30), 105, 110, 100, 121);

    assertThat(analysis(100, daily, 2, 0).months())
        .usingElementComparator(
            (one, other) ->
                one.month().equals(other.month()) && Math.abs(one.value() - other.value()) < TINY
                    ? 0
                    : 1)
        .containsExactly(
            new MonthlyReturn(YearMonth.of(2024, 1), 0.10), // 110 / 100 - 1
            new MonthlyReturn(YearMonth.of(2024, 2), 0.10)); // 121 / 110 - 1
  }

  @Test
  void afterRuinAMonthHasNoReturn() {
    List<DailyEquity> daily = Closes.from(january(31), 0, 0);

    assertThat(analysis(100, daily, 2, 0).months().get(0).value()).isEqualTo(-1.0);
    assertThat(analysis(100, daily, 2, 0).months().get(1).value()).isNaN();
  }

  @Test
  void theDistributionKnowsItsBestAndWorstSession() {
    // returns +10 %, -20 %, +25 %, 0 %
    ReturnDistribution distribution =
        analysis(1_000, Closes.of(1_100, 880, 1_100, 1_100), 2, 0).distribution();

    assertThat(distribution.sessions()).isEqualTo(4);
    assertThat(distribution.mean()).isCloseTo(0.0375, within(TINY)); // 15 % / 4
    assertThat(distribution.positiveShare()).isEqualTo(0.5);
    assertThat(distribution.best().orElseThrow().date()).isEqualTo(january(4));
    assertThat(distribution.worst().orElseThrow().date()).isEqualTo(january(3));
    assertThat(distribution.percentiles().get(50)).isCloseTo(0.05, within(TINY)); // 0 and 10 %
    // ⌈log2 4⌉ + 1 = 3 bins of 15 %: from -20, -5 and 10
    assertThat(distribution.bins()).hasSize(3);
    assertThat(distribution.bins().get(0).sessions()).isEqualTo(1);
    assertThat(distribution.bins().get(0).from()).isCloseTo(-0.20, within(TINY));
    assertThat(distribution.bins().get(2).to()).isCloseTo(0.25, within(TINY));
  }

  @Test
  void momentsAreThePopulationsAndKurtosisIsRaw() {
    // -1 %, 0, 0, +1 %: M2 = 0.5e-4, M3 = 0, M4 = 0.5e-8: kurtosis 0.5 / 0.25 = 2
    ReturnDistribution distribution =
        ReturnDistribution.of(SessionReturns.of(-0.01, 0, 0, 0.01), Closes.of(99, 99, 99, 100));

    assertThat(distribution.skewness()).isZero();
    assertThat(distribution.kurtosis()).isCloseTo(2.0, within(TINY));
    assertThat(distribution.deviation()).isCloseTo(Math.sqrt(2e-4 / 3), within(TINY));
  }

  @Test
  void equityThatNeverMovesHasOneBinAndNoShape() {
    ReturnDistribution distribution = analysis(100, Closes.of(100, 100, 100), 2, 0).distribution();

    assertThat(distribution.bins()).containsExactly(new ReturnDistribution.Bin(0, 0, 3));
    assertThat(distribution.skewness()).isNaN();
    assertThat(distribution.kurtosis()).isNaN();
    assertThat(distribution.deviation()).isZero();
  }

  @Test
  void aSingleSessionHasNoDistribution() {
    ReturnDistribution distribution = analysis(100, Closes.of(110), 2, 0).distribution();

    assertThat(distribution.sessions()).isZero();
    assertThat(distribution.mean()).isNaN();
    assertThat(distribution.best()).isEmpty();
    assertThat(distribution.bins()).isEmpty();
  }

  @Test
  void ordersAndCostsAreBrokenDownLikeTrips() {
    OrderShortfall bought = new OrderShortfall(1, 0, 3, Side.BUY, 1_000, 5, 10, 2, 0);
    OrderShortfall sold = new OrderShortfall(2, 1, 3, Side.SELL, 2_000, 0, -4, 2, 7);
    CostLine fill = new CostLine(0, 3, Side.BUY, new CostBreakdown(2, 4, 6, 0));
    CostLine funding = new CostLine(1, 3, Side.SELL, new CostBreakdown(0, 0, 0, -3));
    RunAnalysis analysis =
        RunAnalysis.of(
            new AnalysisInput(
                100,
                List.of(),
                List.of(),
                List.of(bought, sold),
                List.of(fill, funding),
                252,
                2,
                5));

    assertThat(analysis.orders()).containsExactly(bought, sold);
    assertThat(analysis.shortfall().total()).isEqualTo(new ShortfallTally(2, 3_000, 5, 6, 4, 7));
    assertThat(analysis.shortfall().bySide().get(Side.SELL).total()).isEqualTo(5); // -4 + 2 + 7
    assertThat(analysis.costs().total()).isEqualTo(new CostBreakdown(2, 4, 6, -3));
    assertThat(analysis.costs().byStrategy().get(0).total()).isEqualTo(12); // 2 + 4 + 6
    assertThat(analysis.costs().byInstrument().keySet()).containsExactly(3);
    assertThat(analysis.trips().total().tally()).isEqualTo(RoundTripTally.NONE);
  }

  @Test
  void aWindowOfOneSessionIsRefused() {
    assertThatThrownBy(() -> analysis(100, List.of(), 1, 0))
        .hasMessage("rollingSessions must be at least 2, were 1");
  }
}
