package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarLengthTest {
  @ParameterizedTest
  @CsvSource({"1s, 1, 1s", "90s, 90, 90s", "60s, 60, 1m", "5m, 300, 5m", "1h, 3600, 1h"})
  void lengthsAreReadAndWrittenInTheirLargestUnit(String text, long seconds, String written) {
    assertThat(BarLength.parse(text).nanos()).isEqualTo(seconds * 1_000_000_000L);
    assertThat(BarLength.parse(text)).hasToString(written);
  }

  @Test
  void aDayIsTheLongest() {
    assertThat(BarLength.parse("24h")).isEqualTo(BarLength.parse("1d")).hasToString("1d");
    assertThatThrownBy(() -> BarLength.parse("25h"))
        .hasMessage("a bar must last whole seconds from 1s to 1d, was 90000000000000 ns");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0s", "5", "m", "1.5h", "-1m", "1w", "1 m"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> BarLength.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a bar length must look like 1s, 5m, 1h or 1d");
  }
}
