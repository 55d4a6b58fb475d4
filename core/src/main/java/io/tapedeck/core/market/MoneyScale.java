package io.tapedeck.core.market;

import java.math.BigInteger;

/**
 * Turns ticks times lots into money, exactly, with one rounding.
 *
 * <p>{@code money = ticks × lots × numerator / denominator}, rounded half to even. The fraction is
 * in lowest terms; where the product leaves 64 bits it is carried in 128.
 *
 * @param numerator positive
 * @param denominator positive
 */
public record MoneyScale(long numerator, long denominator) {
  private static final int SCALE_OF_PRICE_AND_SIZE = 18;

  /** The scale of an instrument: its quanta, its multiplier and its currency's unit. */
  static MoneyScale of(Instrument instrument) {
    BigInteger numerator =
        BigInteger.valueOf(instrument.priceQuantumE9())
            .multiply(BigInteger.valueOf(instrument.sizeQuantumE9()))
            .multiply(BigInteger.valueOf(instrument.multiplier()))
            .multiply(BigInteger.TEN.pow(instrument.currency().decimals()));
    BigInteger denominator = BigInteger.TEN.pow(SCALE_OF_PRICE_AND_SIZE);
    BigInteger divisor = numerator.gcd(denominator);
    return new MoneyScale(
        numerator.divide(divisor).longValueExact(), denominator.divide(divisor).longValueExact());
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
    return scaled(doubledTicks, lots, Math.multiplyExact(denominator, 2L));
  }

  private long scaled(long ticks, long lots, long divisor) {
    long factor = lots * numerator;
    if (Math.multiplyHigh(lots, numerator) == factor >> 63) {
      long product = ticks * factor;
      if (Math.multiplyHigh(ticks, factor) == product >> 63) {
        return divideHalfEven(product, divisor);
      }
    }
    return scaledWide(ticks, lots, divisor);
  }

  private long scaledWide(long ticks, long lots, long divisor) {
    BigInteger product =
        BigInteger.valueOf(ticks)
            .multiply(BigInteger.valueOf(lots))
            .multiply(BigInteger.valueOf(numerator));
    BigInteger[] parts = product.abs().divideAndRemainder(BigInteger.valueOf(divisor));
    int half = parts[1].shiftLeft(1).compareTo(BigInteger.valueOf(divisor));
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
    return (product.signum() < 0 ? rounded.negate() : rounded).longValueExact();
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
   * @param part from 0 to {@code whole}
   * @param whole positive
   */
  public static long proportion(long value, long part, long whole) {
    long product = value * part;
    if (Math.multiplyHigh(value, part) == product >> 63) {
      return divideHalfEven(product, whole);
    }
    return new MoneyScale(1, whole).scaledWide(value, part, whole);
  }
}
