package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import org.junit.jupiter.api.Test;

class BarAllocationTest {
  private long bars;
  private final BarBuilder builder =
      new BarBuilder(
          BarLength.parse("1s"),
          (openTime, closeTime, open, high, low, close, lots, vwap, count) -> bars++);

  private void add(long fromMillis, int ticks) {
    for (int i = 0; i < ticks; i++) {
      builder.add((fromMillis + i) * 1_000_000L, 100 + i % 13, 5);
    }
  }

  @Test
  void neitherTicksNorBarsAllocate() {
    builder.open(0, 86_400_000_000_000L);
    add(0, 10_000);

    assertThat(Allocation.bytes(() -> add(10_000, 1_000_000)))
        .isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(bars).isEqualTo(1_009); // 1 010 seconds, the last one still open
  }
}
