package io.tapedeck.jobs.grid;

/**
 * A permutation of {@code 0 .. size-1} that is computed place by place and needs no memory: the
 * same seed gives the same order on every machine.
 *
 * <p>A balanced Feistel network of six rounds over the smallest even number of bits that holds
 * {@code size}, walked again while it leads outside (cycle walking). The round function of a half
 * {@code x} in round {@code r} is {@code mix(mix(seed + (r + 1) × 0x9E3779B97F4A7C15) ^ x)}, cut to
 * a half's bits, where {@code mix} is the finaliser of SplitMix64 (variant 13 of D. Stafford,
 * "Better bit mixing", 2011).
 */
final class KeyedPermutation {
  private static final int ROUNDS = 6;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long size;
  private final long seed;
  private final int halfBits;
  private final long halfMask;

  KeyedPermutation(long size, long seed) {
    this.size = size;
    this.seed = seed;
    int bits = Math.max(2, 64 - Long.numberOfLeadingZeros(size - 1));
    this.halfBits = (bits + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
  }

  /** The element at this place; both from 0 to {@code size - 1}. */
  long at(long place) {
    long value = place;
    do {
      value = network(value);
    } while (Long.compareUnsigned(value, size) >= 0);
    return value;
  }

  private long network(long value) {
    long left = value >>> halfBits & halfMask;
    long right = value & halfMask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (mix(mix(seed + (round + 1) * GOLDEN) ^ right) & halfMask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
