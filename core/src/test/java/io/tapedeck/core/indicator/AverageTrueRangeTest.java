package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AverageTrueRangeTest {
  @Test
  void aGapBelongsToTheRange() {
    AverageTrueRange range = new AverageTrueRange.Spec(3, Seeding.SMA).create();
    range.add(12, 10, 11); // 12 - 10 = 2
    range.add(16, 15, 15); // 16 - 11 = 5: it opened above the close before
    assertThat(range.value()).isNaN();

    range.add(13, 10, 10); // 15 - 10 = 5: and below
    assertThat(range.value()).isEqualTo(12 * (1.0 / 3));
    range.add(12, 5, 7); // 12 - 5 = 7; 4 + (7 - 4) / 3
    assertThat(range.value()).isEqualTo(5.0);
  }

  @Test
  void seededByTheFirstRangeItMovesFromThere() {
    AverageTrueRange range = new AverageTrueRange.Spec(2, Seeding.FIRST).create();
    range.add(14, 10, 12); // 4
    range.add(13, 11, 12); // 4 + (2 - 4) / 2

    assertThat(range.value()).isEqualTo(3.0);
  }

  @Test
  void itAgreesWithThePublishedExample() {
    AverageTrueRange range = new AverageTrueRange.Spec(14, Seeding.SMA).create();
    for (int day = 0; day < ChartSchool.RANGE_CLOSE.length; day++) {
      range.add(
          ChartSchool.RANGE_HIGH[day], ChartSchool.RANGE_LOW[day], ChartSchool.RANGE_CLOSE[day]);
      if (day >= 13) {
        assertThat(range.value() / 10_000).isCloseTo(ChartSchool.RANGE[day - 13], within(0.000001));
      } else {
        assertThat(range.value()).isNaN();
      }
    }
  }

  @Test
  void aHighBelowTheLowIsRefused() {
    AverageTrueRange range = new AverageTrueRange.Spec(2, Seeding.SMA).create();

    assertThatThrownBy(() -> range.add(9, 10, 10)).isInstanceOf(IllegalArgumentException.class);
  }
}
