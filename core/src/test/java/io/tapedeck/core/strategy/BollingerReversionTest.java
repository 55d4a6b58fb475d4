package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Windows of three and bands of one deviation: 100, 100, 97 has mean 99 and deviation √2. */
class BollingerReversionTest {
  private static BollingerReversion.Params params(boolean allowShort) {
    return new BollingerReversion.Params(3, 1, size("1"), PriceSource.AUTO, allowShort);
  }

  @Test
  void itBuysBelowTheBandAndLeavesAtTheMiddle() {
    Market market = new Market(params(false)).trades(1, 100, 97);
    assertThat(market.targets()).isEmpty(); // the window is not full

    // 100, 97, 97: mean 98, deviation √2: 97 is inside
    assertThat(market.trades(1, 97).targets()).isEmpty();
    // 97, 97, 94: mean 96, deviation √2: 94 < 94.59
    assertThat(market.trades(1, 94).targets()).containsExactly("1: 1");
    // 97, 94, 95: mean 95.33: still below it; 94, 95, 95: mean 94.67
    assertThat(market.trades(1, 95).targets()).containsExactly("1: 1");
    assertThat(market.trades(1, 95).targets()).containsExactly("1: 1", "1: 0");
  }

  @Test
  void itSellsShortAboveTheBandWhereThatIsAllowed() {
    // 100, 100, 103: mean 101, deviation √2: 103 > 102.41; 100, 103, 101: mean 101.33: out
    assertThat(new Market(params(true)).trades(1, 100, 100, 103, 101).targets())
        .containsExactly("1: -1", "1: 0");
    assertThat(new Market(params(false)).trades(1, 100, 100, 103, 101).targets()).isEmpty();
  }

  @Test
  void bandsThatNoPriceCanLeaveAreRefused() {
    // of five values none is further than √4 deviations from their mean
    assertThatThrownBy(
            () -> new BollingerReversion.Params(5, 2, size("1"), PriceSource.AUTO, false))
        .hasMessage(
            "deviations must be positive and below √(window - 1): no price of 5 is further from"
                + " their mean; was 2.0");
    assertThatThrownBy(
            () -> new BollingerReversion.Params(2, 0.5, size("1"), PriceSource.AUTO, false))
        .hasMessage("window must be at least 3 events, was 2");
  }
}
