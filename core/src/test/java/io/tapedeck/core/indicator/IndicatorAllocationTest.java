package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorAllocationTest {
  private static final int BATCH = 4_096;
  private static final List<Long> NUMBERS =
      LongStream.range(0, BATCH).mapToObj(row -> 20_000 + row * 37 % 101).toList();

  static List<IndicatorSpec> indicators() {
    return IndicatorCase.CASES.stream().map(IndicatorCase::spec).toList();
  }

  private static void add(Indicator indicator, long[][] inputs, double[][] outputs, int batches) {
    for (int batch = 0; batch < batches; batch++) {
      indicator.column(inputs, 0, BATCH, outputs);
    }
  }

  @ParameterizedTest
  @MethodSource("indicators")
  void fourHundredThousandRowsAllocateNothing(IndicatorSpec spec) {
    Indicator indicator = spec.create();
    long[][] inputs = IndicatorCase.inputs(indicator, NUMBERS);
    double[][] outputs = new double[indicator.outputs().size()][BATCH];
    add(indicator, inputs, outputs, 2);

    assertThat(Allocation.bytes(() -> add(indicator, inputs, outputs, 100)))
        .isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
  }
}
