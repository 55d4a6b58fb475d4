package io.tapedeck.lake.scan;

import io.tapedeck.core.market.Auction;
import io.tapedeck.lake.table.AuctionFlags;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * The auctions that a batch's conditions tell of. A dictionary's texts are read once each and not
 * in every row, which halves the time of the pass.
 */
final class ConditionColumn {
  private static final byte UNREAD = -1;

  private final ColumnVector column;
  private final WritableColumnVector ids; // null without a dictionary
  private final boolean hasNull;
  private byte[] auctions = new byte[0];

  ConditionColumn(ColumnVector column) {
    this.column = column;
    this.hasNull = column.hasNull();
    this.ids =
        column instanceof WritableColumnVector writable && writable.hasDictionary()
            ? writable.getDictionaryIds()
            : null;
  }

  /** The auction whose print a row may be. */
  byte auction(int row) {
    if (hasNull && column.isNullAt(row)) {
      return Auction.NONE;
    }
    return ids == null ? read(row) : ofEntry(ids.getDictId(row), row);
  }

  private byte ofEntry(int id, int row) {
    if (id >= auctions.length) {
      int known = auctions.length;
      auctions = Arrays.copyOf(auctions, Math.max(64, 2 * id + 1));
      Arrays.fill(auctions, known, auctions.length, UNREAD);
    }
    if (auctions[id] == UNREAD) {
      auctions[id] = read(row);
    }
    return auctions[id];
  }

  private byte read(int row) {
    return AuctionFlags.of(column.getUTF8String(row).getBytes());
  }
}
