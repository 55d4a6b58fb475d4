package io.tapedeck.core.market;

import java.util.Arrays;

/**
 * A stretch of the tape: columns per kind, and a merge index that says in which order their rows
 * come.
 *
 * <p>Not thread-safe while it is filled; a filled batch may be read by any number of lanes.
 */
public final class TapeBatch {
  private final TradeColumns trades;
  private final QuoteColumns quotes;
  private final BarColumns bars;
  private final SignalColumns signals;
  private final BarColumns barOpens;
  private final EventColumns[] byKind;
  private byte[] kinds;
  private int[] rows;
  private int size;

  /**
   * An empty batch.
   *
   * @param capacity rows it holds before its arrays grow; positive
   */
  public TapeBatch(int capacity) {
    trades = new TradeColumns(capacity);
    quotes = new QuoteColumns(capacity);
    bars = new BarColumns(capacity);
    signals = new SignalColumns(capacity);
    barOpens = new BarColumns(EventKind.BAR_OPEN, capacity);
    byKind = new EventColumns[] {trades, quotes, bars, signals, barOpens};
    kinds = new byte[capacity];
    rows = new int[capacity];
  }

  /** Number of events, of all kinds. */
  public int size() {
    return size;
  }

  /** Events it holds before it grows: how many a feed puts into it. */
  public int capacity() {
    return kinds.length;
  }

  public void clear() {
    for (EventColumns columns : byKind) {
      columns.clear();
    }
    size = 0;
  }

  /** The {@link EventKind} of the event at this place in the order. */
  public byte kind(int index) {
    return kinds[index];
  }

  /** The row, in the columns of its kind, of the event at this place in the order. */
  public int row(int index) {
    return rows[index];
  }

  public TradeColumns trades() {
    return trades;
  }

  public QuoteColumns quotes() {
    return quotes;
  }

  public BarColumns bars() {
    return bars;
  }

  public SignalColumns signals() {
    return signals;
  }

  /** Bars as the venue meets them, from their open. */
  public BarColumns barOpens() {
    return barOpens;
  }

  public EventColumns columns(byte kind) {
    return byKind[kind];
  }

  /** When the event at this place happened at its venue. */
  public long eventTimeNanos(int index) {
    return byKind[kinds[index]].eventTimeNanos(rows[index]);
  }

  /** Appends a row of other columns of this kind; the caller keeps the total order. */
  public void append(byte kind, EventColumns from, int row) {
    EventColumns columns = byKind[kind];
    columns.appendFrom(from, row);
    index(kind, columns.size() - 1);
  }

  /** Appends consecutive rows of other columns; the caller keeps the total order. */
  public void append(EventColumns from, int first, int count) {
    byte kind = from.kind();
    EventColumns columns = byKind[kind];
    int row = columns.size();
    if (count == 1) { // runs are short where streams interleave: one row is quicker by hand
      columns.appendFrom(from, first);
    } else {
      columns.appendFrom(from, first, count);
    }
    for (int i = 0; i < count; i++) {
      index(kind, row + i);
    }
  }

  private void index(byte kind, int row) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, size * 2);
      rows = Arrays.copyOf(rows, size * 2);
    }
    kinds[size] = kind;
    rows[size++] = row;
  }
}
