package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.indicator.Seeding;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Fast is the price itself, slow moves half way, and so does the signal: it is warm at the third.
 */
class MacdTrendTest {
  private static MacdTrend.Params params(String size, boolean allowShort) {
    return new MacdTrend.Params(1, 3, 3, size(size), PriceSource.AUTO, Seeding.FIRST, allowShort);
  }

  @Test
  void itIsLongWhileTheLineIsAboveItsSignalAndFlatWhileBelow() {
    // trades:        100  100  100 |  108   104   108
    // slow (warm 3): 100  100  100 |  104   104   106
    // line:           -    -     0 |    4     0     2
    // signal:         -    -     - |    -     1     1.5   (0, 2, 1, 1.5: warm at its third)
    Market market = new Market(params("1", false));

    assertThat(market.trades(1, 100, 100, 100, 108).targets()).isEmpty(); // signal not warm
    assertThat(market.trades(1, 104).targets()).isEmpty(); // below: flat, as it is
    assertThat(market.trades(1, 108).targets()).containsExactly("1: 1"); // 2 > 1.5
    // slow 105, line -1, signal 0.25
    assertThat(market.trades(1, 104).targets()).containsExactly("1: 1", "1: 0");
  }

  @Test
  void itGoesShortWhereThatIsAllowedAndLeavesTheSizeToTheRun() {
    Market market = new Market(params("0", true)).trades(1, 100, 100, 100, 108, 104, 108);

    assertThat(market.asked()).containsExactly("1: lean -1.0", "1: lean 1.0");
  }

  @Test
  void aLineOnItsSignalChangesNothing() {
    assertThat(new Market(params("1", true)).trades(1, 7, 7, 7, 7, 7, 7, 7).targets()).isEmpty();
  }

  @Test
  void appelsWindowsAreStandard() {
    assertThat(StrategyCatalog.build(new MacdTrend.Provider(), Map.of("size", "2")))
        .isEqualTo(
            new MacdTrend.Params(12, 26, 9, size("2"), PriceSource.AUTO, Seeding.SMA, false));
  }

  @Test
  void windowsOutOfOrderAreRefused() {
    assertThatThrownBy(
            () -> new MacdTrend.Params(5, 5, 1, size("1"), PriceSource.AUTO, Seeding.SMA, true))
        .hasMessage("slow must be above fast (5 events), was 5");
    assertThatThrownBy(
            () -> new MacdTrend.Params(5, 6, 0, size("1"), PriceSource.AUTO, Seeding.SMA, true))
        .hasMessage("signal must be at least 1 event, was 0");
  }
}
