package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A currency and the unit in which money in it is counted.
 *
 * @param code ISO 4217 code, or the ticker of a crypto currency; upper case
 * @param decimals m: money is a whole number of 10^-m; from 0 to 9
 */
public record Currency(String code, int decimals) implements Serializable {
  public static final Currency USD = of("USD");

  public Currency {
    Require.that(
        code != null && code.matches("[A-Z0-9]{2,12}"),
        "currency code must be 2 to 12 capitals or digits, was %s",
        code);
    Require.that(
        decimals >= 0 && decimals <= 9,
        "decimals of %s must be from 0 to 9, was %d",
        code,
        decimals);
  }

  /** The currency of this code in its usual unit: 10^-8, but JPY 10^-6, KRW and IDR 10^-4. */
  public static Currency of(String code) {
    return new Currency(code, code == null ? 0 : usualDecimals(code));
  }

  private static int usualDecimals(String code) {
    return switch (code) {
      case "JPY" -> 6;
      case "KRW", "IDR" -> 4;
      default -> 8;
    };
  }

  /**
   * Money from a decimal amount.
   *
   * @throws ArithmeticException if the amount is finer than the unit or does not fit in 64 bits
   */
  public long money(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
  }

  /** The decimal amount of this money, with {@link #decimals} digits after the point. */
  public BigDecimal amount(long money) {
    return BigDecimal.valueOf(money, decimals);
  }
}
