package io.tapedeck.lake.ingest;

import java.util.Arrays;

/** A set of longs in an open-addressed table. */
final class SeqSet {
  private static final long EMPTY = Long.MIN_VALUE;
  private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

  private long[] slots = filled(64);
  private int size;

  /** Adds a number, which must not be the smallest long; false if it was there already. */
  boolean add(long value) {
    if (size * 2 > slots.length) {
      long[] old = slots;
      slots = filled(old.length * 2);
      for (long each : old) {
        if (each != EMPTY) {
          slots[slot(each)] = each;
        }
      }
    }
    int slot = slot(value);
    if (slots[slot] == value) {
      return false;
    }
    slots[slot] = value;
    size++;
    return true;
  }

  private int slot(long value) {
    int mask = slots.length - 1;
    int slot = (int) ((value * MULTIPLIER) >>> 33) & mask;
    while (slots[slot] != EMPTY && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long[] filled(int capacity) {
    long[] slots = new long[capacity];
    Arrays.fill(slots, EMPTY);
    return slots;
  }
}
