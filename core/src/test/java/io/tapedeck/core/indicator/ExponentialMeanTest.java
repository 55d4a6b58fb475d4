package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialMeanTest {
  @Test
  void seededByTheFirstValueItMovesHalfWayForAWindowOfThree() {
    ExponentialMean mean = new ExponentialMean(3, Seeding.FIRST); // α = 2 / 4
    mean.add(8);
    mean.add(4); // 8 + (4 - 8) / 2 = 6
    assertThat(mean.isWarm()).isFalse();
    assertThat(mean.value()).isNaN();

    mean.add(10); // 6 + (10 - 6) / 2
    assertThat(mean.isWarm()).isTrue();
    assertThat(mean.value()).isEqualTo(8.0);
    mean.add(0); // 8 + (0 - 8) / 2
    assertThat(mean.value()).isEqualTo(4.0);
  }

  @Test
  void seededByTheSimpleMeanItStartsThere() {
    ExponentialMean mean = new ExponentialMean(4, Seeding.SMA); // α = 2 / 5
    mean.add(1);
    mean.add(2);
    mean.add(3);
    assertThat(mean.value()).isNaN();

    mean.add(6);
    assertThat(mean.value()).isEqualTo(3.0); // 12 / 4
    mean.add(8);
    assertThat(mean.value()).isEqualTo(3.0 + 0.4 * 5.0);
  }

  /** The vector and its ten-day means are those of {@link PublishedVector}. */
  @Test
  void itAgreesWithThePublishedVector() {
    ExponentialMean mean = new ExponentialMean(10, Seeding.SMA);
    for (int day = 0; day < PublishedVector.CLOSE_CENTS.length; day++) {
      mean.add(PublishedVector.CLOSE_CENTS[day]);
      if (day >= 9) {
        assertThat(mean.value())
            .isCloseTo(PublishedVector.EMA10_CENTS[day - 9], within(PublishedVector.ROUNDING));
      }
    }
  }
}
