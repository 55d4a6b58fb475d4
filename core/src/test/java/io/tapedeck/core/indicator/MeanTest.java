package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeanTest {
  @Test
  void theWeightedMeanOfThreeWeighsTheNewestThreeTimes() {
    WeightedMean mean = new WeightedMean.Spec(3).create();
    mean.add(2);
    mean.add(4);
    assertThat(mean.isWarm()).isFalse();
    assertThat(mean.value()).isNaN();

    mean.add(9); // (1 × 2 + 2 × 4 + 3 × 9) / 6
    assertThat(mean.value()).isEqualTo(37 / 6.0);
    mean.add(-1); // (1 × 4 + 2 × 9 + 3 × -1) / 6
    assertThat(mean.value()).isEqualTo(19 / 6.0);
  }

  @Test
  void aWeightedSumBeyond64BitsIsRefused() {
    WeightedMean mean = new WeightedMean.Spec(3).create();

    assertThatThrownBy(() -> mean.add(Long.MAX_VALUE / 2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void wildersMeanMovesByOneOverTheWindow() {
    ExponentialMean mean = new ExponentialMean.Spec(4, Seeding.SMA, Smoothing.WILDER).create();
    mean.add(1);
    mean.add(2);
    mean.add(3);
    mean.add(6);
    assertThat(mean.value()).isEqualTo(3.0); // 12 / 4
    mean.add(11); // 3 + (11 - 3) / 4
    assertThat(mean.value()).isEqualTo(5.0);
  }

  @Test
  void theLineOfMacdIsFastLessSlowAndItsSignalFollows() {
    Macd macd = new Macd.Spec(1, 2, 2, Seeding.SMA).create(); // α = 1 and 2 / 3
    macd.add(2);
    assertThat(macd.line()).isNaN();
    macd.add(4); // 4 - (2 + 4) / 2
    assertThat(macd.line()).isEqualTo(1.0);
    assertThat(macd.signal()).isNaN();
    assertThat(macd.isWarm()).isFalse();
    macd.add(9); // slow 3 + 2 / 3 × 6 = 7
    assertThat(macd.line()).isEqualTo(2.0);
    assertThat(macd.signal()).isEqualTo(1.5); // (1 + 2) / 2
    assertThat(macd.histogram()).isEqualTo(0.5);
    assertThat(macd.isWarm()).isTrue();
    macd.add(1); // slow 7 - 2 / 3 × 6 = 3, line 1 - 3 = -2, signal 1.5 - 2 / 3 × 3.5
    assertThat(macd.signal()).isEqualTo(1.5 + 2.0 / 3 * -3.5);
    assertThatThrownBy(() -> new Macd.Spec(26, 12, 9, Seeding.SMA))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalDefinitionsAreOneKey() {
    assertThat(new ExponentialMean.Spec(10, Seeding.SMA, Smoothing.STANDARD))
        .isEqualTo(new ExponentialMean.Spec(10, Seeding.SMA, Smoothing.STANDARD))
        .isNotEqualTo(new ExponentialMean.Spec(10, Seeding.SMA, Smoothing.WILDER));
  }
}
