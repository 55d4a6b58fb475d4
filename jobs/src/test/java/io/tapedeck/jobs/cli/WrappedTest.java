package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappedTest {
  @Test
  void linesBreakBetweenWords() {
    assertThat(Wrapped.text("fees and slippage", 10)).containsExactly("fees and", "slippage");
  }

  @Test
  void aLongWordBreaksBehindACommaElseAnywhere() {
    assertThat(Wrapped.text("{\"fast\":5,\"slow\":20}", 12))
        .containsExactly("{\"fast\":5,", "\"slow\":20}");
    assertThat(Wrapped.text("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
  }

  @Test
  void furtherLinesStandBelowTheFirst() {
    String text = "word ".repeat(20).strip(); // 99 characters beside a head of 8

    assertThat(Wrapped.beside("  label ", text))
        .containsExactly(
            "  label " + "word ".repeat(18).strip(), "        " + "word ".repeat(2).strip());
  }

  @Test
  void aHeadThatLeavesNoRoomIsWrappedToo() {
    assertThat(Wrapped.beside("h".repeat(150) + " ", "text"))
        .containsExactly("h".repeat(100), "h".repeat(50) + " text");
  }

  @Test
  void aPairOfSurrogatesStaysTogether() {
    assertThat(Wrapped.text("a📈📈", 4)).containsExactly("a📈", "📈"); // a pair is 2 characters
    assertThat(Wrapped.cut("📈📈", 3)).isEqualTo("📈…");
  }
}
