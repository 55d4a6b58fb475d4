package io.tapedeck.lake.table;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.sql.catalyst.InternalRow;

/** Which digest a row of a partitioned table counts in. */
final class DigestKeys implements Serializable {
  private final LakeTable table;

  DigestKeys(LakeTable table) {
    Require.that(
        table.partitionColumns().contains(Columns.SYMBOL),
        "%s has no digests: it is not partitioned by symbol",
        table.folder());
    this.table = table;
  }

  /** The date of all rows of a partition; null for bars of a day, which have one for each month. */
  static LocalDate date(PartitionKey partition) {
    return switch (partition.table()) {
      case SIGNALS -> LocalDate.of(Integer.parseInt(partition.value(Columns.YEAR)), 1, 1);
      case BARS -> month(partition.value(Columns.MONTH));
      default -> LocalDate.parse(partition.value(Columns.DATE));
    };
  }

  private static LocalDate month(String month) {
    return month.equals("-") ? null : LocalDate.parse(month + "-01");
  }

  /** The condition on table, symbol and bar length for a partition. */
  static String condition(PartitionKey partition) {
    String bar =
        partition.table() == LakeTable.BARS
            ? partition.value(Columns.BAR)
            : PartitionDigests.NO_BAR;
    return "`%s` = %s AND `%s` = %s AND `%s` = %s"
        .formatted(
            Columns.TABLE,
            SqlText.quoted(partition.table().folder()),
            Columns.SYMBOL,
            SqlText.quoted(partition.symbol()),
            Columns.BAR,
            SqlText.quoted(bar));
  }

  Reader reader() {
    return new Reader();
  }

  /** Reads keys off rows; remembers the last, since neighbours mostly share it. */
  final class Reader {
    private final int symbolOrdinal = table.schema().fieldIndex(Columns.SYMBOL);
    private final int dateOrdinal =
        table.schema().fieldIndex(table == LakeTable.SIGNALS ? Columns.YEAR : Columns.DATE);
    private final int barOrdinal =
        table == LakeTable.BARS ? table.schema().fieldIndex(Columns.BAR) : -1;
    private org.apache.spark.unsafe.types.UTF8String symbol;
    private org.apache.spark.unsafe.types.UTF8String bar;
    private int date;
    private PartitionDigests.Key key;

    PartitionDigests.Key key(InternalRow row) {
      var rowSymbol = row.getUTF8String(symbolOrdinal);
      var rowBar = barOrdinal < 0 ? null : row.getUTF8String(barOrdinal);
      int rowDate = row.getInt(dateOrdinal);
      boolean same =
          key != null
              && date == rowDate
              && rowSymbol.equals(symbol)
              && (rowBar == null || rowBar.equals(bar));
      if (!same) {
        symbol = rowSymbol.copy();
        bar = rowBar == null ? null : rowBar.copy();
        date = rowDate;
        key =
            new PartitionDigests.Key(
                table.folder(),
                symbol.toString(),
                keyDate(rowDate),
                bar == null ? PartitionDigests.NO_BAR : bar.toString());
      }
      return key;
    }

    private LocalDate keyDate(int value) {
      return switch (table) {
        case SIGNALS -> LocalDate.of(value, 1, 1);
        case BARS -> LocalDate.ofEpochDay(value).withDayOfMonth(1);
        default -> LocalDate.ofEpochDay(value);
      };
    }
  }
}
