package io.tapedeck.core.feed;

import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.util.List;

/**
 * Merges sorted streams into one tape by the total order (time, rank, stream, seq).
 *
 * <p>Fills a batch up to its capacity; where the cuts between batches and blocks fall does not
 * change the order. Consecutive rows of one cursor are copied together, and nothing is allocated
 * once the batch has its size.
 *
 * <p>Regular hours, if given, drop trades and quotes outside them and bars that do not lie in one
 * session from open to close. Official closing prints pass up to {@link #CLOSING_AUCTION_NANOS}
 * after the close, for a closing auction ends later than the session. Signals always pass: an
 * opinion formed overnight is acted upon at the open.
 */
public final class MergedFeed implements Feed {
  /** How long after a session's close the print of its closing auction may come: five minutes. */
  public static final long CLOSING_AUCTION_NANOS = 300_000_000_000L;

  private final Universe universe;
  private final List<StreamCursor> cursors;
  private final RegularHours hours;
  private final StreamHead[] heap; // the head that comes first is at 0, the children of i at 2i + 1
  private int live;
  private boolean started;

  /**
   * A feed over these cursors, which it closes.
   *
   * @param universe numbers the instruments of the rows
   * @param regularHours sessions in order that market events must lie in; empty for no such rule
   */
  public MergedFeed(
      Universe universe, List<? extends StreamCursor> cursors, List<Session> regularHours) {
    this.universe = universe;
    this.cursors = List.copyOf(cursors);
    this.hours = RegularHours.of(regularHours);
    this.heap = new StreamHead[this.cursors.size()];
  }

  @Override
  public Universe universe() {
    return universe;
  }

  /**
   * {@inheritDoc}
   *
   * @throws FeedException also if a cursor's rows are out of order; names it
   */
  @Override
  public boolean refill(TapeBatch batch) {
    if (!started) {
      started = true;
      start();
    }
    batch.clear();
    int capacity = batch.capacity();
    while (live > 0 && batch.size() < capacity) {
      StreamHead first = heap[0];
      int second = second();
      StreamHead rival = second == 0 ? null : heap[second];
      first.drainInto(batch, rival, capacity - batch.size());
      if (first.isDone()) {
        heap[0] = heap[--live];
        heap[live] = null;
        siftDown(0);
      } else if (rival != null && rival.precedes(first)) {
        heap[0] = rival;
        heap[second] = first;
        siftDown(second);
      }
    }
    return batch.size() > 0;
  }

  @Override
  public void close() {
    RuntimeException failure = null;
    for (StreamCursor cursor : cursors) {
      try {
        cursor.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void start() {
    for (int place = 0; place < heap.length; place++) {
      StreamCursor cursor = cursors.get(place);
      boolean isOpinion = cursor.kind() == EventKind.SIGNAL;
      StreamHead head = new StreamHead(cursor, place, isOpinion ? RegularHours.ALWAYS : hours);
      if (!head.isDone()) {
        heap[live++] = head;
      }
    }
    for (int i = live / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  /** The place in the heap of the head that comes second; 0 if there is only one. */
  private int second() {
    if (live < 3) {
      return live - 1;
    }
    return heap[2].precedes(heap[1]) ? 2 : 1;
  }

  private void siftDown(int start) {
    int parent = start;
    StreamHead head = heap[parent];
    for (int child = 2 * parent + 1; child < live; child = 2 * parent + 1) {
      if (child + 1 < live && heap[child + 1].precedes(heap[child])) {
        child++;
      }
      if (!heap[child].precedes(head)) {
        break;
      }
      heap[parent] = heap[child];
      parent = child;
    }
    heap[parent] = head;
  }
}
