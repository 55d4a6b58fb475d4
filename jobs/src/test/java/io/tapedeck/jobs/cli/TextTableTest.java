package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void wordsStandLeftAndNumbersRight() {
    assertThat(TextTable.of("symbol", "rows").row("BAC", 7).row("BRK.B", "1,200").lines())
        .containsExactly("symbol   rows", "BAC         7", "BRK.B   1,200");
  }

  @Test
  void whatIsTooWideIsCutInWordsAndNeverInNumbers() {
    String number = "1".repeat(60);

    String line = TextTable.of("a", "b").row("w".repeat(90), number).lines().get(1);

    assertThat(line).hasSize(Console.WIDTH).endsWith("…  " + number);
  }
}
