package io.tapedeck.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShadeTest {
  @Test
  void shadesGrowWithTheDistanceFromZero() {
    assertThat(Shade.of(4.0, 4)).isEqualTo("p4");
    assertThat(Shade.of(0.1, 4)).isEqualTo("p1"); // 0.1 / 4 × 4 shades, rounded up
    assertThat(Shade.of(-2.1, 4)).isEqualTo("n3"); // 2.1 rounded up
    assertThat(Shade.of(0, 4)).isEqualTo("z");
    assertThat(Shade.of(Double.NaN, 4)).isEqualTo("none");
    assertThat(Shade.of(Double.POSITIVE_INFINITY, 4)).isEqualTo("p4");
  }
}
