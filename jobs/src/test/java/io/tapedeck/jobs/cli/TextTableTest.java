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

  @Test
  void theHeadingOfNumbersGivesWayBeforeTheNumbersDo() {
    String heading = "a_parameter_with_a_name_of_its_own";

    assertThat(TextTable.of(heading, heading, heading).row(1, 2, 3).lines())
        .containsExactly(
            // 100 columns less two gaps of 2 are 32 for each heading of 34
            "a_parameter_with_a_name_of_its_…  a_parameter_with_a_name_of_its_…"
                + "  a_parameter_with_a_name_of_its_…",
            " ".repeat(31) + "1  " + " ".repeat(31) + "2  " + " ".repeat(31) + "3");
  }

  @Test
  void whereNumbersLeaveNoRoomEachRowStandsAsABlock() {
    String number = "9".repeat(60);

    assertThat(TextTable.of("day", "cash", "why").row(number, number, "x").lines())
        .containsExactly("day   " + number, "cash  " + number, "why   x");
  }

  @Test
  void aTableThatWrapsGoesOnBelow() {
    String words = "word ".repeat(30).strip(); // 149 characters

    assertThat(TextTable.wrapping("key", "value").row("k", words).row("l", "short").lines())
        .containsExactly(
            "key  value",
            "k    " + "word ".repeat(19).strip(), // 95 columns are left: 19 words and their spaces
            "     " + "word ".repeat(11).strip(),
            "l    short");
  }

  @Test
  void aMessageOverSeveralLinesIsOneLine() {
    assertThat(TextTable.of("why").row("first\n\tsecond").lines())
        .containsExactly("why", "first second");
  }
}
