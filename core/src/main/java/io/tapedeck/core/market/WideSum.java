package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.math.BigInteger;

/**
 * A sum of products of two longs, exact in 128 bits. Allocates nothing after construction; what
 * leaves 128 bits throws {@link ArithmeticException}.
 */
public final class WideSum {
  /** Bits of a value that fits, its sign not counted. */
  public static final int LARGEST_BITS = 2 * Long.SIZE - 1;

  private long high;
  private long low; // unsigned

  /** A sum of this value, which must fit in 128 bits. */
  public static WideSum of(BigInteger value) {
    Require.that(value.bitLength() <= LARGEST_BITS, "%s does not fit in 128 bits", value);
    WideSum sum = new WideSum();
    sum.high = value.shiftRight(Long.SIZE).longValue();
    sum.low = value.longValue();
    return sum;
  }

  /** Makes it zero. */
  public void clear() {
    high = 0;
    low = 0;
  }

  public void addProduct(long left, long right) {
    long productHigh = Math.multiplyHigh(left, right);
    long productLow = left * right;
    long sumLow = low + productLow;
    long carry = Long.compareUnsigned(sumLow, productLow) < 0 ? 1 : 0;
    long sumHigh = high + productHigh + carry;
    if (((high ^ sumHigh) & (productHigh ^ sumHigh)) < 0) {
      throw overflow();
    }
    high = sumHigh;
    low = sumLow;
  }

  public void subtractProduct(long left, long right) {
    long productHigh = Math.multiplyHigh(left, right);
    long productLow = left * right;
    long borrow = Long.compareUnsigned(low, productLow) < 0 ? 1 : 0;
    long sumHigh = high - productHigh - borrow;
    if (((high ^ productHigh) & (high ^ sumHigh)) < 0) {
      throw overflow();
    }
    high = sumHigh;
    low -= productLow;
  }

  /** Whether this sum is not below the other. */
  public boolean isAtLeast(WideSum other) {
    return high != other.high ? high > other.high : Long.compareUnsigned(low, other.low) >= 0;
  }

  /** The nearest double, ties to even. */
  public double toDouble() {
    return toDouble(high, low);
  }

  /** The nearest double, ties to even, of the sum less {@code left × right}; the sum stays. */
  public double lessProduct(long left, long right) {
    long productLow = left * right;
    long borrow = Long.compareUnsigned(low, productLow) < 0 ? 1 : 0;
    long productHigh = Math.multiplyHigh(left, right);
    long differenceHigh = high - productHigh - borrow;
    if (((high ^ productHigh) & (high ^ differenceHigh)) < 0) {
      throw overflow();
    }
    return toDouble(differenceHigh, low - productLow);
  }

  private static double toDouble(long high, long low) {
    if (high == low >> (Long.SIZE - 1)) {
      return (double) low;
    }
    if (high >= 0) {
      return unsignedToDouble(high, low);
    }
    return -unsignedToDouble(low == 0 ? -high : ~high, -low);
  }

  /** Rounds once: the leading 64 bits decide, and whether anything follows them. */
  private static double unsignedToDouble(long high, long low) {
    if (high == 0) {
      return leadingToDouble(low);
    }
    int zeros = Long.numberOfLeadingZeros(high);
    long leading = zeros == 0 ? high : (high << zeros) | (low >>> (Long.SIZE - zeros));
    long sticky = low << zeros != 0 ? 1 : 0;
    return Math.scalb(leadingToDouble(leading | sticky), Long.SIZE - zeros);
  }

  /** An unsigned long; its last bit stands for all that was cut. */
  private static double leadingToDouble(long leading) {
    return leading >= 0 ? (double) leading : (double) ((leading >>> 1) | (leading & 1)) * 2;
  }

  private static ArithmeticException overflow() {
    return new ArithmeticException("a sum of products does not fit in 128 bits");
  }
}
