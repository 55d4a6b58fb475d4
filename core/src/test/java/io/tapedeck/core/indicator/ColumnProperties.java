package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Streaming, columns and columns in pieces are the same bits. */
class ColumnProperties {
  @Provide
  Arbitrary<IndicatorCase> indicators() {
    return IndicatorCase.any();
  }

  @Provide
  Arbitrary<IndicatorCase> windowed() {
    return IndicatorCase.any().filter(one -> one.lookback() != IndicatorCase.ALL);
  }

  /** Outputs by column, as bits. */
  private static long[][] streamed(IndicatorCase one, long[][] inputs, int from) {
    Indicator indicator = one.spec().create();
    int rows = inputs[0].length;
    double[][] outputs = new double[indicator.outputs().size()][rows];
    for (int row = from; row < rows; row++) {
      double[] values = one.tick().add(indicator, inputs, row);
      for (int i = 0; i < values.length; i++) {
        outputs[i][row] = values[i];
      }
    }
    return bits(outputs);
  }

  private static long[][] inPieces(IndicatorSpec spec, long[][] inputs, List<Integer> pieces) {
    Indicator indicator = spec.create();
    int rows = inputs[0].length;
    double[][] outputs = new double[indicator.outputs().size()][rows];
    int from = 0;
    for (int piece : pieces) {
      int to = Math.min(rows, from + piece);
      indicator.column(inputs, from, to, outputs);
      from = to;
    }
    indicator.column(inputs, from, rows, outputs);
    return bits(outputs);
  }

  private static long[][] bits(double[][] columns) {
    return Arrays.stream(columns)
        .map(column -> Arrays.stream(column).mapToLong(Double::doubleToRawLongBits).toArray())
        .toArray(long[][]::new);
  }

  @Property
  void aColumnIsTheStreamWhereverItIsCut(
      @ForAll("indicators") IndicatorCase one,
      @ForAll @Size(max = 90) List<@LongRange(min = 1, max = 100_000) Long> numbers,
      @ForAll @Size(max = 6) List<@IntRange(max = 30) Integer> pieces) {
    long[][] inputs = IndicatorCase.inputs(one.spec().create(), numbers);
    long[][] streamed = streamed(one, inputs, 0);

    assertThat(inPieces(one.spec(), inputs, List.of())).isDeepEqualTo(streamed);
    assertThat(inPieces(one.spec(), inputs, pieces)).isDeepEqualTo(streamed);
  }

  @Property
  void aWindowedValueForgetsWhatHasLeftItsWindow(
      @ForAll("windowed") IndicatorCase one,
      @ForAll @Size(min = 10, max = 60) List<@LongRange(min = 1, max = 100_000) Long> numbers,
      @ForAll @IntRange(max = 59) int start) {
    int from = Math.min(start, numbers.size() - one.lookback());
    long[][] inputs = IndicatorCase.inputs(one.spec().create(), numbers);
    long[][] whole = streamed(one, inputs, 0);
    long[][] late = streamed(one, inputs, from);
    int warm = from + one.lookback() - 1;
    for (int i = 0; i < whole.length; i++) {
      assertThat(Arrays.copyOfRange(late[i], warm, late[i].length))
          .isEqualTo(Arrays.copyOfRange(whole[i], warm, whole[i].length));
    }
  }

  @Property
  void outputsAreNeverInfiniteAndSomeAreMissingBeforeAllAreWarm(
      @ForAll("indicators") IndicatorCase one,
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 1_000, max = 100_000) Long> numbers) {
    Indicator indicator = one.spec().create();
    long[][] inputs = IndicatorCase.inputs(indicator, numbers);
    for (int row = 0; row < numbers.size(); row++) {
      double[] outputs = one.tick().add(indicator, inputs, row);
      assertThat(outputs).hasSize(indicator.outputs().size());
      boolean someMissing = Arrays.stream(outputs).anyMatch(Double::isNaN);
      if (!indicator.isWarm()) {
        assertThat(someMissing).isTrue();
      }
      assertThat(Arrays.stream(outputs).noneMatch(Double::isInfinite)).isTrue();
    }
  }

  @Example
  void everyIndicatorIsHere() throws Exception {
    Path sources = Path.of("src/main/java/io/tapedeck/core/indicator");
    try (Stream<Path> files = Files.list(sources)) {
      List<String> indicators =
          files
              .filter(ColumnProperties::isIndicator)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
      assertThat(indicators).hasSizeGreaterThan(15);
      assertThat(
              IndicatorCase.CASES.stream()
                  .map(one -> one.spec().create().getClass().getSimpleName())
                  .distinct()
                  .sorted())
          .containsExactlyElementsOf(indicators);
    }
  }

  private static boolean isIndicator(Path file) {
    try {
      return Files.readString(file).contains(" implements Indicator {");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
