package io.tapedeck.core.market;

import java.util.Arrays;

/** Bars as columns; the event time is the close. */
public final class BarColumns extends EventColumns {
  private long[] openTimeNanos;
  private long[] openTicks;
  private long[] highTicks;
  private long[] lowTicks;
  private long[] closeTicks;
  private long[] lots;

  public BarColumns(int capacity) {
    super(capacity);
    openTimeNanos = new long[capacity];
    openTicks = new long[capacity];
    highTicks = new long[capacity];
    lowTicks = new long[capacity];
    closeTicks = new long[capacity];
    lots = new long[capacity];
  }

  /** Appends a row; the units are those of {@link BarView}. */
  public void add(
      int instrument,
      int stream,
      long seq,
      long eventTimeNanos,
      long receiveTimeNanos,
      long openTimeNanos,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long lots) {
    int row = append(instrument, stream, seq, eventTimeNanos, receiveTimeNanos);
    this.openTimeNanos[row] = openTimeNanos;
    this.openTicks[row] = openTicks;
    this.highTicks[row] = highTicks;
    this.lowTicks[row] = lowTicks;
    this.closeTicks[row] = closeTicks;
    this.lots[row] = lots;
  }

  @Override
  public byte kind() {
    return EventKind.BAR;
  }

  @Override
  public void appendFrom(EventColumns other, int first, int count) {
    BarColumns from = (BarColumns) other;
    int row = appendRange(from, first, count);
    System.arraycopy(from.openTimeNanos, first, openTimeNanos, row, count);
    System.arraycopy(from.openTicks, first, openTicks, row, count);
    System.arraycopy(from.highTicks, first, highTicks, row, count);
    System.arraycopy(from.lowTicks, first, lowTicks, row, count);
    System.arraycopy(from.closeTicks, first, closeTicks, row, count);
    System.arraycopy(from.lots, first, lots, row, count);
  }

  @Override
  public void appendFrom(EventColumns other, int row) {
    BarColumns from = (BarColumns) other;
    add(
        from.instrument[row],
        from.stream[row],
        from.seq[row],
        from.eventTimeNanos[row],
        from.receiveTimeNanos[row],
        from.openTimeNanos[row],
        from.openTicks[row],
        from.highTicks[row],
        from.lowTicks[row],
        from.closeTicks[row],
        from.lots[row]);
  }

  public long openTimeNanos(int row) {
    return openTimeNanos[row];
  }

  public long openTicks(int row) {
    return openTicks[row];
  }

  public long highTicks(int row) {
    return highTicks[row];
  }

  public long lowTicks(int row) {
    return lowTicks[row];
  }

  public long closeTicks(int row) {
    return closeTicks[row];
  }

  public long lots(int row) {
    return lots[row];
  }

  @Override
  void grow(int capacity) {
    super.grow(capacity);
    openTimeNanos = Arrays.copyOf(openTimeNanos, capacity);
    openTicks = Arrays.copyOf(openTicks, capacity);
    highTicks = Arrays.copyOf(highTicks, capacity);
    lowTicks = Arrays.copyOf(lowTicks, capacity);
    closeTicks = Arrays.copyOf(closeTicks, capacity);
    lots = Arrays.copyOf(lots, capacity);
  }
}
