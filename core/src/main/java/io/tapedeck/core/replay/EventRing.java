package io.tapedeck.core.replay;

/**
 * Events in flight, ordered by (time, stream, seq), those that compare equal first in, first out.
 *
 * <p>Rows of longs in a ring. A new row is placed from the back, where it almost always belongs;
 * the ring grows by doubling and allocates nothing once it is large enough.
 */
final class EventRing {
  static final long NEVER = Long.MAX_VALUE;

  private static final int TIME = 0;
  private static final int STREAM = 1;
  private static final int SEQ = 2;
  private static final int KEYS = 3;
  private static final int INITIAL_ROWS = 16;

  private final DueBound bound;
  private final int width;
  private long[] cells;
  private int mask = INITIAL_ROWS - 1;
  private int head;
  private int size;
  private long headNanos = NEVER;

  /** An empty ring of rows with this many longs besides their key. */
  EventRing(int columns) {
    this(columns, new DueBound());
  }

  /** A ring that lowers this bound whenever an event is added. */
  EventRing(int columns, DueBound bound) {
    this.bound = bound;
    width = KEYS + columns;
    cells = new long[INITIAL_ROWS * width];
  }

  /** When the first event is due; {@link #NEVER} where there is none. */
  long headNanos() {
    return headNanos;
  }

  /** Adds an event and returns a handle to write its columns with, valid until the next call. */
  int add(long nanos, long stream, long seq) {
    if (size > mask) {
      grow();
    }
    int place = size++;
    while (place > 0 && isBefore(nanos, stream, seq, cell(place - 1))) {
      System.arraycopy(cells, cell(place - 1), cells, cell(place), width);
      place--;
    }
    int cell = cell(place);
    cells[cell + TIME] = nanos;
    cells[cell + STREAM] = stream;
    cells[cell + SEQ] = seq;
    headNanos = cells[cell(0) + TIME];
    bound.lower(nanos);
    return cell + KEYS;
  }

  void set(int handle, int column, long value) {
    cells[handle + column] = value;
  }

  /** A column of the first event. */
  long first(int column) {
    return cells[cell(0) + KEYS + column];
  }

  /** Takes the first event out. */
  void removeFirst() {
    head = (head + 1) & mask;
    size--;
    headNanos = size == 0 ? NEVER : cells[cell(0) + TIME];
  }

  private boolean isBefore(long nanos, long stream, long seq, int cell) {
    if (nanos != cells[cell + TIME]) {
      return nanos < cells[cell + TIME];
    }
    if (stream != cells[cell + STREAM]) {
      return stream < cells[cell + STREAM];
    }
    return seq < cells[cell + SEQ];
  }

  private int cell(int place) {
    return ((head + place) & mask) * width;
  }

  private void grow() {
    int rows = mask + 1;
    long[] wide = new long[rows * 2 * width];
    int untilEnd = (rows - head) * width;
    System.arraycopy(cells, head * width, wide, 0, untilEnd);
    System.arraycopy(cells, 0, wide, untilEnd, head * width);
    cells = wide;
    head = 0;
    mask = rows * 2 - 1;
  }
}
