package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import org.junit.jupiter.api.Test;

class MeasuredBarsTest {
  private static final long OPEN = 1_000;
  private static final long CLOSE = 2_000;

  private final BarRecorder recorder = new BarRecorder();

  /** Ticks of a cent, lots of one share. */
  private BarSeries bars(String rule) {
    BarSeries bars = BarRule.parse(rule).series(Instruments.share("XYZ"), recorder);
    bars.open(OPEN, CLOSE);
    return bars;
  }

  @Test
  void aTickBarIsKnownAtItsLastTick() {
    BarSeries bars = bars("3 ticks");
    bars.add(1_001, 100, 10);
    bars.add(1_002, 104, 20);
    assertThat(recorder.bars).isEmpty();
    bars.add(1_007, 97, 10);

    // (100 × 10 + 104 × 20 + 97 × 10) / 40 = 101.25
    assertThat(recorder.bars)
        .containsExactly(new BarRecorder.Bar(1_001, 1_007, 100, 104, 97, 97, 40, 101.25, 3));
  }

  @Test
  void thePrintThatOvershootsBelongsToTheBarItCompletes() {
    BarSeries bars = bars("100 volume");
    bars.add(1_001, 50, 60);
    bars.add(1_002, 51, 239); // 299: one bar, not two, and nothing is carried over
    bars.add(1_003, 52, 99);
    assertThat(recorder.bars).hasSize(1);
    bars.add(1_003, 53, 1); // 100

    assertThat(recorder.bars)
        .extracting(BarRecorder.Bar::openNanos, BarRecorder.Bar::closeNanos, BarRecorder.Bar::lots)
        .containsExactly(tuple(1_001L, 1_002L, 299L), tuple(1_003L, 1_003L, 100L));
  }

  @Test
  void aNotionalBarEndsAtItsMoney() {
    BarSeries bars = bars("1000 notional");
    bars.add(1_001, 5_000, 10); // 10 × 50.00 = 500.00
    bars.add(1_002, 4_999, 10); // 499.90: 999.90 in all
    assertThat(recorder.bars).isEmpty();
    bars.add(1_003, 10, 1); // 0.10
    assertThat(recorder.bars).extracting(BarRecorder.Bar::count).containsExactly(3L);
  }

  @Test
  void aNegativePriceIsWorthAsMuch() {
    BarSeries bars = bars("1000 notional");
    bars.add(1_001, -5_000, 10); // |-500.00|
    bars.add(1_002, 5_000, 10);

    assertThat(recorder.bars).extracting(BarRecorder.Bar::low).containsExactly(-5_000L);
  }

  @Test
  void theLastBarOfASessionEndsWithIt() {
    BarSeries bars = bars("100 volume");
    assertThat(bars.nextCloseNanos()).isEqualTo(Long.MAX_VALUE);
    bars.add(1_001, 50, 60);
    assertThat(bars.nextCloseNanos()).isEqualTo(CLOSE);
    bars.advanceTo(CLOSE); // a print at the close may still come
    bars.add(CLOSE, 51, 30);
    assertThat(recorder.bars).isEmpty();
    bars.advanceTo(CLOSE + 1);
    assertThat(recorder.bars)
        .extracting(BarRecorder.Bar::closeNanos, BarRecorder.Bar::lots)
        .containsExactly(tuple(CLOSE, 90L));
    assertThat(bars.nextCloseNanos()).isEqualTo(Long.MAX_VALUE);

    bars.open(CLOSE + 10, CLOSE + 20); // counts from nothing
    bars.add(CLOSE + 11, 52, 99);
    bars.open(CLOSE + 30, CLOSE + 40); // and finishes it
    assertThat(recorder.bars.get(1).closeNanos()).isEqualTo(CLOSE + 20);
    assertThat(recorder.bars.get(1).lots()).isEqualTo(99);
  }

  @Test
  void quotesMakeTickBarsButNoneOfVolumeOrNotional() {
    BarSeries ticks = bars("2 ticks");
    ticks.add(1_001, 20_001, Missing.VALUE); // a doubled mid
    ticks.add(1_002, 20_003, Missing.VALUE);
    assertThat(recorder.bars).hasSize(1);
    assertThat(recorder.bars.get(0).lots()).isEqualTo(Missing.VALUE);
    assertThat(recorder.bars.get(0).vwap()).isNaN();

    String message =
        "volume and notional bars need ticks with a size: build them from trades, not quotes";
    BarSeries volume = bars("100 volume");
    assertThatThrownBy(() -> volume.add(1_001, 20_001, Missing.VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    BarSeries notional = bars("100 notional");
    assertThatThrownBy(() -> notional.add(1_001, 20_001, Missing.VALUE)).hasMessage(message);
  }

  @Test
  void ticksOutOfOrderOrOutsideTheSessionAreRefused() {
    BarSeries bars = bars("2 ticks");
    bars.add(1_005, 100, 1);

    assertThatThrownBy(() -> bars.add(1_004, 100, 1)).isInstanceOf(FeedException.class);
    assertThatThrownBy(() -> bars.add(CLOSE + 1, 100, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bars.open(CLOSE, CLOSE + 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
