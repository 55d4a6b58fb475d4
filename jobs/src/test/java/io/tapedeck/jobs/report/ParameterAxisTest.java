package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParameterAxisTest {
  @Test
  void fewValuesStandAsTheyAre() {
    ParameterAxis axis = ParameterAxis.of(Stream.of("100", "20", "20", "none"));

    assertThat(axis.labels()).containsExactly("20", "100", "none");
    assertThat(axis.placeOf("100")).isEqualTo(1);
    assertThat(axis.placeOf("7")).isEqualTo(-1);
  }

  @Test
  void manyValuesArePutTogetherWithTheirNeighbours() {
    // 48 values in 24 places: two each
    ParameterAxis axis = ParameterAxis.of(IntStream.rangeClosed(1, 48).mapToObj(String::valueOf));

    assertThat(axis.labels()).hasSize(24).startsWith("1 to 2", "3 to 4").endsWith("47 to 48");
    assertThat(axis.placeOf("4")).isEqualTo(1);
  }
}
