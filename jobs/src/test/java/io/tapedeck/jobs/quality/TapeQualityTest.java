package io.tapedeck.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeQualityTest {
  private static final LocalDate MONDAY = LocalDate.of(2013, 10, 7);

  // from 100 to 200 and from 1,000 to 1,100 nanoseconds, both ends included
  private final TapeQuality quality =
      new TapeQuality(
          List.of(new Session(MONDAY, 100, 200), new Session(MONDAY.plusDays(1), 1_000, 1_100)));

  @Test
  void gapsReachFromTheOpenToTheCloseAndNotOverNight() {
    accept(quotesAt(99, 130, 150, 1_000, 1_080, 1_101));

    // 100-130, 130-150, 150-200; 1000-1000, 1000-1080, 1080-1100
    TapeQuality.Counts counts = quality.finish();
    assertThat(counts.longestGapNanos()).isEqualTo(80);
    assertThat(counts.longestGapEndNanos()).isEqualTo(1_080);
    assertThat(counts.outOfSession()).isEqualTo(2); // 99 and 1,101
    assertThat(counts.quotes()).isEqualTo(6);
  }

  @Test
  void aTapeThatEndsEarlyHasAGapToTheClose() {
    accept(quotesAt(100, 110));

    assertThat(quality.finish().longestGapNanos()).isEqualTo(90); // 110-200
  }

  @Test
  void aSessionWithoutEventsIsNoGap() {
    accept(quotesAt(1_050));

    assertThat(quality.finish().longestGapNanos()).isEqualTo(50); // 1000-1050 and 1050-1100
  }

  @Test
  void quotesAreCountedAsCrossedOrOneSided() {
    TapeBatch batch = new TapeBatch(4);
    quote(batch, 110, 10_000, 10_001);
    quote(batch, 120, 10_000, 10_000); // locked is not crossed
    quote(batch, 130, 10_001, 10_000);
    quote(batch, 140, 10_000, Missing.VALUE);
    accept(batch);

    TapeQuality.Counts counts = quality.finish();
    assertThat(counts.crossedQuotes()).isEqualTo(1);
    assertThat(counts.oneSidedQuotes()).isEqualTo(1);
    assertThat(counts.quotesWithoutSize()).isZero();
  }

  private void accept(TapeBatch batch) {
    quality.accept(batch);
  }

  private static TapeBatch quotesAt(long... nanos) {
    TapeBatch batch = new TapeBatch(nanos.length);
    for (long each : nanos) {
      quote(batch, each, 10_000, 10_001);
    }
    return batch;
  }

  private static void quote(TapeBatch batch, long nanos, long bidTicks, long askTicks) {
    QuoteColumns one = new QuoteColumns(1);
    one.add(0, 0, nanos, nanos, nanos, bidTicks, 100, askTicks, 100);
    batch.append(one, 0, 1);
  }
}
