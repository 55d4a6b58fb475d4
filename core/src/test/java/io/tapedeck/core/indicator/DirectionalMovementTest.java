package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DirectionalMovementTest {
  /**
   * QQQQ, in 1e-4 dollars: the first 20 days of StockCharts.com, ChartSchool, spreadsheet cs-adx.
   */
  private static final long[] HIGH = {
    301983, 302776, 304458, 293478, 293477, 292886, 288334, 287346, 286654, 288532, 286356, 276761,
    272112, 268651, 274090, 269441, 265189, 265189, 270927, 276860
  };

  private static final long[] LOW = {
    294072, 293182, 299611, 287443, 285566, 284081, 280818, 274289, 276565, 278345, 273992, 270927,
    261826, 261332, 266277, 261332, 254307, 253518, 258760, 269640
  };

  private static final long[] CLOSE = {
    298720, 302381, 300996, 289028, 289225, 284775, 285566, 275576, 284675, 282796, 274882, 272310,
    263507, 263309, 270333, 262221, 260144, 254605, 270333, 274487
  };

  /** DX, +DI and -DI of those days: Highcharts Stock, unit test of its indicator DMI, period 14. */
  private static final double[][] PUBLISHED = {
    {65.53691789215699, 6.749418735468349, 32.41956048901219},
    {68.7259905205163, 6.291978073515645, 33.94576680306178},
    {72.60441696135364, 5.781786709035126, 36.42784030185114},
    {73.00927420735995, 5.286665253951643, 33.88727393217602},
    {55.06213052226521, 8.69880730521673, 30.01601120448897},
    {39.00543326160389, 12.491034564715859, 28.46682523381189}
  };

  @Test
  void theLargerMoveCountsAndTheIndexIsItsSmoothedShare() {
    DirectionalMovement movement = new DirectionalMovement.Spec(2).create();
    movement.add(12, 10, 11);
    movement.add(15, 11, 14); // up 3, down -1: plus 3; range 15 - 11 = 4
    assertThat(movement.plus()).isNaN();
    movement.add(16, 9, 10); // up 1, down 2: minus 2; range 16 - 9 = 7
    // means: plus 1.5, minus 1, range 5.5
    assertThat(movement.plus()).isEqualTo(100.0 * 1.5 / 5.5);
    assertThat(movement.minus()).isEqualTo(100.0 * 1.0 / 5.5);
    assertThat(movement.directionalIndex()).isCloseTo(20.0, within(1e-12)); // 0.5 / 2.5
    assertThat(movement.isWarm()).isFalse();
    movement.add(17, 8, 12); // up 1, down 1: neither; range 17 - 8 = 9
    // plus 0.75, minus 0.5, range 7.25: DX is 20 again, and so is their mean
    assertThat(movement.plus()).isEqualTo(100.0 * 0.75 / 7.25);
    assertThat(movement.isWarm()).isTrue();
    assertThat(movement.index()).isCloseTo(20.0, within(1e-12));
    movement.add(20, 9, 20); // up 3: plus 3; range 20 - 9 = 11
    // plus 1.875, minus 0.25: DX = 100 × 1.625 / 2.125; ADX = 20 + (DX - 20) / 2
    assertThat(movement.index()).isCloseTo(10.0 + 50.0 * 1.625 / 2.125, within(1e-12));
  }

  @Test
  void aMarketThatDoesNotMoveHasNoDirection() {
    DirectionalMovement movement = new DirectionalMovement.Spec(2).create();
    for (int bar = 0; bar < 4; bar++) {
      movement.add(10, 10, 10);
    }
    assertThat(movement.plus()).isZero();
    assertThat(movement.minus()).isZero();
    assertThat(movement.index()).isZero();
  }

  @Test
  void itsLinesAgreeWithThePublishedExample() {
    DirectionalMovement movement = new DirectionalMovement.Spec(14).create();
    for (int day = 0; day < HIGH.length; day++) {
      movement.add(HIGH[day], LOW[day], CLOSE[day]);
      if (day >= 14) {
        double[] published = PUBLISHED[day - 14];
        assertThat(movement.directionalIndex()).isCloseTo(published[0], within(1e-9));
        assertThat(movement.plus()).isCloseTo(published[1], within(1e-9));
        assertThat(movement.minus()).isCloseTo(published[2], within(1e-9));
      } else {
        assertThat(movement.plus()).isNaN();
      }
    }
  }
}
