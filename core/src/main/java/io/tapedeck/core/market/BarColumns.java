package io.tapedeck.core.market;

import java.util.Arrays;

/**
 * Bars as columns: as {@link EventKind#BAR} the event time is the close, as {@link
 * EventKind#BAR_OPEN} it is the open.
 */
public final class BarColumns extends EventColumns {
  private long[] openTimeNanos;
  private long[] openTicks;
  private long[] highTicks;
  private long[] lowTicks;
  private long[] closeTicks;
  private long[] lots;
  private BarPrice[] price;
  private long[] closeTimeNanos;
  private final byte kind;

  /** Bars for the trader, at their close. */
  public BarColumns(int capacity) {
    this(EventKind.BAR, capacity);
  }

  /**
   * Bars at their close or at their open.
   *
   * @param kind {@link EventKind#BAR} or {@link EventKind#BAR_OPEN}
   */
  public BarColumns(byte kind, int capacity) {
    super(capacity);
    this.kind = kind;
    openTimeNanos = new long[capacity];
    openTicks = new long[capacity];
    highTicks = new long[capacity];
    lowTicks = new long[capacity];
    closeTicks = new long[capacity];
    lots = new long[capacity];
    price = new BarPrice[capacity];
    closeTimeNanos = new long[capacity];
  }

  /**
   * Appends a bar; the units are those of {@link BarView}. Its event time follows from the kind of
   * the columns.
   *
   * @param receiveTimeNanos when the trader could know it; {@link Missing#VALUE} for its close
   */
  public void add(
      int instrument,
      int stream,
      long seq,
      long openTimeNanos,
      long closeTimeNanos,
      long receiveTimeNanos,
      BarPrice price,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long lots) {
    long nanos = kind == EventKind.BAR ? closeTimeNanos : openTimeNanos;
    int row = append(instrument, stream, seq, nanos, receiveTimeNanos);
    this.openTimeNanos[row] = openTimeNanos;
    this.closeTimeNanos[row] = closeTimeNanos;
    this.price[row] = price;
    this.openTicks[row] = openTicks;
    this.highTicks[row] = highTicks;
    this.lowTicks[row] = lowTicks;
    this.closeTicks[row] = closeTicks;
    this.lots[row] = lots;
  }

  @Override
  public byte kind() {
    return kind;
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
    System.arraycopy(from.price, first, price, row, count);
    System.arraycopy(from.closeTimeNanos, first, closeTimeNanos, row, count);
  }

  @Override
  public void appendFrom(EventColumns other, int row) {
    BarColumns from = (BarColumns) other;
    add(
        from.instrument[row],
        from.stream[row],
        from.seq[row],
        from.openTimeNanos[row],
        from.closeTimeNanos[row],
        from.receiveTimeNanos[row],
        from.price(row),
        from.openTicks[row],
        from.highTicks[row],
        from.lowTicks[row],
        from.closeTicks[row],
        from.lots[row]);
  }

  /** Which price it is made of. */
  public BarPrice price(int row) {
    return price[row];
  }

  public long closeTimeNanos(int row) {
    return closeTimeNanos[row];
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
    price = Arrays.copyOf(price, capacity);
    closeTimeNanos = Arrays.copyOf(closeTimeNanos, capacity);
  }
}
