package io.tapedeck.lake.scan;

import io.tapedeck.core.market.Auction;
import io.tapedeck.lake.table.SaleConditions;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * What a batch's conditions say of its trades. A dictionary's texts are read once each and not in
 * every row, which halves the time of a pass.
 */
final class ConditionColumn {
  private static final byte UNREAD = -1;

  private final ColumnVector column;
  private final WritableColumnVector ids; // null without a dictionary
  private final boolean hasNull;
  private byte[] sales = new byte[0]; // of SaleConditions, by entry of the dictionary

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
    byte sale = sale(row);
    return sale == SaleConditions.REPORT ? Auction.NONE : sale;
  }

  /** Whether a row is a report, whose price is not one of its moment. */
  boolean isReport(int row) {
    return sale(row) == SaleConditions.REPORT;
  }

  private byte sale(int row) {
    if (hasNull && column.isNullAt(row)) {
      return Auction.NONE;
    }
    return ids == null ? read(row) : ofEntry(ids.getDictId(row), row);
  }

  private byte ofEntry(int id, int row) {
    if (id >= sales.length) {
      int known = sales.length;
      sales = Arrays.copyOf(sales, Math.max(64, 2 * id + 1));
      Arrays.fill(sales, known, sales.length, UNREAD);
    }
    if (sales[id] == UNREAD) {
      sales[id] = read(row);
    }
    return sales[id];
  }

  private byte read(int row) {
    return SaleConditions.of(column.getUTF8String(row).getBytes());
  }
}
