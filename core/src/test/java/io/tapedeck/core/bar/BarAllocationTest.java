package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.fixture.Instruments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarAllocationTest {
  private long bars;

  private static void add(BarSeries series, long fromMillis, int ticks) {
    for (int i = 0; i < ticks; i++) {
      series.add((fromMillis + i) * 1_000_000L, 100 + i % 10, 5);
    }
  }

  /**
   * A tick a millisecond, for 1 010 seconds, of five lots at 1.00 to 1.09 dollars: ten ticks are 50
   * lots and 52.25 dollars. The last second is still open.
   */
  @ParameterizedTest
  @CsvSource({"1s, 1009", "100 ticks, 10100", "1000 volume, 5050", "522.5 notional, 10100"})
  void neitherTicksNorBarsAllocate(String rule, long expected) {
    BarSeries series =
        BarRule.parse(rule)
            .series(
                Instruments.share("XYZ"),
                (openTime, closeTime, open, high, low, close, lots, vwap, count) -> bars++);
    series.open(0, 86_400_000_000_000L);
    add(series, 0, 10_000);

    assertThat(Allocation.bytes(() -> add(series, 10_000, 1_000_000)))
        .isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(bars).isEqualTo(expected);
  }
}
