package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.jobs.job.UsageException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
  @Test
  void eachKindOfTroubleHasItsCode() {
    assertThat(ExitCodes.of(UsageException.of("x")).code()).isEqualTo(2);
    assertThat(ExitCodes.of(new RefusedException("x")).code()).isEqualTo(3);
    assertThat(ExitCodes.of(FeedException.outOfOrder("x", 2, 1)).code()).isEqualTo(3);
    assertThat(ExitCodes.of(new TryAgainException("x")).code()).isEqualTo(75);
    assertThat(ExitCodes.of(new ConcurrentAppendException("x")).code()).isEqualTo(75);
    assertThat(ExitCodes.of(new IOException("x")).code()).isEqualTo(1);
    assertThat(ExitCodes.of(new OutOfMemoryError("heap")).code()).isEqualTo(1);
  }

  @Test
  void anArgumentRefusedByOurOwnChecksIsAUsageErrorAndALibrarysIsNot() {
    assertThat(ExitCodes.of(refusedByUs()).code()).isEqualTo(2);
    assertThat(ExitCodes.of(refusedByJava()).code()).isEqualTo(1);
  }

  @Test
  void theFirstCauseWithACodeOfItsOwnDecides() {
    Exception wrapped =
        new IllegalStateException("task failed", new RefusedException("a bad file"));

    assertThat(ExitCodes.of(wrapped)).isEqualTo(ExitCode.REFUSED);
    assertThat(ExitCodes.sentence(wrapped)).isEqualTo("a bad file");
  }

  @Test
  void theSentenceIsOneLineAndSaysWhatItWas() {
    assertThat(ExitCodes.sentence(new IOException("disk full\nat byte 7")))
        .isEqualTo("IOException: disk full");
    assertThat(ExitCodes.sentence(new NullPointerException()))
        .isEqualTo("NullPointerException: NullPointerException");
    assertThat(ExitCodes.sentence(new OutOfMemoryError("Java heap space")))
        .isEqualTo("out of memory (Java heap space): give more with --driver-memory");
  }

  private static Exception refusedByUs() {
    try {
      Require.that(false, "must be positive");
      throw new AssertionError("not reached");
    } catch (IllegalArgumentException refused) {
      return refused;
    }
  }

  private static Exception refusedByJava() {
    try {
      throw new AssertionError("not reached: " + "x".repeat(-1));
    } catch (IllegalArgumentException refused) {
      return refused;
    }
  }
}
