package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Turns ticks times lots into money, exactly, with one rounding.
 *
 * <p>{@code money = ticks × lots × numerator / denominator}, rounded half to even. The fraction is
 * in lowest terms; where the product leaves 64 bits it is carried in 128, without allocation, and
 * only where {@code lots × numerator} alone leaves them in more.
 *
 * @param numerator positive
 * @param denominator positive; at most 10^18
 */
public record MoneyScale(long numerator, long denominator) {
  private static final int SCALE_OF_PRICE_AND_SIZE = 18;
  private static final long LARGEST_DENOMINATOR = 1_000_000_000_000_000_000L;

  public MoneyScale {
    Require.that(
        numerator > 0 && denominator > 0 && denominator <= LARGEST_DENOMINATOR,
        "a scale must be a positive fraction with a denominator up to 10^18, was %d / %d",
        numerator,
        denominator);
  }

  /** The scale of an instrument: its quanta, its multiplier and its currency's unit. */
  static MoneyScale of(Instrument instrument) {
    BigInteger numerator =
        BigInteger.valueOf(instrument.priceQuantumE9())
            .multiply(BigInteger.valueOf(instrument.sizeQuantumE9()))
            .multiply(BigInteger.valueOf(instrument.multiplier()))
            .multiply(BigInteger.TEN.pow(instrument.currency().decimals()));
    BigInteger denominator = BigInteger.TEN.pow(SCALE_OF_PRICE_AND_SIZE);
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger lowest = numerator.divide(divisor);
    Require.that(
        lowest.bitLength() < Long.SIZE,
        "quanta of %s are too large: one lot at one tick would be %s units of %s",
        instrument.symbol(),
        lowest,
        instrument.currency().code());
    return new MoneyScale(lowest.longValueExact(), denominator.divide(divisor).longValueExact());
  }

  /**
   * The notional of {@code lots} at {@code priceTicks}, rounded half to even.
   *
   * @throws ArithmeticException if it does not fit in 64 bits
   */
  public long notional(long priceTicks, long lots) {
    return scaled(priceTicks, lots, denominator);
  }

  /**
   * The value of {@code lots} (signed) at a doubled price, rounded half to even.
   *
   * @param doubledTicks twice the price in ticks: a mid is bid plus ask
   * @throws ArithmeticException if it does not fit in 64 bits
   */
  public long valueAtDoubled(long doubledTicks, long lots) {
    return scaled(doubledTicks, lots, denominator * 2);
  }

  private long scaled(long ticks, long lots, long divisor) {
    long factor = lots * numerator;
    if (Math.multiplyHigh(lots, numerator) != factor >> 63) {
      return scaledWide(ticks, lots, divisor);
    }
    long product = ticks * factor;
    return Math.multiplyHigh(ticks, factor) == product >> 63
        ? divideHalfEven(product, divisor)
        : WideProduct.divideHalfEven(ticks, factor, divisor);
  }

  private long scaledWide(long ticks, long lots, long divisor) {
    BigInteger product =
        BigInteger.valueOf(ticks)
            .multiply(BigInteger.valueOf(lots))
            .multiply(BigInteger.valueOf(numerator));
    return new BigDecimal(product)
        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /** {@code dividend / divisor} rounded half to even; the divisor is positive. */
  public static long divideHalfEven(long dividend, long divisor) {
    long quotient = dividend / divisor;
    long remainder = dividend - quotient * divisor;
    if (remainder == 0) {
      return quotient;
    }
    long magnitude = Math.abs(remainder);
    long other = divisor - magnitude;
    boolean away = magnitude > other || (magnitude == other && (quotient & 1) != 0);
    return away ? quotient + Long.signum(dividend) : quotient;
  }

  /**
   * {@code value × part / whole} rounded half to even, through 128 bits.
   *
   * @param value of either sign
   * @param part from 0 to {@code whole}
   * @param whole positive
   */
  public static long proportion(long value, long part, long whole) {
    long product = value * part;
    if (Math.multiplyHigh(value, part) == product >> 63) {
      return divideHalfEven(product, whole);
    }
    return WideProduct.divideHalfEven(value, part, whole);
  }
}
