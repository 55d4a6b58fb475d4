package io.tapedeck.lake.table;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * A sum of 256-bit digests modulo 2^256, and how many there were: the same for the same rows in any
 * order.
 */
final class DigestSum implements Serializable {
  private static final int WORDS = 4;

  private final long[] words = new long[WORDS]; // least significant first
  private long count;

  /** Adds a digest of 32 bytes, read as a big-endian number. */
  void add(byte[] digest) {
    long carry = 0;
    for (int word = 0; word < WORDS; word++) {
      carry = addTo(word, bigEndian(digest, (WORDS - 1 - word) * Long.BYTES), carry);
    }
    count++;
  }

  DigestSum plus(DigestSum other) {
    DigestSum sum = new DigestSum();
    long carry = 0;
    for (int word = 0; word < WORDS; word++) {
      sum.words[word] = words[word];
      carry = sum.addTo(word, other.words[word], carry);
    }
    sum.count = count + other.count;
    return sum;
  }

  long count() {
    return count;
  }

  /** 64 hexadecimal digits. */
  String hex() {
    HexFormat format = HexFormat.of();
    StringBuilder text = new StringBuilder(WORDS * 16);
    for (int word = WORDS - 1; word >= 0; word--) {
      text.append(format.toHexDigits(words[word]));
    }
    return text.toString();
  }

  /** Adds to one word and returns the carry into the next. */
  private long addTo(int word, long value, long carry) {
    long sum = words[word] + value;
    long overflow = Long.compareUnsigned(sum, value) < 0 ? 1 : 0;
    long withCarry = sum + carry;
    words[word] = withCarry;
    return overflow + (Long.compareUnsigned(withCarry, sum) < 0 ? 1 : 0);
  }

  private static long bigEndian(byte[] bytes, int from) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | (bytes[from + i] & 0xff);
    }
    return value;
  }
}
