package io.tapedeck.core.replay;

/**
 * A running 64-bit digest of numbers in order: each is added, then multiplied and shifted as in the
 * finaliser of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators",
 * OOPSLA 2014).
 */
final class Fingerprint {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state = GOLDEN;

  void add(long value) {
    long mixed = (state ^ value) + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    state = mixed ^ (mixed >>> 31);
  }

  /** Adds a constant by its name, so that the order of an enum's constants does not count. */
  void add(Enum<?> constant) {
    add(constant.name().hashCode());
  }

  long value() {
    return state;
  }
}
