package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.SaleConditions;
import java.util.List;

/** Tells which trades of a feed are reports, as {@link SaleConditions} says, and counts them. */
final class Reports {
  private final boolean[] areTold; // by stream
  private long count;

  /** For a feed of these streams. */
  Reports(List<StreamKey> streams) {
    areTold = new boolean[streams.size()];
    for (int i = 0; i < areTold.length; i++) {
      areTold[i] =
          streams.get(i).table() == LakeTable.TRADES
              && SaleConditions.areToldBy(streams.get(i).source());
    }
  }

  /** Whether a file with rows of these streams may have any, so that its conditions matter. */
  boolean mayBeAmong(StreamNumbers streams) {
    return streams.isAnyOf(areTold);
  }

  /** Whether a row of this stream is one; if so, counts it. */
  boolean take(int stream, ConditionColumn conditions, int row) {
    boolean isReport = areTold[stream] && conditions.isReport(row);
    if (isReport) {
      count++;
    }
    return isReport;
  }

  /** How many there were so far. */
  long count() {
    return count;
  }
}
