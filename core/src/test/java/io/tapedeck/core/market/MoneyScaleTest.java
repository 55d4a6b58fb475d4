package io.tapedeck.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyScaleTest {
  private static Instrument instrument(
      String currency, long priceE9, long sizeE9, long multiplier) {
    return new Instrument(
        "XYZ", AssetClass.OTHER, Currency.of(currency), priceE9, sizeE9, 1, 1, multiplier, "24/7");
  }

  @Test
  void aHundredSharesAtTenDollarsAreAThousandDollars() {
    MoneyScale scale = instrument("USD", 10_000_000, 1_000_000_000, 1).moneyScale();

    // 1 000 ticks of 0.01 × 100 lots of 1 share = 1 000.00 USD, in 10^-8
    assertThat(scale.notional(1_000, 100)).isEqualTo(100_000_000_000L);
    assertThat(scale).isEqualTo(new MoneyScale(1_000_000, 1)); // a tick of a lot is 0.01 USD
  }

  @Test
  void theMultiplierOfAFutureCountsInItsNotional() {
    MoneyScale scale = instrument("USD", 250_000_000, 1_000_000_000, 50).moneyScale();

    // 2 contracts at 4 000.25: 16 001 ticks of 0.25 × 2 × 50 = 400 025 USD
    assertThat(scale.notional(16_001, 2)).isEqualTo(40_002_500_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0", // 0.5 rounds to the even 0
    "3, 2", // 1.5 rounds to 2
    "5, 2", // 2.5 rounds to 2
    "-1, 0", "-3, -2", "-5, -2"
  })
  void halvesOfTheLeastUnitRoundToEven(long lots, long money) {
    assertThat(new MoneyScale(1, 2).notional(1, lots)).isEqualTo(money);
  }

  @Test
  void aDoubledMidCountsInHalfTicks() {
    MoneyScale cent = new MoneyScale(1_000_000, 1);

    // (100.00 + 100.01) / 2 = 100.005, × 3 = 300.015
    assertThat(cent.valueAtDoubled(20_001, 3)).isEqualTo(30_001_500_000L);
    assertThat(cent.valueAtDoubled(20_001, -3)).isEqualTo(-30_001_500_000L);
  }

  @Test
  void productsBeyond64BitsAreExact() {
    // 60 000 dollars × 2 coins, both counted in 1e-9: a product of 1.2e23
    MoneyScale scale = instrument("USD", 1, 1, 1).moneyScale();

    assertThat(scale.notional(60_000_000_000_000L, 2_000_000_000L)).isEqualTo(12_000_000_000_000L);
    assertThat(scale.notional(60_000_000_000_000L, -2_000_000_000L))
        .isEqualTo(-12_000_000_000_000L);
  }

  @Test
  void moneyThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new MoneyScale(1, 1).notional(Long.MAX_VALUE, 2))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new MoneyScale(Long.MAX_VALUE, 1).notional(3, 3))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MoneyScale.proportion(Long.MAX_VALUE, Long.MAX_VALUE, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void theLeastMoneyIsStillMoney() {
    assertThat(MoneyScale.proportion(Long.MIN_VALUE, 7, 7)).isEqualTo(Long.MIN_VALUE);
    assertThat(MoneyScale.proportion(Long.MAX_VALUE, 7, 7)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void quantaTooLargeToCountAreRefusedWithTheirInstrument() {
    Instrument large = instrument("USD", Long.MAX_VALUE, Long.MAX_VALUE, 1);

    assertThatThrownBy(large::moneyScale)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XYZ");
  }

  @Test
  void yenCountInMillionths() {
    MoneyScale scale = instrument("JPY", 1_000_000_000, 1_000_000_000, 1).moneyScale();

    assertThat(scale.notional(1_500, 100)).isEqualTo(150_000_000_000L);
    assertThat(Currency.of("JPY").amount(150_000_000_000L))
        .isEqualTo(new BigDecimal("150000.000000"));
  }
}
