package io.tapedeck.core.indicator;

/**
 * The largest of the last n values, in constant time on average: it keeps the values that no later
 * one reaches, in order. That of the negated values is the smallest, negated.
 */
final class WindowMaximum {
  private final long[] values;
  private final long[] numbers;
  private int first;
  private int size;
  private long count;

  WindowMaximum(int window) {
    values = new long[window];
    numbers = new long[window];
  }

  void add(long value) {
    if (size > 0 && numbers[first] == count - values.length) {
      first = slot(1);
      size--;
    }
    while (size > 0 && values[slot(size - 1)] <= value) {
      size--;
    }
    int slot = slot(size);
    values[slot] = value;
    numbers[slot] = count;
    size++;
    count++;
  }

  boolean isWarm() {
    return count >= values.length;
  }

  /** The largest value; there must be one. */
  long value() {
    return values[first];
  }

  private int slot(int position) {
    int slot = first + position;
    return slot >= values.length ? slot - values.length : slot;
  }
}
