package io.tapedeck.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ShadeTest {
  @Test
  void shadesGrowWithTheDistanceFromZero() {
    Shade shade = Shade.over(DoubleStream.of(4, -2, Double.NaN, Double.POSITIVE_INFINITY));

    assertThat(shade.of(4.0)).isEqualTo("p4");
    assertThat(shade.of(0.1)).isEqualTo("p1"); // 0.1 / 4 × 4 shades, rounded up
    assertThat(shade.of(-2.1)).isEqualTo("n3"); // 2.1 rounded up
    assertThat(shade.of(0)).isEqualTo("z");
    assertThat(shade.of(Double.NaN)).isEqualTo("none");
    assertThat(shade.of(Double.POSITIVE_INFINITY)).isEqualTo("p4");
  }

  @Test
  void valuesOnOneSideOfZeroShareAllOfItsShades() {
    Shade shade = Shade.over(DoubleStream.of(8, 9, 12)); // 4 wide: a shade for each 1

    assertThat(shade.of(8)).isEqualTo("p1");
    assertThat(shade.of(9.5)).isEqualTo("p2"); // 1.5 of 4 × 4 shades, rounded up
    assertThat(shade.of(12)).isEqualTo("p4");
    assertThat(Shade.over(DoubleStream.of(-8, -12)).of(-12)).isEqualTo("n4");
  }
}
