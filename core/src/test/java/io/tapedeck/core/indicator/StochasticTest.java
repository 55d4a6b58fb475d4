package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StochasticTest {
  @Test
  void theFastLineIsThePlaceOfTheCloseInTheRangeAndTheOthersAreMeans() {
    Stochastic stochastic = new Stochastic.Spec(2, 2, 2).create();
    stochastic.add(12, 10, 11);
    assertThat(stochastic.fastK()).isNaN();
    stochastic.add(14, 11, 13); // (13 - 10) / (14 - 10)
    assertThat(stochastic.fastK()).isEqualTo(75.0);
    assertThat(stochastic.slowK()).isNaN();
    stochastic.add(13, 12, 12); // (12 - 11) / (14 - 11): 33.3; the first bar has left
    assertThat(stochastic.fastK()).isEqualTo(100.0 / 3);
    assertThat(stochastic.slowK()).isEqualTo((75.0 + 100.0 / 3) / 2);
    assertThat(stochastic.isWarm()).isFalse();
    stochastic.add(16, 12, 16); // (16 - 12) / (16 - 12)
    assertThat(stochastic.fastK()).isEqualTo(100.0);
    double slow = (100.0 / 3 + 100.0) / 2;
    assertThat(stochastic.slowK()).isEqualTo(slow);
    assertThat(stochastic.percentD()).isEqualTo(((75.0 + 100.0 / 3) / 2 + slow) / 2);
    assertThat(stochastic.isWarm()).isTrue();
  }

  @Test
  void aMarketWithoutARangeIsInTheMiddle() {
    Stochastic stochastic = new Stochastic.Spec(2, 1, 1).create();
    stochastic.add(10, 10, 10);
    stochastic.add(10, 10, 10);

    assertThat(stochastic.fastK()).isEqualTo(50.0);
  }

  @Test
  void itAgreesWithThePublishedExample() {
    Stochastic fast = new Stochastic.Spec(14, 1, 3).create();
    Stochastic slow = new Stochastic.Spec(14, 3, 3).create();
    for (int day = 0; day < ChartSchool.STOCHASTIC_HIGH.length; day++) {
      long high = ChartSchool.STOCHASTIC_HIGH[day];
      long low = ChartSchool.STOCHASTIC_LOW[day];
      long close = day < 13 ? low : ChartSchool.STOCHASTIC_CLOSE[day - 13]; // not looked at
      fast.add(high, low, close);
      slow.add(high, low, close);
      if (day >= 13) {
        assertThat(fast.fastK()).isCloseTo(ChartSchool.STOCHASTIC[day - 13], within(0.00001));
      }
      if (day >= 15 && day - 15 < ChartSchool.STOCHASTIC_MEAN.length) {
        double mean = ChartSchool.STOCHASTIC_MEAN[day - 15];
        assertThat(fast.percentD()).isCloseTo(mean, within(0.00001));
        assertThat(slow.slowK()).isCloseTo(mean, within(0.00001));
      }
    }
  }
}
