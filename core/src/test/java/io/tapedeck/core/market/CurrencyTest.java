package io.tapedeck.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyTest {
  @ParameterizedTest
  @CsvSource({"USD, 8", "EUR, 8", "BTC, 8", "JPY, 6", "KRW, 4", "IDR, 4"})
  void everyCurrencyHasItsUsualUnit(String code, int decimals) {
    assertThat(Currency.of(code).decimals()).isEqualTo(decimals);
  }

  @Test
  void amountsBecomeMoneyAndBackExactly() {
    assertThat(Currency.USD.money(new BigDecimal("-12.5"))).isEqualTo(-1_250_000_000L);
    assertThat(Currency.USD.amount(-1_250_000_000L)).isEqualByComparingTo("-12.5");
  }

  @Test
  void anAmountFinerThanTheUnitIsRefused() {
    assertThatThrownBy(() -> Currency.USD.money(new BigDecimal("0.000000001")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aCodeThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Currency.of("us dollar"))
        .hasMessage("currency code must be 2 to 12 capitals or digits, was us dollar");
    assertThatThrownBy(() -> Currency.of(null)).isInstanceOf(IllegalArgumentException.class);
  }
}
