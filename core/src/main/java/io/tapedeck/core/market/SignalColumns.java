package io.tapedeck.core.market;

import java.util.Arrays;

/** Signals as columns. */
public final class SignalColumns extends EventColumns {
  private int[] side;
  private double[] strength;
  private long[] horizonNanos;

  public SignalColumns(int capacity) {
    super(capacity);
    side = new int[capacity];
    strength = new double[capacity];
    horizonNanos = new long[capacity];
  }

  /** Appends a row; the units are those of {@link SignalView}. */
  public void add(
      int instrument,
      int stream,
      long seq,
      long eventTimeNanos,
      long receiveTimeNanos,
      int side,
      double strength,
      long horizonNanos) {
    int row = append(instrument, stream, seq, eventTimeNanos, receiveTimeNanos);
    this.side[row] = side;
    this.strength[row] = strength;
    this.horizonNanos[row] = horizonNanos;
  }

  @Override
  public byte kind() {
    return EventKind.SIGNAL;
  }

  @Override
  public void appendFrom(EventColumns other, int first, int count) {
    SignalColumns from = (SignalColumns) other;
    int row = appendRange(from, first, count);
    System.arraycopy(from.side, first, side, row, count);
    System.arraycopy(from.strength, first, strength, row, count);
    System.arraycopy(from.horizonNanos, first, horizonNanos, row, count);
  }

  @Override
  public void appendFrom(EventColumns other, int row) {
    SignalColumns from = (SignalColumns) other;
    add(
        from.instrument[row],
        from.stream[row],
        from.seq[row],
        from.eventTimeNanos[row],
        from.receiveTimeNanos[row],
        from.side[row],
        from.strength[row],
        from.horizonNanos[row]);
  }

  public int side(int row) {
    return side[row];
  }

  public double strength(int row) {
    return strength[row];
  }

  public long horizonNanos(int row) {
    return horizonNanos[row];
  }

  @Override
  void grow(int capacity) {
    super.grow(capacity);
    side = Arrays.copyOf(side, capacity);
    strength = Arrays.copyOf(strength, capacity);
    horizonNanos = Arrays.copyOf(horizonNanos, capacity);
  }
}
