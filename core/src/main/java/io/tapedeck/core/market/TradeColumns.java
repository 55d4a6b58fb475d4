package io.tapedeck.core.market;

import java.util.Arrays;

/** Trades as columns. */
public final class TradeColumns extends EventColumns {
  private long[] priceTicks;
  private long[] lots;
  private long[] aggressor;
  private byte[] auction;

  public TradeColumns(int capacity) {
    super(capacity);
    priceTicks = new long[capacity];
    lots = new long[capacity];
    aggressor = new long[capacity];
    auction = new byte[capacity];
  }

  /** Appends a row; the units are those of {@link TradeView}. */
  public void add(
      int instrument,
      int stream,
      long seq,
      long eventTimeNanos,
      long receiveTimeNanos,
      long priceTicks,
      long lots,
      long aggressor) {
    add(
        instrument,
        stream,
        seq,
        eventTimeNanos,
        receiveTimeNanos,
        priceTicks,
        lots,
        aggressor,
        Auction.NONE);
  }

  /**
   * Appends a row that may be the official print of an auction.
   *
   * @param auction of {@link Auction}
   */
  public void add(
      int instrument,
      int stream,
      long seq,
      long eventTimeNanos,
      long receiveTimeNanos,
      long priceTicks,
      long lots,
      long aggressor,
      byte auction) {
    int row = append(instrument, stream, seq, eventTimeNanos, receiveTimeNanos);
    this.priceTicks[row] = priceTicks;
    this.lots[row] = lots;
    this.aggressor[row] = aggressor;
    this.auction[row] = auction;
  }

  @Override
  public byte kind() {
    return EventKind.TRADE;
  }

  @Override
  public void appendFrom(EventColumns other, int first, int count) {
    TradeColumns from = (TradeColumns) other;
    int row = appendRange(from, first, count);
    System.arraycopy(from.priceTicks, first, priceTicks, row, count);
    System.arraycopy(from.lots, first, lots, row, count);
    System.arraycopy(from.aggressor, first, aggressor, row, count);
    System.arraycopy(from.auction, first, auction, row, count);
  }

  @Override
  public void appendFrom(EventColumns other, int row) {
    TradeColumns from = (TradeColumns) other;
    add(
        from.instrument[row],
        from.stream[row],
        from.seq[row],
        from.eventTimeNanos[row],
        from.receiveTimeNanos[row],
        from.priceTicks[row],
        from.lots[row],
        from.aggressor[row],
        from.auction[row]);
  }

  public long priceTicks(int row) {
    return priceTicks[row];
  }

  public long lots(int row) {
    return lots[row];
  }

  public long aggressor(int row) {
    return aggressor[row];
  }

  /** Which auction the print is the official one of: a constant of {@link Auction}. */
  public byte auction(int row) {
    return auction[row];
  }

  @Override
  void grow(int capacity) {
    super.grow(capacity);
    priceTicks = Arrays.copyOf(priceTicks, capacity);
    lots = Arrays.copyOf(lots, capacity);
    aggressor = Arrays.copyOf(aggressor, capacity);
    auction = Arrays.copyOf(auction, capacity);
  }
}
