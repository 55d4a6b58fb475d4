package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import java.math.BigInteger;

/**
 * An exact sum of squares of money, in 128 bits: {@code high × 2^64 + low}, {@code low} unsigned.
 *
 * <p>Where the profits and the losses themselves add up in 64 bits, their squares do in 127. Being
 * exact, the sum does not depend on the order in which it is made.
 *
 * @param high the upper half; not negative
 * @param low the lower half, as an unsigned number
 */
public record SquareSum(long high, long low) {
  /** Nothing has been added. */
  public static final SquareSum ZERO = new SquareSum(0, 0);

  public SquareSum {
    Require.that(high >= 0, "a sum of squares must not be negative, its upper half was %d", high);
  }

  /**
   * This sum and one more square.
   *
   * @throws ArithmeticException if the sum leaves 127 bits
   */
  public SquareSum plus(long value) {
    long square = value * value;
    long sum = low + square;
    long carry = Long.compareUnsigned(sum, square) < 0 ? 1 : 0;
    long upper = Math.addExact(Math.multiplyHigh(value, value), carry);
    return new SquareSum(Math.addExact(high, upper), sum);
  }

  /** The sum as an integer of any size. */
  BigInteger exactly() {
    return BigInteger.valueOf(high)
        .shiftLeft(Long.SIZE)
        .add(new BigInteger(Long.toUnsignedString(low)));
  }
}
