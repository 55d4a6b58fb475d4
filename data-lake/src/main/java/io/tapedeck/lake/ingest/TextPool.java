package io.tapedeck.lake.ingest;

import java.nio.charset.StandardCharsets;

/** Turns bytes into strings and hands out the same string for the same bytes, mostly. */
final class TextPool {
  private static final int SLOTS = 1 << 12;

  private final String[] texts = new String[SLOTS];
  private final byte[][] keys = new byte[SLOTS][];

  /** The text in these bytes. */
  String text(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    byte[] key = keys[slot];
    if (key == null || !java.util.Arrays.equals(key, 0, key.length, bytes, from, to)) {
      keys[slot] = java.util.Arrays.copyOfRange(bytes, from, to);
      texts[slot] = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    return texts[slot];
  }
}
