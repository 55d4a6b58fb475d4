package io.tapedeck.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentTest {
  /** Ticks of 0.01, lots of 0.001; the venue takes steps of 0.05 and sizes of 0.010. */
  private final Instrument coin =
      new Instrument(
          "BTC/USD", AssetClass.CRYPTO, Currency.USD, 10_000_000, 1_000_000, 5, 10, 1, "24/7");

  @Test
  void pricesBecomeTicksAndBack() {
    assertThat(coin.ticks(new BigDecimal("60000.05"))).isEqualTo(6_000_005);
    assertThat(coin.ticks(60_000_050_000_000L)).isEqualTo(6_000_005);
    assertThat(coin.price(6_000_005)).isEqualByComparingTo("60000.05");
  }

  @Test
  void sizesBecomeLotsAndBack() {
    assertThat(coin.lots(new BigDecimal("1.5"))).isEqualTo(1_500);
    assertThat(coin.lots(new BigDecimal("1E+3"))).isEqualTo(1_000_000);
    assertThat(coin.size(-1_500)).isEqualByComparingTo("-1.5");
  }

  @Test
  void aPriceBetweenTwoTicksIsRefusedAndNotRounded() {
    assertThatThrownBy(() -> coin.ticks(new BigDecimal("60000.005")))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("price 60000.005 of BTC/USD is not a whole number of ticks of 0.01");
  }

  @Test
  void aSizeFinerThanOneBillionthOrTooLargeIsRefused() {
    assertThatThrownBy(() -> coin.lots(new BigDecimal("0.0000000001")))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("at most 9 decimals");
    assertThatThrownBy(() -> coin.lots(new BigDecimal("1e99")))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("BTC/USD");
  }

  @Test
  void theSizeOfAnOrderIsAPositiveMultipleOfTheVenuesIncrement() {
    assertThat(coin.orderLots(new BigDecimal("0.25"))).isEqualTo(250);
    assertThatThrownBy(() -> coin.orderLots(new BigDecimal("0.255")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "size 0.255 of BTC/USD must be a positive multiple of the venue's increment 0.01");
    assertThatThrownBy(() -> coin.orderLots(BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUniverseSizesOrdersForEachOfItsInstruments() {
    Instrument share =
        new Instrument(
            "BAC", AssetClass.EQUITY, Currency.USD, 100_000, 1_000_000_000, 100, 1, 1, "XNYS");
    Universe universe =
        new Universe(
            List.of(
                new Universe.Listing(coin, true, true), new Universe.Listing(share, true, true)));

    assertThat(universe.orderLots(BigDecimal.valueOf(2))).containsExactly(2_000, 2);
    assertThatThrownBy(() -> universe.orderLots(new BigDecimal("0.5")))
        .hasMessage("size 0.5 of BAC must be a positive multiple of the venue's increment 1");
    assertThat(universe.indexOf("BAC")).isEqualTo(1);
    assertThatThrownBy(() -> universe.indexOf("IBM")).hasMessageContaining("IBM");
  }

  @Test
  void anInstrumentWithoutUnitsIsRefused() {
    assertThatThrownBy(
            () -> new Instrument("X", AssetClass.OTHER, Currency.USD, 0, 1, 1, 1, 1, "24/7"))
        .hasMessage("price quantum of X must be positive, was 0 e-9");
  }
}
