package io.tapedeck.core.feed;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;

/**
 * The next row of a cursor that is not yet merged.
 *
 * <p>Invariant: {@code timeNanos}, {@code stream} and {@code seq} are those of {@code row}, which
 * the hours let through, until the head is done.
 */
final class StreamHead {
  private final StreamCursor cursor;
  private final int place;
  private final int rank;
  private final RegularHours hours;
  private EventColumns block;
  private int row;
  private int session;
  private boolean isSingle; // the rows after the current one must be looked at one by one
  private long timeNanos = Long.MIN_VALUE;
  private int stream = Integer.MIN_VALUE;
  private long seq = Long.MIN_VALUE;

  /**
   * The head of a cursor, on its first row.
   *
   * @param place among the cursors: what decides between rows of equal keys
   */
  StreamHead(StreamCursor cursor, int place, RegularHours hours) {
    this.cursor = cursor;
    this.place = place;
    this.rank = EventKind.rank(cursor.kind());
    this.hours = hours;
    load();
    settle();
  }

  boolean isDone() {
    return block == null;
  }

  /** Whether this head's row comes before the other's in the total order. */
  boolean precedes(StreamHead other) {
    return timeNanos != other.timeNanos
        ? timeNanos < other.timeNanos
        : precedesAtOneTime(stream, seq, other);
  }

  /**
   * Moves rows into a batch, at least one, while they come before the rival's and there is room.
   *
   * @param rival the head that comes next; null if there is no other
   */
  void drainInto(TapeBatch batch, StreamHead rival, int room) {
    int end = runEnd(rival, Math.min(block.size() - row, room) + row);
    batch.append(block, row, end - row);
    row = end;
    settle();
  }

  /** The end of the run of rows, from the current one on, that the rival does not interrupt. */
  private int runEnd(StreamHead rival, int limit) {
    if (isSingle) {
      return row + 1;
    }
    long rivalNanos = rival == null ? Long.MAX_VALUE : rival.timeNanos;
    long lastNanos = Math.min(rivalNanos, hours.closeNanos(session));
    int end = row + 1;
    while (end < limit) {
      long nanos = block.eventTimeNanos(end);
      if (nanos <= timeNanos) {
        checkOrder(end);
      }
      if (nanos >= lastNanos && isInterrupted(nanos, end, rival)) {
        break;
      }
      hold(end, nanos);
      end++;
    }
    return end;
  }

  private boolean isInterrupted(long nanos, int candidate, StreamHead rival) {
    if (nanos > hours.closeNanos(session)) {
      return true;
    }
    if (rival == null || nanos < rival.timeNanos) {
      return false;
    }
    return nanos > rival.timeNanos
        || !precedesAtOneTime(block.stream(candidate), block.seq(candidate), rival);
  }

  private boolean precedesAtOneTime(int stream, long seq, StreamHead other) {
    if (rank != other.rank) {
      return rank < other.rank;
    }
    if (stream != other.stream) {
      return stream < other.stream;
    }
    return seq != other.seq ? seq < other.seq : place < other.place;
  }

  /** Makes the row, or the first one after it inside the hours, the current one. */
  private void settle() {
    while (block != null) {
      if (row == block.size()) {
        load();
        continue;
      }
      long nanos = block.eventTimeNanos(row);
      if (nanos <= timeNanos) {
        checkOrder(row);
      }
      hold(row, nanos);
      session = hours.sessionAt(nanos, session);
      boolean isInside = session < hours.size() && nanos >= hours.openNanos(session);
      if (isInside ? passesInside() : passesAfterClose(nanos)) {
        return;
      }
      row++;
      if (session == hours.size() && !hours.isSoonAfterClose(nanos, session)) {
        block = null;
      }
    }
  }

  /** Whether the row, whose time lies inside the session, passes; a bar must lie in it whole. */
  private boolean passesInside() {
    isSingle = block instanceof BarColumns;
    return !isSingle || isWhole((BarColumns) block);
  }

  private boolean isWhole(BarColumns bars) {
    return bars.openTimeNanos(row) >= hours.openNanos(session)
        && bars.closeTimeNanos(row) <= hours.closeNanos(session);
  }

  /** Whether the row, whose time lies in no session, is the print of a closing auction. */
  private boolean passesAfterClose(long nanos) {
    isSingle = true;
    return block instanceof TradeColumns trades
        && trades.auction(row) == Auction.CLOSING
        && hours.isSoonAfterClose(nanos, session);
  }

  /** Makes the first row of the next block the current one; the block may be empty. */
  private void load() {
    block = cursor.next() ? cursor.block() : null;
    row = 0;
  }

  private void hold(int current, long nanos) {
    timeNanos = nanos;
    stream = block.stream(current);
    seq = block.seq(current);
  }

  private void checkOrder(int candidate) {
    long nanos = block.eventTimeNanos(candidate);
    if (nanos < timeNanos) {
      throw FeedException.outOfOrder(where(candidate), timeNanos, nanos);
    }
    int nextStream = block.stream(candidate);
    if (nextStream < stream || (nextStream == stream && block.seq(candidate) < seq)) {
      throw FeedException.outOfSequence(where(candidate), nanos, seq, block.seq(candidate));
    }
  }

  private String where(int candidate) {
    int next = block.stream(candidate);
    return cursor.place() + ", stream " + next + (next < stream ? " after stream " + stream : "");
  }
}
