package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import org.junit.jupiter.api.Test;

class MeanAllocationTest {
  private final SimpleMean simple = new SimpleMean(100);
  private final ExponentialMean exponential = new ExponentialMean(100, Seeding.SMA);

  private void add(int values) {
    double sum = 0;
    for (int i = 0; i < values; i++) {
      simple.add(20_000 + i % 17);
      exponential.add(20_000 + i % 17);
      sum += simple.isWarm() && exponential.isWarm() ? simple.value() - exponential.value() : 0;
    }
    assertThat(sum).isFinite();
  }

  @Test
  void aMillionValuesAllocateNothing() {
    add(1_000);

    assertThat(Allocation.bytes(() -> add(1_000_000))).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
  }
}
