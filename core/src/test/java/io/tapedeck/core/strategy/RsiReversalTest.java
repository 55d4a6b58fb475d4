package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A window of two changes: Wilder's means start from the mean of two and then move half way. */
class RsiReversalTest {
  private static RsiReversal.Params params(boolean allowShort) {
    return new RsiReversal.Params(2, 30, 50, 70, size("1"), PriceSource.AUTO, allowShort);
  }

  @Test
  void itBuysWhenOversoldAndLeavesInTheMiddle() {
    // 100, 98, 96: rises 0, falls 2: index 0
    Market market = new Market(params(false)).trades(1, 100, 98);
    assertThat(market.targets()).isEmpty(); // one change: not warm
    assertThat(market.trades(1, 96).targets()).containsExactly("1: 1");

    // 97: rises 0.5, falls 1: 33.3; 97 again: 0.25 and 0.5, 33.3
    assertThat(market.trades(1, 97, 97).targets()).containsExactly("1: 1");
    // 98: rises 0.625, falls 0.25: 71.4: above the exit
    assertThat(market.trades(1, 98).targets()).containsExactly("1: 1", "1: 0");
  }

  @Test
  void itSellsShortWhenOverboughtWhereThatIsAllowed() {
    // 100, 102, 104: index 100; 102: rises 1, falls 1: 50, the exit; 101: 0.5 and 1: 33.3
    Market market = new Market(params(true)).trades(1, 100, 102, 104);
    assertThat(market.targets()).containsExactly("1: -1");
    assertThat(market.trades(1, 102, 101).targets()).containsExactly("1: -1", "1: 0");
  }

  @Test
  void whereShortIsNotAllowedOverboughtIsFlat() {
    assertThat(new Market(params(false)).trades(1, 100, 102, 104).targets()).isEmpty();
  }

  @Test
  void itTurnsAroundAtOnceFromOversoldToOverbought() {
    // 96: index 0; 106: rises 5, falls 1: 83.3
    assertThat(new Market(params(true)).trades(1, 100, 98, 96, 106).targets())
        .containsExactly("1: 1", "1: -1");
  }

  @Test
  void levelsOutOfOrderAreRefused() {
    assertThatThrownBy(
            () -> new RsiReversal.Params(2, 50, 50, 70, size("1"), PriceSource.AUTO, false))
        .hasMessage(
            "levels must be 0 <= oversold < exit < overbought <= 100, were 50.0, 50.0, 70.0");
    assertThatThrownBy(
            () -> new RsiReversal.Params(0, 30, 50, 70, size("1"), PriceSource.AUTO, false))
        .hasMessage("window must be at least 1 change, was 0");
  }
}
