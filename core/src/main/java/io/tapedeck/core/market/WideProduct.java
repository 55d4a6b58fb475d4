package io.tapedeck.core.market;

/** Products of two longs, carried in 128 bits and divided back into 64, without allocation. */
final class WideProduct {
  private static final long HALF_MASK = 0xFFFF_FFFFL;
  private static final int HALF = 32;

  private WideProduct() {}

  /**
   * {@code left × right / divisor}, rounded half to even.
   *
   * @param divisor positive
   * @throws ArithmeticException if the result does not fit in 64 bits
   */
  static long divideHalfEven(long left, long right, long divisor) {
    long high = Math.multiplyHigh(left, right);
    long low = left * right;
    boolean isNegative = high < 0;
    if (isNegative) { // the magnitude, at most 2^126
      low = -low;
      high = low == 0 ? -high : ~high;
    }
    if (high >= divisor) {
      throw overflow();
    }
    long quotient = divide(high, low, divisor);
    long remainder = low - quotient * divisor;
    long other = divisor - remainder;
    if (remainder > other || (remainder == other && (quotient & 1) != 0)) {
      quotient++;
    }
    return signed(quotient, isNegative);
  }

  private static long signed(long magnitude, boolean isNegative) {
    if (magnitude >= 0) {
      return isNegative ? -magnitude : magnitude;
    }
    if (isNegative && magnitude == Long.MIN_VALUE) {
      return magnitude;
    }
    throw overflow();
  }

  private static ArithmeticException overflow() {
    return new ArithmeticException("money does not fit in 64 bits");
  }

  /**
   * The unsigned quotient of a 128-bit dividend; schoolbook division in base 2^32.
   *
   * <p>Source: D. E. Knuth, "The Art of Computer Programming", vol. 2, 4.3.1, algorithm D.
   *
   * @param high less than the divisor
   */
  private static long divide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor); // at least 1: the divisor is positive
    long norm = divisor << shift;
    long top = (high << shift) | (low >>> (Long.SIZE - shift));
    long rest = low << shift;
    long first = digit(top, rest >>> HALF, norm);
    long middle = ((top << HALF) | (rest >>> HALF)) - first * norm;
    long second = digit(middle, rest & HALF_MASK, norm);
    return (first << HALF) + second;
  }

  /** One digit in base 2^32: {@code (top × 2^32 + next) / norm}, all unsigned. */
  private static long digit(long top, long next, long norm) {
    long normHigh = norm >>> HALF;
    long normLow = norm & HALF_MASK;
    long digit = Long.divideUnsigned(top, normHigh);
    long remainder = top - digit * normHigh;
    while (digit > HALF_MASK
        || Long.compareUnsigned(digit * normLow, (remainder << HALF) | next) > 0) {
      digit--;
      remainder += normHigh;
      if (remainder > HALF_MASK) {
        break;
      }
    }
    return digit;
  }
}
