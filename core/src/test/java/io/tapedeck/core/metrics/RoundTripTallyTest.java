package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RoundTripTallyTest {
  private static RoundTripTally tally(long... netProfits) {
    RoundTripTally tally = RoundTripTally.NONE;
    for (long netProfit : netProfits) {
      tally = tally.with(netProfit);
    }
    return tally;
  }

  @Test
  void systemQualityIsThatOfTharpsFormula() {
    // 25 trips with a mean of 0.8 and a deviation of 2.5 have √25 × 0.8 / 2.5 = 1.6
    // sum 6 × 5 - 13 + 3 = 20, squares 150 + 13 + 3 = 166, (166 - 20² / 25) / 24 = 2.5²
    RoundTripTally trips =
        tally(
            5, -1, -1, 5, -1, -1, 0, 5, -1, -1, 1, 5, -1, -1, 0, 5, -1, -1, 1, 5, -1, -1, 0, -1, 1);

    assertThat(trips.closed()).isEqualTo(25);
    assertThat(trips.netProfit()).isEqualTo(20);
    assertThat(trips.systemQuality()).isCloseTo(1.6, within(1e-15));
  }

  @Test
  void aSmallSpreadAroundAHugeProfitIsNotLost() {
    // 10^15 ± 1: squares of 10^30 that differ by 10^15 and leave a variance of 2
    RoundTripTally trips = tally(1_000_000_000_000_001L, 999_999_999_999_999L);

    // √2 × 10^15 / √2
    assertThat(trips.systemQuality()).isCloseTo(1e15, within(1.0));
  }

  @Test
  void systemQualityNeedsTwoTripsThatDiffer() {
    assertThat(tally().systemQuality()).isNaN();
    assertThat(tally(7).systemQuality()).isNaN();
    assertThat(tally(7, 7, 7).systemQuality()).isNaN();
    assertThat(tally(-7, 7).systemQuality()).isZero();
    assertThat(tally(-3, -5).systemQuality()).isCloseTo(-4.0, within(1e-15)); // √2 × -4 / √2
  }

  @Test
  void squaresCarryIntoTheUpperHalf() {
    // (2^32)² = 2^64
    assertThat(SquareSum.ZERO.plus(1L << 32)).isEqualTo(new SquareSum(1, 0));
    // (2^32 - 1)² = 2^64 - 2^33 + 1, twice: 2^65 - 2^34 + 2
    SquareSum twice = SquareSum.ZERO.plus((1L << 32) - 1).plus(1 - (1L << 32));
    assertThat(twice.exactly())
        .isEqualTo(
            BigInteger.ONE
                .shiftLeft(65)
                .subtract(BigInteger.ONE.shiftLeft(34))
                .add(BigInteger.TWO));
    // the lowest long squared is 2^126
    assertThat(SquareSum.ZERO.plus(Long.MIN_VALUE)).isEqualTo(new SquareSum(1L << 62, 0));
  }

  @Test
  void aNegativeSumOfSquaresIsRefused() {
    assertThatThrownBy(() -> new SquareSum(-1, 0))
        .hasMessage("a sum of squares must not be negative, its upper half was -1");
  }
}
