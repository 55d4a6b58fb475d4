package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelativeStrengthTest {
  private static RelativeStrength of(int window, Seeding seeding, long... values) {
    RelativeStrength strength = new RelativeStrength.Spec(window, seeding).create();
    for (long value : values) {
      strength.add(value);
    }
    return strength;
  }

  @Test
  void itIsTheShareOfRisesInAllMoves() {
    // changes +3, -1: mean rise 3 / 2, mean fall 1 / 2; 100 × 1.5 / 2
    assertThat(of(2, Seeding.SMA, 10, 13, 12).value()).isEqualTo(75.0);
    // then +2: mean rise 1.5 + (2 - 1.5) / 2 = 1.75, mean fall 0.5 + (0 - 0.5) / 2 = 0.25
    assertThat(of(2, Seeding.SMA, 10, 13, 12, 14).value()).isEqualTo(87.5);
  }

  @Test
  void seededByTheFirstChangeItMovesFromThere() {
    // mean rise 3 + (0 - 3) / 2 = 1.5, mean fall 0 + (1 - 0) / 2 = 0.5
    assertThat(of(2, Seeding.FIRST, 10, 13, 12).value()).isEqualTo(75.0);
    // changes +4, -2, -2: rise 4, 2, 1; fall 0, 1, 1.5: 100 × 1 / 2.5
    assertThat(of(2, Seeding.FIRST, 10, 14, 12, 10).value()).isEqualTo(40.0);
  }

  @Test
  void itNeedsOneValueMoreThanItHasChanges() {
    assertThat(of(3, Seeding.SMA, 1, 2, 3).isWarm()).isFalse();
    assertThat(of(3, Seeding.SMA, 1, 2, 3).value()).isNaN();
    assertThat(of(3, Seeding.SMA, 1, 2, 3, 4).isWarm()).isTrue();
  }

  @Test
  void itIs100WithoutFallsAnd0WithoutRisesAnd50WithoutMoves() {
    assertThat(of(2, Seeding.SMA, 1, 2, 3).value()).isEqualTo(100.0);
    assertThat(of(2, Seeding.SMA, 3, 2, 1).value()).isEqualTo(0.0);
    assertThat(of(2, Seeding.SMA, 7, 7, 7).value()).isEqualTo(50.0);
  }

  @Test
  void itAgreesWithThePublishedExample() {
    RelativeStrength strength = new RelativeStrength.Spec(14, Seeding.SMA).create();
    for (int day = 0; day < ChartSchool.STRENGTH_CLOSE.length; day++) {
      strength.add(ChartSchool.STRENGTH_CLOSE[day]);
      if (day >= 14) {
        assertThat(strength.value()).isCloseTo(ChartSchool.STRENGTH[day - 14], within(0.0005));
      } else {
        assertThat(strength.value()).isNaN();
      }
    }
  }

  @Test
  void aWindowMustBePositive() {
    assertThatThrownBy(() -> new RelativeStrength.Spec(0, Seeding.SMA))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive");
  }
}
