package io.tapedeck.core.market;

import java.util.Arrays;

/** Quotes as columns. */
public final class QuoteColumns extends EventColumns {
  private long[] bidTicks;
  private long[] bidLots;
  private long[] askTicks;
  private long[] askLots;

  public QuoteColumns(int capacity) {
    super(capacity);
    bidTicks = new long[capacity];
    bidLots = new long[capacity];
    askTicks = new long[capacity];
    askLots = new long[capacity];
  }

  /** Appends a row; the units are those of {@link QuoteView}. */
  public void add(
      int instrument,
      int stream,
      long seq,
      long eventTimeNanos,
      long receiveTimeNanos,
      long bidTicks,
      long bidLots,
      long askTicks,
      long askLots) {
    int row = append(instrument, stream, seq, eventTimeNanos, receiveTimeNanos);
    this.bidTicks[row] = bidTicks;
    this.bidLots[row] = bidLots;
    this.askTicks[row] = askTicks;
    this.askLots[row] = askLots;
  }

  @Override
  public byte kind() {
    return EventKind.QUOTE;
  }

  @Override
  public void appendFrom(EventColumns other, int first, int count) {
    QuoteColumns from = (QuoteColumns) other;
    int row = appendRange(from, first, count);
    System.arraycopy(from.bidTicks, first, bidTicks, row, count);
    System.arraycopy(from.bidLots, first, bidLots, row, count);
    System.arraycopy(from.askTicks, first, askTicks, row, count);
    System.arraycopy(from.askLots, first, askLots, row, count);
  }

  @Override
  public void appendFrom(EventColumns other, int row) {
    QuoteColumns from = (QuoteColumns) other;
    add(
        from.instrument[row],
        from.stream[row],
        from.seq[row],
        from.eventTimeNanos[row],
        from.receiveTimeNanos[row],
        from.bidTicks[row],
        from.bidLots[row],
        from.askTicks[row],
        from.askLots[row]);
  }

  public long bidTicks(int row) {
    return bidTicks[row];
  }

  public long bidLots(int row) {
    return bidLots[row];
  }

  public long askTicks(int row) {
    return askTicks[row];
  }

  public long askLots(int row) {
    return askLots[row];
  }

  @Override
  void grow(int capacity) {
    super.grow(capacity);
    bidTicks = Arrays.copyOf(bidTicks, capacity);
    bidLots = Arrays.copyOf(bidLots, capacity);
    askTicks = Arrays.copyOf(askTicks, capacity);
    askLots = Arrays.copyOf(askLots, capacity);
  }
}
