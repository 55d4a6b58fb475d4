package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarRuleTest {
  @ParameterizedTest
  @CsvSource({
    "60s, 1m",
    "100 ticks, 100 ticks",
    "1e3 ticks, 1000 ticks",
    "5000 volume, 5000 volume",
    "0.50 volume, 0.5 volume",
    "1e6 notional, 1000000 notional",
    "2.5E6 notional, 2500000 notional"
  })
  void rulesAreReadAndWrittenOneWay(String text, String written) {
    BarRule rule = BarRule.parse(text);

    assertThat(rule).hasToString(written);
    assertThat(BarRule.parse(written)).isEqualTo(rule).hasSameHashCodeAs(rule);
  }

  @Test
  void eachWordIsItsRule() {
    assertThat(BarRule.parse("5m")).isEqualTo(new BarRule.TimeBars(BarLength.parse("5m")));
    assertThat(BarRule.parse("100 ticks")).isEqualTo(new BarRule.TickBars(100));
    assertThat(BarRule.parse("5000 volume"))
        .isEqualTo(new BarRule.VolumeBars(new BigDecimal("5000")));
    assertThat(BarRule.parse("1e6 notional"))
        .isEqualTo(new BarRule.NotionalBars(new BigDecimal("1000000")));
  }

  @Test
  void onlyVolumeAndNotionalNeedSizes() {
    assertThat(BarRule.parse("1m").needsLots()).isFalse();
    assertThat(BarRule.parse("10 ticks").needsLots()).isFalse();
    assertThat(BarRule.parse("10 volume").needsLots()).isTrue();
    assertThat(BarRule.parse("10 notional").needsLots()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100",
        "1 m",
        "ticks",
        "100ticks",
        "100  ticks",
        "0 ticks",
        "-5 ticks",
        "1.5 ticks",
        "1e30 ticks",
        "0 volume",
        "0.0 notional",
        "1e-3 volume",
        "1e6 dollars",
        "1,000 volume"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> BarRule.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aVolumeIsAWholeNumberOfLots() {
    Instrument share = Instruments.share("XYZ");

    assertThatThrownBy(() -> BarRule.parse("0.5 volume").series(share, new BarRecorder()))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("size 0.5 of XYZ is not a whole number of lots of 1");
  }

  @Test
  void aNotionalIsCountedInTheInstrumentsQuanta() {
    // a tick of 0.1 and a lot of 0.001, 10 units of currency a point: a tick-lot is 0.001
    Instrument future =
        new Instrument(
            "FUT", AssetClass.FUTURE, Currency.USD, 100_000_000L, 1_000_000L, 1, 1, 10, "24/7");
    BarRecorder recorder = new BarRecorder();
    BarSeries bars = BarRule.parse("2.0001 notional").series(future, recorder);
    bars.open(0, 100);
    bars.add(1, 100, 20); // 10.0 × 0.020 × 10 = 2.00
    assertThat(recorder.bars).isEmpty();
    bars.add(2, 1, 1); // 0.1 × 0.001 × 10 = 0.001: 2.001 in all
    assertThat(recorder.bars).hasSize(1);
  }

  @Test
  void aNotionalBeyond64BitsOfTickLotsIsExact() {
    // a tick of 1e-9 and a lot of 1e-9: 100 dollars are 10^20 tick-lots
    Instrument coin =
        new Instrument("COIN", AssetClass.CRYPTO, Currency.USD, 1, 1, 1, 1, 1, "24/7");
    BarRecorder recorder = new BarRecorder();
    BarSeries bars = BarRule.parse("100 notional").series(coin, recorder);
    long dollar = 1_000_000_000L;
    bars.open(0, 100);
    bars.add(1, 100 * dollar - 1, dollar); // a billionth below
    assertThat(recorder.bars).isEmpty();
    bars.add(2, 1, dollar);
    assertThat(recorder.bars).hasSize(1);
    assertThatThrownBy(() -> BarRule.parse("1e30 notional").series(coin, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large for the quanta of COIN");
  }
}
