package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BollingerBandsTest {
  /** Mean 5, population deviation 2: the example of Wikipedia, "Standard deviation". */
  private static final long[] TEXTBOOK = {2, 4, 4, 4, 5, 5, 7, 9};

  private static BollingerBands bands(int window, double deviations, long... values) {
    BollingerBands bands = new BollingerBands.Spec(window, deviations).create();
    for (long value : values) {
      bands.add(value);
    }
    return bands;
  }

  @Test
  void theBandsAreDeviationsFromTheMean() {
    BollingerBands bands = bands(8, 1.5, TEXTBOOK);

    assertThat(bands.middle()).isEqualTo(5.0);
    assertThat(bands.deviation()).isEqualTo(2.0);
    assertThat(bands.upper()).isEqualTo(8.0); // 5 + 1.5 × 2
    assertThat(bands.lower()).isEqualTo(2.0);
  }

  @Test
  void theyAreNotDefinedBeforeTheWindowIsFull() {
    BollingerBands bands = bands(9, 2.0, TEXTBOOK);

    assertThat(bands.isWarm()).isFalse();
    assertThat(bands.middle()).isNaN();
    assertThat(bands.upper()).isNaN();
    assertThat(bands.lower()).isNaN();
  }

  @Test
  void aPriceThatStandsStillHasNoWidthHoweverLargeItIs() {
    BollingerBands bands = bands(3, 2.0, 1, 4_000_000_000_000_001L, 4_000_000_000_000_001L);
    bands.add(4_000_000_000_000_001L);

    assertThat(bands.deviation()).isZero();
    assertThat(bands.upper()).isEqualTo(bands.middle());
  }

  @Test
  void aTickOnALargePriceIsNotLost() {
    long price = 4_000_000_000_000_000L; // its square has 104 bits: doubles would lose the tick
    BollingerBands bands = bands(2, 2.0, price, price + 2);

    assertThat(bands.deviation()).isEqualTo(1.0);
  }

  @Test
  void theyAgreeWithThePublishedExample() {
    BollingerBands bands = new BollingerBands.Spec(20, 2.0).create();
    for (int day = 0; day < ChartSchool.BANDS_CLOSE.length; day++) {
      bands.add(ChartSchool.BANDS_CLOSE[day]);
      if (day >= 19) {
        double middle = ChartSchool.BANDS_MIDDLE[day - 19];
        double upper = ChartSchool.BANDS_UPPER[day - 19];
        assertThat(bands.middle() / 10_000).isCloseTo(middle, within(0.000001));
        assertThat(bands.deviation() / 10_000)
            .isCloseTo(ChartSchool.BANDS_DEVIATION[day - 19], within(0.000001));
        assertThat(bands.upper() / 10_000).isCloseTo(upper, within(0.000001));
        assertThat(bands.lower() / 10_000).isCloseTo(2 * middle - upper, within(0.000002));
      }
    }
  }

  @Test
  void theZScoreCountsDeviationsFromTheMean() {
    ZScore score = new ZScore.Spec(8).create();
    for (long value : TEXTBOOK) {
      assertThat(score.value()).isNaN();
      score.add(value);
    }
    assertThat(score.value()).isEqualTo(2.0); // (9 - 5) / 2

    ZScore still = new ZScore.Spec(2).create();
    still.add(7);
    still.add(7);
    assertThat(still.value()).isZero();
  }

  @Test
  void aValueTooLargeToSquareExactlyIsRefused() {
    BollingerBands bands = new BollingerBands.Spec(3, 2.0).create();
    long limit = Long.MAX_VALUE / 3;
    bands.add(limit);
    bands.add(-limit);
    bands.add(limit);

    assertThat(bands.deviation()).isFinite();
    assertThatThrownBy(() -> bands.add(limit + 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new BollingerBands.Spec(20, 0.0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BollingerBands.Spec(20, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
