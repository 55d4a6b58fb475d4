package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.FeedException;

/**
 * Checks that (time, stream, seq) rises from row to row and from block to block.
 *
 * <p>Two rows with one key are refused too: which comes first would depend on the files they lie
 * in, and the outcome of a run on that.
 */
final class OrderGuard {
  private long timeNanos = Long.MIN_VALUE;
  private int stream;
  private long seq;

  /**
   * @throws FeedException if a row does not come after the one before; names {@code place}
   */
  void check(EventColumns block, String place) {
    int last = block.size() - 1;
    long previousNanos = timeNanos;
    for (int row = 0; row <= last; row++) {
      long nanos = block.eventTimeNanos(row);
      if (nanos <= previousNanos) {
        checkTie(block, row, previousNanos, place);
      }
      previousNanos = nanos;
    }
    if (last >= 0) {
      timeNanos = previousNanos;
      stream = block.stream(last);
      seq = block.seq(last);
    }
  }

  private void checkTie(EventColumns block, int row, long previousNanos, String place) {
    long nanos = block.eventTimeNanos(row);
    if (nanos < previousNanos) {
      throw FeedException.outOfOrder(place, previousNanos, nanos);
    }
    int previousStream = row == 0 ? stream : block.stream(row - 1);
    long previousSeq = row == 0 ? seq : block.seq(row - 1);
    if (block.stream(row) > previousStream) {
      return;
    }
    if (block.stream(row) < previousStream || block.seq(row) < previousSeq) {
      throw FeedException.outOfSequence(place, nanos, previousSeq, block.seq(row));
    }
    if (block.seq(row) == previousSeq) {
      throw FeedException.unfit(
          place,
          "two events of one stream at "
              + nanos
              + " ns have seq "
              + previousSeq
              + ", so their order is unknown; ingest the source with distinct sequence numbers");
    }
  }
}
