package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import org.junit.jupiter.api.Test;

class BarBuilderTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long OPEN = 34_200 * SECOND; // 09:30:00
  private static final long CLOSE = OPEN + 390 * MINUTE; // 16:00:00

  private final BarRecorder recorder = new BarRecorder();

  private BarBuilder builder(String length) {
    BarBuilder builder = new BarBuilder(BarLength.parse(length), recorder);
    builder.open(OPEN, CLOSE);
    return builder;
  }

  @Test
  void aBarHasTheFirstHighestLowestAndLastPriceAndTheVolumeWeightedMean() {
    BarBuilder bars = builder("1m");
    bars.add(OPEN, 100, 10);
    bars.add(OPEN + 1, 103, 20);
    bars.add(OPEN + 30 * SECOND, 98, 30);
    bars.add(OPEN + MINUTE - 1, 101, 40);
    bars.finish();

    // (100 × 10 + 103 × 20 + 98 × 30 + 101 × 40) / 100 = 100.4
    assertThat(recorder.bars)
        .containsExactly(
            new BarRecorder.Bar(OPEN, OPEN + MINUTE, 100, 103, 98, 101, 100, 100.4, 4));
  }

  @Test
  void aTickAtTheBoundaryOpensTheNextBar() {
    BarBuilder bars = builder("5m");
    bars.add(OPEN + 5 * MINUTE - 1, 100, 1);
    bars.add(OPEN + 5 * MINUTE, 200, 1);
    bars.finish();

    assertThat(recorder.bars).extracting(BarRecorder.Bar::close).containsExactly(100L, 200L);
    assertThat(recorder.bars)
        .extracting(BarRecorder.Bar::openNanos)
        .containsExactly(OPEN, OPEN + 5 * MINUTE);
  }

  @Test
  void theClosingPrintBelongsToTheLastBar() {
    BarBuilder bars = builder("1m");
    bars.add(CLOSE - 1, 100, 1);
    bars.add(CLOSE, 101, 500);
    bars.finish();

    assertThat(recorder.bars)
        .extracting(BarRecorder.Bar::openNanos, BarRecorder.Bar::closeNanos, BarRecorder.Bar::lots)
        .containsExactly(tuple(CLOSE - MINUTE, CLOSE, 501L));
  }

  @Test
  void theLastBarIsCutAtTheClose() {
    BarBuilder bars = builder("1h");
    bars.add(CLOSE - 10 * MINUTE, 100, 1); // 15:50, in the seventh hour from 15:30
    bars.finish();

    assertThat(recorder.bars.get(0).openNanos()).isEqualTo(CLOSE - 30 * MINUTE);
    assertThat(recorder.bars.get(0).closeNanos()).isEqualTo(CLOSE);
  }

  @Test
  void aMarketThatNeverClosesEndsItsLastBarWithItsLastNanosecond() {
    BarBuilder bars = new BarBuilder(BarLength.parse("1d"), recorder);
    long day = 86_400 * SECOND;
    bars.open(0, day - 1);
    bars.add(0, 100, 1);
    bars.add(day - 1, 101, 1);
    bars.open(day, 2 * day - 1);
    bars.add(day, 102, 1);
    bars.finish();

    assertThat(recorder.bars).extracting(BarRecorder.Bar::count).containsExactly(2L, 1L);
    assertThat(recorder.bars)
        .extracting(BarRecorder.Bar::closeNanos)
        .containsExactly(day - 1, 2 * day - 1);
  }

  @Test
  void emptyIntervalsMakeNoBar() {
    BarBuilder bars = builder("1s");
    bars.add(OPEN, 100, 1);
    bars.add(OPEN + 3_600 * SECOND, 101, 1);
    bars.finish();
    bars.finish();

    assertThat(recorder.bars).hasSize(2);
  }

  @Test
  void aBarIsHandedOverOnceNothingCanChangeIt() {
    BarBuilder bars = builder("1m");
    bars.add(OPEN, 100, 1);
    bars.advanceTo(OPEN + MINUTE - 1);
    assertThat(recorder.bars).isEmpty();
    bars.advanceTo(OPEN + MINUTE);
    assertThat(recorder.bars).hasSize(1);

    bars.add(CLOSE - 1, 100, 1);
    bars.advanceTo(CLOSE); // a print at the close may still come
    assertThat(recorder.bars).hasSize(1);
    bars.advanceTo(CLOSE + 1);
    assertThat(recorder.bars).hasSize(2);
  }

  @Test
  void theNextCloseIsTheEndOfTheBarInProgress() {
    BarBuilder bars = builder("1h");
    assertThat(bars.nextCloseNanos()).isEqualTo(Long.MAX_VALUE);
    bars.add(OPEN + 1, 100, 1);
    assertThat(bars.nextCloseNanos()).isEqualTo(OPEN + 60 * MINUTE);
    bars.advanceTo(OPEN + 60 * MINUTE);
    assertThat(bars.nextCloseNanos()).isEqualTo(Long.MAX_VALUE);
    bars.add(CLOSE - MINUTE, 100, 1); // the last half hour
    assertThat(bars.nextCloseNanos()).isEqualTo(CLOSE);
  }

  @Test
  void quotesHaveNoVolume() {
    BarBuilder bars = builder("1m");
    bars.add(OPEN, 20_001, Missing.VALUE); // a doubled mid
    bars.add(OPEN + 1, 20_003, Missing.VALUE);
    bars.finish();

    assertThat(recorder.bars.get(0).lots()).isEqualTo(Missing.VALUE);
    assertThat(recorder.bars.get(0).vwap()).isNaN();
    assertThat(recorder.bars.get(0).count()).isEqualTo(2);
  }

  @Test
  void theNextSessionStartsItsOwnIntervals() {
    BarBuilder bars = builder("1h");
    bars.add(CLOSE, 100, 1);
    long nextOpen = OPEN + 86_400 * SECOND;
    bars.open(nextOpen, nextOpen + 210 * MINUTE); // a half day
    bars.add(nextOpen + 209 * MINUTE, 101, 1);
    bars.finish();

    assertThat(recorder.bars.get(1).openNanos()).isEqualTo(nextOpen + 180 * MINUTE);
    assertThat(recorder.bars.get(1).closeNanos()).isEqualTo(nextOpen + 210 * MINUTE);
  }

  @Test
  void ticksOutOfOrderOrOutsideTheSessionAreRefused() {
    BarBuilder bars = builder("1m");
    bars.add(OPEN + 5, 100, 1);

    assertThatThrownBy(() -> bars.add(OPEN + 4, 100, 1)).isInstanceOf(FeedException.class);
    assertThatThrownBy(() -> bars.add(CLOSE + 1, 100, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bars.open(OPEN, CLOSE)).isInstanceOf(IllegalArgumentException.class);
  }
}
