package io.tapedeck.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QualityLimitsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final LocalDate MONDAY = LocalDate.of(2013, 10, 7);

  // 1 % crossed, 10 % one-sided, 0.1 % damaged, 20 % outside, half an hour, 100 rows
  private final QualityLimits limits = new QualityLimits(0.01, 0.1, 0.001, 0.2, 1800 * SECOND, 100);

  @Test
  void aSessionAtItsLimitsIsGoodEnough() {
    // of 1,000 quotes 10 are crossed and 100 one-sided; 200 of 1,000 events outside; 1 of 1,000 bad
    assertThat(limits.judge(session(1_000, counts(1_000, 10, 100, 200, 1800 * SECOND), 1)))
        .isEmpty();
  }

  @Test
  void whatIsBeyondALimitIsFoundWithValueAndLimit() {
    assertThat(limits.judge(session(99, counts(1_000, 11, 101, 201, 1801 * SECOND), 2)))
        .extracting(QualityFinding::line)
        .containsExactly(
            "BAC on 2013-10-07: 99 rows, allowed is at least 100",
            "BAC on 2013-10-07: 1.100 % of the quotes are crossed, allowed is at most 1.000 %",
            "BAC on 2013-10-07: 10.100 % of the quotes are one-sided, allowed is at most 10.000 %",
            "BAC on 2013-10-07: 1801.0 s without an event inside the session, allowed is at most"
                + " 1800.0",
            "BAC on 2013-10-07: 20.100 % of the events are outside the session, allowed is at most"
                + " 20.000 %",
            "BAC on 2013-10-07: 0.200 % of the files' rows were quarantined, allowed is at most"
                + " 0.100 %");
  }

  @Test
  void sharesOfNothingAreNoFinding() {
    assertThat(limits.judge(session(100, counts(0, 0, 0, 0, 0), 0))).isEmpty();
  }

  @Test
  void limitsThatCannotBeMetOrMissedAreRefused() {
    assertThatThrownBy(() -> new QualityLimits(1.1, 0, 0, 0, SECOND, 0))
        .hasMessage("maxCrossed must be from 0 to 1, was 1.1");
    assertThatThrownBy(() -> new QualityLimits(1, 1, 1, 1, 0, 0))
        .hasMessage("maxGap must be positive, was 0 ns");
  }

  private static TapeQuality.Counts counts(
      long quotes, long crossed, long oneSided, long outside, long gapNanos) {
    return new TapeQuality.Counts(0, quotes, crossed, oneSided, 0, 0, 0, outside, gapNanos, 0);
  }

  /** A session whose file had 1,000 rows. */
  private static SessionQuality session(long rows, TapeQuality.Counts counts, long damaged) {
    return new SessionQuality("BAC", MONDAY, true, rows, counts, 1_000, damaged);
  }
}
