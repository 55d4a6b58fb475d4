package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.util.Arrays;

/**
 * Columns every kind of row has. Rows are in the total order; arrays grow by doubling and are
 * reused, so a feed in its steady state allocates nothing.
 */
public abstract sealed class EventColumns
    permits QuoteColumns, TradeColumns, BarColumns, SignalColumns {
  long[] eventTimeNanos;
  long[] receiveTimeNanos;
  long[] seq;
  int[] stream;
  int[] instrument;
  private int size;

  EventColumns(int capacity) {
    eventTimeNanos = new long[capacity];
    receiveTimeNanos = new long[capacity];
    seq = new long[capacity];
    stream = new int[capacity];
    instrument = new int[capacity];
  }

  /** The {@link EventKind} of the rows. */
  public abstract byte kind();

  public final int size() {
    return size;
  }

  public final void clear() {
    size = 0;
  }

  /** Drops the rows from this one on. */
  public final void truncate(int size) {
    Require.that(size >= 0 && size <= this.size, "cannot truncate to that size");
    this.size = size;
  }

  public final long eventTimeNanos(int row) {
    return eventTimeNanos[row];
  }

  /** When the trader could know it, as the source says; {@link Missing#VALUE} where it does not. */
  public final long receiveTimeNanos(int row) {
    return receiveTimeNanos[row];
  }

  public final long seq(int row) {
    return seq[row];
  }

  public final int stream(int row) {
    return stream[row];
  }

  public final int instrument(int row) {
    return instrument[row];
  }

  /** Appends the common columns of a row and returns its index. */
  final int append(
      int instrument, int stream, long seq, long eventTimeNanos, long receiveTimeNanos) {
    if (size == this.eventTimeNanos.length) {
      grow(size * 2);
    }
    int row = size++;
    this.instrument[row] = instrument;
    this.stream[row] = stream;
    this.seq[row] = seq;
    this.eventTimeNanos[row] = eventTimeNanos;
    this.receiveTimeNanos[row] = receiveTimeNanos;
    return row;
  }

  /** Makes room for a range of rows, copies the common columns and returns the first row. */
  final int appendRange(EventColumns from, int first, int count) {
    int row = size;
    if (row + count > eventTimeNanos.length) {
      grow(Math.max(row + count, row * 2));
    }
    System.arraycopy(from.eventTimeNanos, first, eventTimeNanos, row, count);
    System.arraycopy(from.receiveTimeNanos, first, receiveTimeNanos, row, count);
    System.arraycopy(from.seq, first, seq, row, count);
    System.arraycopy(from.stream, first, stream, row, count);
    System.arraycopy(from.instrument, first, instrument, row, count);
    size = row + count;
    return row;
  }

  void grow(int capacity) {
    eventTimeNanos = Arrays.copyOf(eventTimeNanos, capacity);
    receiveTimeNanos = Arrays.copyOf(receiveTimeNanos, capacity);
    seq = Arrays.copyOf(seq, capacity);
    stream = Arrays.copyOf(stream, capacity);
    instrument = Arrays.copyOf(instrument, capacity);
  }

  /** Appends a row of another block of the same kind. */
  public abstract void appendFrom(EventColumns other, int row);

  /** Appends {@code count} rows of another block of the same kind, from row {@code first} on. */
  public abstract void appendFrom(EventColumns other, int first, int count);
}
