package io.tapedeck.core.account;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.MoneyScale;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The share of a position's value that is required as equity, as an exact fraction.
 *
 * <p>{@code requirement = ⌈|value| × numerator / denominator⌉}, in money, through 128 bits and
 * without allocation. An account's requirement is the sum over its instruments, each rounded up.
 *
 * @param numerator not negative
 * @param denominator positive, at least {@code numerator}, at most 10^18
 */
public record MarginFraction(long numerator, long denominator) implements Serializable {
  /** Nothing is required. */
  public static final MarginFraction NONE = new MarginFraction(0, 1);

  /** The whole value is required. */
  public static final MarginFraction ALL = new MarginFraction(1, 1);

  private static final int LARGEST_SCALE = 18;
  private static final long LARGEST_DENOMINATOR = 1_000_000_000_000_000_000L;

  public MarginFraction {
    Require.that(
        denominator > 0
            && denominator <= LARGEST_DENOMINATOR
            && numerator >= 0
            && numerator <= denominator,
        "a margin fraction must be from 0 to 1 with a denominator up to 10^18, was %d / %d",
        numerator,
        denominator);
  }

  /**
   * A decimal fraction.
   *
   * @param fraction from 0 to 1, with 18 decimals at most
   */
  public static MarginFraction of(BigDecimal fraction) {
    BigDecimal plain = fraction.stripTrailingZeros();
    Require.that(
        plain.signum() >= 0 && plain.compareTo(BigDecimal.ONE) <= 0,
        "a margin fraction must be from 0 to 1, was %s",
        fraction);
    Require.that(
        plain.scale() <= LARGEST_SCALE,
        "a margin fraction must have %d decimals at most, was %s",
        LARGEST_SCALE,
        fraction);
    BigInteger denominator = BigInteger.TEN.pow(Math.max(plain.scale(), 0));
    return new MarginFraction(plain.unscaledValue().longValueExact(), denominator.longValueExact());
  }

  /**
   * What a position of this value requires, in money, rounded up; not negative.
   *
   * @param signedValue money, of either sign
   */
  public long requirement(long signedValue) {
    long value = Math.absExact(signedValue);
    long nearest = MoneyScale.proportion(value, numerator, denominator);
    // at most half a denominator in magnitude, so exact although the products wrap around
    long remainder = value * numerator - nearest * denominator;
    return remainder > 0 ? nearest + 1 : nearest;
  }
}
