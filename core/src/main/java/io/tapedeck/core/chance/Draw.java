package io.tapedeck.core.chance;

/**
 * Counter-based random numbers: pure functions of (seed, purpose, instrument, number, draw).
 *
 * <p>The first three make a {@link #key}, once; the number is that instrument's order or event
 * number, and the draw tells several draws of one number apart. The seed is mixed, and each further
 * word absorbed by {@code state' = mix((state xor word) + γ)} with the mixer and the increment γ of
 * SplitMix64, so equal arguments give equal bits on every machine, and arguments that differ in one
 * bit give unrelated ones. All functions are thread-safe and allocate nothing but for {@link #key}.
 *
 * <p>Sources: G. L. Steele Jr., D. Lea, C. H. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014; S. Vigna, splitmix64.c, https://prng.di.unimi.it/splitmix64.c (the
 * constants are D. Stafford's variant 13). The idea of counters in the place of a state: J. K.
 * Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
 */
public final class Draw {
  /** 2^64 divided by the golden ratio, made odd: the increment of SplitMix64. */
  static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

  private static final int UNUSED_BITS = 11;
  private static final double UNIT = 0x1p-53;

  private Draw() {}

  /**
   * What all draws of one purpose for one instrument have in common.
   *
   * @param seed of the run
   * @param instrument its symbol: not its place in a universe, which another instrument may change
   */
  public static long key(long seed, Purpose purpose, String instrument) {
    long key = absorb(mix(seed + GAMMA), purpose.code()); // 1 and 2 are seeds as well as codes
    key = absorb(key, instrument.length());
    for (int i = 0; i < instrument.length(); i++) {
      key = absorb(key, instrument.charAt(i));
    }
    return key;
  }

  /** 64 random bits. */
  public static long bits(long key, long number, long draw) {
    return absorb(absorb(key, number), draw);
  }

  /** Uniform from 0 to 1, 1 excluded: a multiple of 2^-53. */
  public static double uniform(long key, long number, long draw) {
    return unit(bits(key, number, draw));
  }

  /**
   * Uniform among the whole numbers from {@code min} to {@code max}, both included, each exactly as
   * likely as another.
   *
   * <p>{@code min + ⌊bits × n / 2^64⌋} with n = max - min + 1; bits that would favour a number are
   * replaced by the next of the SplitMix64 sequence they start.
   *
   * <p>Source: D. Lemire, "Fast random integer generation in an interval", ACM Transactions on
   * Modeling and Computer Simulation 29 (1), 2019.
   *
   * @param max at least {@code min}
   */
  public static long between(long key, long number, long draw, long min, long max) {
    if (max < min) {
      throw new IllegalArgumentException("there is no number from " + min + " to " + max);
    }
    long bits = bits(key, number, draw);
    long count = max - min + 1; // unsigned; 0 stands for 2^64
    if (count == 0) {
      return bits;
    }
    if (Long.compareUnsigned(bits * count, count) < 0) {
      long unfair = Long.remainderUnsigned(-count, count);
      while (Long.compareUnsigned(bits * count, unfair) < 0) {
        bits = mix(bits + GAMMA);
      }
    }
    return min + multiplyHighUnsigned(bits, count);
  }

  /**
   * Exponential with mean 1: {@code -ln(1 - u)}, from 0 to 53 ln 2 = 36.7.
   *
   * <p>The logarithm is {@link StrictMath}'s: the same bits on every machine.
   */
  public static double exponential(long key, long number, long draw) {
    return -StrictMath.log(1 - uniform(key, number, draw));
  }

  /**
   * Standard normal: {@code √(-2 ln(1 - u)) cos(2πv)} with u from the bits of this draw and v from
   * those that follow them in their SplitMix64 sequence; at most 8.6 in magnitude.
   *
   * <p>Source: G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates",
   * Annals of Mathematical Statistics 29, 1958. Functions are {@link StrictMath}'s.
   */
  public static double normal(long key, long number, long draw) {
    long bits = bits(key, number, draw);
    double radius = Math.sqrt(-2 * StrictMath.log(1 - unit(bits)));
    return radius * StrictMath.cos(2 * Math.PI * unit(mix(bits + GAMMA)));
  }

  /** The output function of SplitMix64: a bijection of 64 bits. */
  static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  private static long absorb(long state, long word) {
    return mix((state ^ word) + GAMMA);
  }

  private static double unit(long bits) {
    return (bits >>> UNUSED_BITS) * UNIT;
  }

  private static long multiplyHighUnsigned(long left, long right) {
    return Math.multiplyHigh(left, right) + ((left >> 63) & right) + ((right >> 63) & left);
  }
}
