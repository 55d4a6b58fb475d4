package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  @Test
  void showsTheShareTheRateAndTheTimeLeft() {
    // a quarter in 10 s: 30 s are left; 5,000,000 rows in 10 s are 500 k a second
    assertThat(ProgressLine.line("ingest", 0.25, 5_000_000, 10))
        .isEqualTo("ingest   25 %  5.0 M rows  500 k rows/s  30 s left");
    assertThat(ProgressLine.line("ingest", 0.5, 0, 90)).isEqualTo("ingest   50 %  1 min 30 s left");
    assertThat(ProgressLine.line("ingest", Double.NaN, 10, 2))
        .isEqualTo("ingest  10 rows  5 rows/s");
  }

  @Test
  void isRedrawnFiveTimesASecondAtMostAndTakenAway() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    long[] now = {0};
    try (ProgressLine line =
        ProgressLine.on(
            new PrintStream(written, true, StandardCharsets.UTF_8), "work", () -> now[0])) {
      line.update(0.1, 0);
      now[0] = 199_999_999;
      line.update(0.2, 0);
      now[0] = 200_000_000;
      line.update(0.3, 0);
    }

    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains(" 10 %", " 30 %")
        .doesNotContain(" 20 %")
        .endsWith("\r\u001b[K");
  }
}
