package io.tapedeck.lake.table;

import io.tapedeck.core.market.Auction;

/**
 * Finds the official opening and closing print among the flagged trades of an instrument and
 * session date: the largest of each auction, of equal ones the first by seq, which rises with time.
 *
 * <p>Markets that do not list an instrument flag their own first and last trades too, and some flag
 * each part of an auction before they report the whole. On all fifteen real days at hand the
 * largest is the auction of the listing market. BAC on 2013-10-07: 1,201,174 on N at 9:30:03.313
 * and 2,000,995 on N at 16:00:04.718, against 400 on P and 330 on Q. IBM: 151,665 on N at
 * 16:01:04.221, against 22 on Q. SPY: 251,288 on P at 9:30:00.785, which its 352 parts precede, the
 * largest of 29,996; 3,166,418 on P at 16:00:00.735, against 203 parts of at most 69,000. The next
 * largest is nowhere more than an eighth of it.
 *
 * <p>It takes the whole day to know: so it is for the venue, whose truth it is, and not for what a
 * trader sees. Not thread-safe.
 */
public final class OfficialPrints {
  private final Print opening = new Print();
  private final Print closing = new Print();

  /**
   * Adds a flagged trade; in any order.
   *
   * @param auction its auction; of no consequence if {@link Auction#NONE}
   * @param size in any unit, the same for all; not negative
   */
  public void add(byte auction, long size, int stream, long seq) {
    if (auction == Auction.OPENING) {
      opening.offer(size, stream, seq);
    } else if (auction == Auction.CLOSING) {
      closing.offer(size, stream, seq);
    }
  }

  /** The auction that this trade is the official print of. */
  public byte auction(int stream, long seq) {
    if (opening.is(stream, seq)) {
      return Auction.OPENING;
    }
    return closing.is(stream, seq) ? Auction.CLOSING : Auction.NONE;
  }

  /** The largest so far. */
  private static final class Print {
    private long size = -1;
    private int stream;
    private long seq;

    void offer(long size, int stream, long seq) {
      if (size > this.size || (size == this.size && seq < this.seq)) {
        this.size = size;
        this.stream = stream;
        this.seq = seq;
      }
    }

    boolean is(int stream, long seq) {
      return seq == this.seq && stream == this.stream && size >= 0;
    }
  }
}
