package io.tapedeck.lake.scan;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables beside the ticks, each at its pinned version. */
final class References {
  /** Days before the first date in which its previous session is looked for. */
  private static final int DAYS_BEFORE = 14;

  private final Lake pinned;

  /** Reads a lake as it was. */
  References(Lake pinned) {
    this.pinned = pinned;
  }

  /** The first date of the sessions that a scan from this date on carries. */
  static LocalDate calendarStart(LocalDate first) {
    return first.minusDays(DAYS_BEFORE);
  }

  /** The instruments of these symbols that the lake knows. */
  InstrumentBook instruments(Collection<String> symbols) {
    return InstrumentBook.from(
        read(LakeTable.INSTRUMENTS).filter(col(Columns.SYMBOL).isInCollection(symbols)));
  }

  /** Sessions of these calendars that a scan of these dates carries. */
  Map<String, List<Session>> sessions(SortedSet<String> names, LocalDate first, LocalDate last) {
    CalendarBook book =
        CalendarBook.from(
            read(LakeTable.CALENDARS).filter(col(Columns.CALENDAR).isInCollection(names)));
    Map<String, List<Session>> sessions = new TreeMap<>();
    for (String name : names) {
      sessions.put(name, book.calendar(name).sessions(calendarStart(first), last));
    }
    return sessions;
  }

  /** What was recorded of the partitions of these symbols between these dates. */
  Map<PartitionDigests.Key, PartitionDigests.Digest> digests(
      Collection<String> symbols, LocalDate first, LocalDate last) {
    return PartitionDigests.from(
        read(LakeTable.PARTITION_DIGESTS)
            .filter(
                col(Columns.SYMBOL)
                    .isInCollection(symbols)
                    .and(col(Columns.DATE).between(first, last))));
  }

  /** What was recorded of all bars of these symbols that are as long. */
  Map<PartitionDigests.Key, PartitionDigests.Digest> barDigests(
      Collection<String> symbols, BarLength length) {
    return PartitionDigests.from(
        read(LakeTable.PARTITION_DIGESTS)
            .filter(
                col(Columns.SYMBOL)
                    .isInCollection(symbols)
                    .and(col(Columns.TABLE).equalTo(LakeTable.BARS.folder()))
                    .and(col(Columns.BAR).equalTo(length.toString()))));
  }

  /** Rows of a table at its version; none if it does not exist. */
  Dataset<Row> read(LakeTable table) {
    return LakeTables.readOrEmpty(pinned, table);
  }
}
