package io.tapedeck.lake.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Decimal text as whole numbers of 1e-9, exactly: a value that is finer or has a billion units or
 * more is reported, never rounded.
 */
final class Decimals {
  static final long INVALID = Long.MIN_VALUE + 1; // Missing.VALUE is Long.MIN_VALUE
  static final long TOO_FINE = Long.MIN_VALUE + 2;
  static final long TOO_LARGE = Long.MIN_VALUE + 3;

  /** First value that DECIMAL(18,9) cannot hold. */
  static final long LIMIT_E9 = 1_000_000_000_000_000_000L;

  private static final int E9 = 9;
  private static final int SAFE_DIGITS = 18;
  private static final long[] POWERS = powers();

  private Decimals() {}

  /** Whether a result is one of the codes instead of a value. */
  static boolean isCode(long result) {
    return result >= INVALID && result <= TOO_LARGE;
  }

  /** The verdict that a code stands for; {@code bad} for text that is no number. */
  static RowVerdict verdict(long code, RowVerdict bad) {
    if (code == TOO_FINE) {
      return RowVerdict.TOO_FINE;
    }
    return code == TOO_LARGE ? RowVerdict.TOO_LARGE : bad;
  }

  /**
   * The number in these bytes times 10^{@code shift}, in 1e-9.
   *
   * @param shift power of ten that the source's unit is, such as -4 for prices in 1/10,000
   * @return the value, or a code
   */
  static long e9(byte[] bytes, int from, int to, int shift) {
    int i = from;
    boolean negative = i < to && bytes[i] == '-';
    if (negative || (i < to && bytes[i] == '+')) {
      i++;
    }
    int end = to;
    long value = 0;
    int digits = 0;
    int point = -1;
    int seen = 0;
    int trailingZeros = 0;
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        seen++;
        if (digits == SAFE_DIGITS) {
          if (b != '0' || point < 0) {
            return slow(bytes, from, to, shift);
          }
          trailingZeros++; // zeros beyond 18 digits, after the point: drop them
          continue;
        }
        value = value * 10 + (b - '0');
        digits += value == 0 ? 0 : 1;
        if (point >= 0) {
          point++;
        }
      } else if (b == '.' && point < 0) {
        point = 0;
      } else if (b == 'e' || b == 'E') {
        return slow(bytes, from, to, shift);
      } else {
        return INVALID;
      }
    }
    if (seen == 0 || (trailingZeros > 0 && point < 0)) {
      return INVALID;
    }
    return scaled(negative ? -value : value, E9 + shift - Math.max(point, 0));
  }

  /** A whole number; INVALID if it is none or does not fit in 64 bits. */
  static long whole(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    int i = negative ? from + 1 : from;
    if (i == to || to - i > 19) {
      return INVALID;
    }
    long value = 0;
    for (; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return INVALID;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /** How many decimals a value in 1e-9 needs; from 0 to 9, at least {@code atLeast}. */
  static int decimals(long e9, int atLeast) {
    int decimals = atLeast;
    while (decimals < E9 && e9 % POWERS[E9 - decimals] != 0) {
      decimals++;
    }
    return decimals;
  }

  /** 10^{@code exponent}; from 0 to 18. */
  static long power(int exponent) {
    return POWERS[exponent];
  }

  private static long scaled(long value, int exponent) {
    if (value == 0) {
      return 0;
    }
    if (exponent >= 0) {
      if (exponent > SAFE_DIGITS || Math.abs(value) >= LIMIT_E9 / POWERS[exponent]) {
        return TOO_LARGE;
      }
      return value * POWERS[exponent];
    }
    if (-exponent > SAFE_DIGITS || value % POWERS[-exponent] != 0) {
      return TOO_FINE;
    }
    return value / POWERS[-exponent];
  }

  private static long slow(byte[] bytes, int from, int to, int shift) {
    BigDecimal value;
    try {
      value = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return INVALID;
    }
    value = value.stripTrailingZeros();
    if (value.signum() == 0) {
      return 0;
    }
    long scale = (long) value.scale() - shift;
    if (value.precision() - scale > E9) {
      return TOO_LARGE;
    }
    return scale > E9 ? TOO_FINE : value.scaleByPowerOfTen(shift + E9).longValueExact();
  }

  private static long[] powers() {
    long[] powers = new long[SAFE_DIGITS + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
