package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A run beside a benchmark, and what it cost. */
class BenchmarkAndCostsTest {
  private static RunMetrics compared(Benchmark benchmark, long start, long... equities) {
    return MetricsCalculator.of(
        new MetricsInput(
            start,
            equities[equities.length - 1],
            0,
            0,
            -25,
            0,
            Closes.of(equities),
            RoundTripTally.NONE,
            0,
            0,
            0,
            252,
            0,
            new CostBreakdown(-25, 30, 40, -5),
            new ShortfallTally(1, 1_000, 1, 2, 3, 4),
            benchmark));
  }

  @Test
  void aRunThatMovesTwiceAsMuchAsItsBenchmarkHasABetaOfTwo() {
    // +3 %, -1 %, +3 % are 1 % and twice +1 %, -1 %, +1 %
    RunMetrics metrics =
        compared(
            Benchmark.ofCloses(10_000, 10_100, 9_999, 10_099), // 9 999 × 1.01 = 10 098.99
            100_000_000,
            103_000_000,
            101_970_000,
            105_029_100);

    assertThat(metrics.beta()).isCloseTo(2.0, within(1e-4));
    assertThat(metrics.alpha()).isCloseTo(0.01 * 252, within(1e-3));
    // differences 2 %, 0, 2 %: mean 4/3 %, deviation √(4/3) %
    assertThat(metrics.informationRatio())
        .isCloseTo(Math.sqrt(4.0 / 3) * Math.sqrt(252), within(1e-2));
  }

  @Test
  void withoutABenchmarkThatMovesThereIsNothingToCompare() {
    RunMetrics alone = compared(Benchmark.NONE, 100, 101, 102);
    RunMetrics still = compared(Benchmark.ofReturns(0.01, 0.01), 100, 101, 103);
    RunMetrics same = compared(Benchmark.ofCloses(100, 101, 99), 100, 101, 99);

    assertThat(alone.alpha()).isNaN();
    assertThat(alone.beta()).isNaN();
    assertThat(alone.informationRatio()).isNaN();
    assertThat(still.beta()).isNaN();
    assertThat(still.alpha()).isNaN();
    assertThat(same.beta()).isEqualTo(1.0);
    assertThat(same.alpha()).isZero();
    assertThat(same.informationRatio()).isNaN(); // no difference ever
  }

  @Test
  void aBenchmarkOfOtherSessionsIsRefused() {
    assertThatThrownBy(() -> compared(Benchmark.ofReturns(0.01), 100, 101, 102))
        .hasMessage("a benchmark must have one return for each of the 2 sessions");
    assertThatThrownBy(() -> Benchmark.ofReturns(0.01, Double.NaN))
        .hasMessage("a benchmark's returns must be finite, one was NaN");
    assertThatThrownBy(() -> Benchmark.ofCloses(100, 101, 0))
        .hasMessage("a benchmark's prices must be positive, were 101 and then 0");
  }

  @Test
  void costsAndShortfallArePassedOn() {
    RunMetrics metrics = compared(Benchmark.NONE, 100, 101);

    assertThat(metrics.fees()).isEqualTo(-25); // rebates
    assertThat(metrics.slippage()).isEqualTo(30);
    assertThat(metrics.spreadCost()).isEqualTo(40);
    assertThat(metrics.financing()).isEqualTo(-5);
    assertThat(metrics.implementationShortfall()).isEqualTo(10); // 1 + 2 + 3 + 4
  }

  @Test
  void theFeesOfTheCostsAreTheFeesOfTheRun() {
    MetricsInput plain =
        new MetricsInput(100, 100, 0, 0, 7, 0, List.of(), RoundTripTally.NONE, 0, 0, 0, 252, 0);

    assertThat(plain.costs()).isEqualTo(CostBreakdown.ofFees(7));
    assertThatThrownBy(
            () ->
                new MetricsInput(
                    100,
                    100,
                    0,
                    0,
                    7,
                    0,
                    List.of(),
                    RoundTripTally.NONE,
                    0,
                    0,
                    0,
                    252,
                    0,
                    CostBreakdown.NONE,
                    ShortfallTally.NONE,
                    Benchmark.NONE))
        .hasMessage("the costs must be given, with fees of 7");
  }
}
