package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts rows of one nanosecond into the order (stream, seq).
 *
 * <p>Inside a file rows are sorted by (ts_event, seq), and where it holds several streams their
 * numbers are not in the order of {@code seq}.
 */
final class TieOrder {
  private TieOrder() {}

  /** The first row of the last run of rows of one time. */
  static int lastRun(EventColumns columns) {
    int start = columns.size() - 1;
    while (start > 0 && columns.eventTimeNanos(start - 1) == columns.eventTimeNanos(start)) {
      start--;
    }
    return Math.max(start, 0);
  }

  /** Whether all rows of one time are in order; rows that go back in time are no concern of it. */
  static boolean holds(EventColumns columns) {
    for (int row = 1; row < columns.size(); row++) {
      if (columns.eventTimeNanos(row - 1) == columns.eventTimeNanos(row)
          && compare(columns, row - 1, row) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Appends the rows to {@code to}, those of one time sorted. */
  static void sort(EventColumns from, EventColumns to) {
    Comparator<Integer> byKey = (left, right) -> compare(from, left, right);
    int start = 0;
    while (start < from.size()) {
      int end = start + 1;
      while (end < from.size() && from.eventTimeNanos(end) == from.eventTimeNanos(start)) {
        end++;
      }
      List<Integer> run =
          IntStream.range(start, end).boxed().sorted(byKey).collect(Collectors.toList());
      run.forEach(row -> to.appendFrom(from, row));
      start = end;
    }
  }

  private static int compare(EventColumns columns, int left, int right) {
    int byStream = Integer.compare(columns.stream(left), columns.stream(right));
    return byStream != 0 ? byStream : Long.compare(columns.seq(left), columns.seq(right));
  }
}
