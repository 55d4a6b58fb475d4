package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.BarPrice;
import org.junit.jupiter.api.Test;

/** Enters out of three bars and leaves by two. */
class DonchianBreakoutTest {
  private static Market market(String size, boolean allowShort) {
    return new Market(
        new DonchianBreakout.Params(3, 2, size(size), PriceSource.BAR, allowShort),
        Market.barsOf(Instruments.share("DAY")));
  }

  /** Highs 105, 110, 106 and lows 95, 101, 102. */
  private static Market warm(Market market) {
    return market.bar(0, 0, 105, 95, 100).bar(0, 0, 110, 101, 104).bar(0, 0, 106, 102, 103);
  }

  @Test
  void aCloseAboveTheHighsOfTheBarsBeforeBuys() {
    Market market = warm(market("5", false));
    market.bar(0, 0, 115, 104, 110); // its own high is above, its close only at the highest
    assertThat(market.targets()).isEmpty();

    assertThat(market.bar(0, 0, 117, 110, 116).targets()).containsExactly("0: 5"); // > 115
  }

  @Test
  void aCloseBelowTheLowsOfTheShorterChannelLeaves() {
    Market market = warm(market("5", false)).bar(0, 0, 112, 105, 111); // > 110: long
    market.bar(0, 0, 112, 100, 102); // lows of two before: 102, 105: not below
    assertThat(market.targets()).containsExactly("0: 5");

    market.bar(0, 0, 101, 98, 99); // below 100; of three bars the lowest is 100 as well
    assertThat(market.targets()).containsExactly("0: 5", "0: 0");
  }

  @Test
  void whereShortIsAllowedItBreaksOutDownwards() {
    Market market = warm(market("5", true)).bar(0, 0, 101, 93, 94); // < 95
    assertThat(market.targets()).containsExactly("0: -5");

    market.bar(0, 0, 108, 100, 107); // highs of two before: 106, 101
    assertThat(market.targets()).containsExactly("0: -5", "0: 0");
  }

  @Test
  void theRunsSizingIsToldHowFarTheExitIs() {
    // 111 is 10 ticks above 101, the lower of the last two lows
    assertThat(warm(market("0", true)).bar(0, 0, 112, 105, 111).asked())
        .containsExactly("0: lean 1.0, stop 10");
  }

  @Test
  void barsOfMidsCountInHalfTicks() {
    // the same prices doubled, and one half tick more: 10.5 ticks are rounded up
    Market market = market("0", true);
    market.bar(BarPrice.MID, 0, 0, 210, 190, 200).bar(BarPrice.MID, 0, 0, 220, 202, 208);
    market.bar(BarPrice.MID, 0, 0, 212, 204, 206).bar(BarPrice.MID, 0, 0, 224, 210, 223);

    assertThat(market.asked()).containsExactly("0: lean 1.0, stop 11");
  }

  @Test
  void ofTradesEachPriceIsABar() {
    Market market =
        new Market(new DonchianBreakout.Params(3, 2, size("5"), PriceSource.AUTO, false));

    assertThat(market.trades(1, 10, 12, 11, 12).targets()).isEmpty(); // 12 is not above 12
    assertThat(market.trades(1, 13, 12, 11).targets()).containsExactly("1: 5", "1: 0"); // < 12
  }

  @Test
  void anExitLongerThanTheEntryIsRefused() {
    assertThatThrownBy(() -> new DonchianBreakout.Params(3, 4, size("1"), PriceSource.AUTO, false))
        .hasMessage("exit must be from 1 to entry (3 bars), was 4");
    assertThatThrownBy(() -> new DonchianBreakout.Params(0, 0, size("1"), PriceSource.AUTO, false))
        .hasMessage("entry must be at least 1 bar, was 0");
  }
}
