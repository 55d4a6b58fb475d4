package io.tapedeck.lake.scan;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The small tables beside the ticks, each at its pinned version. */
final class References {
  /** Days before the first date in which its previous session is looked for. */
  private static final int DAYS_BEFORE = 14;

  private static final int E9_DECIMALS = 9;

  private final Lake lake;
  private final Map<LakeTable, Long> versions;

  /** Reads tables that are in {@code versions}; the others are empty. */
  References(Lake lake, Map<LakeTable, Long> versions) {
    this.lake = lake;
    this.versions = versions;
  }

  /** The first date of the sessions that a scan from this date on carries. */
  static LocalDate calendarStart(LocalDate first) {
    return first.minusDays(DAYS_BEFORE);
  }

  /** Instruments by symbol, of those asked for that the lake knows. */
  Map<String, Instrument> instruments(Collection<String> symbols) {
    Map<String, Instrument> found = new TreeMap<>();
    for (Row row : rows(LakeTable.INSTRUMENTS, col(Columns.SYMBOL).isInCollection(symbols))) {
      Instrument instrument = instrument(row);
      found.put(instrument.symbol(), instrument);
    }
    return found;
  }

  /** Sessions of a calendar between these dates, in order. */
  List<Session> sessions(String calendar, LocalDate first, LocalDate last) {
    List<Session> sessions = new ArrayList<>();
    for (Row row :
        rows(
            LakeTable.CALENDARS,
            col(Columns.CALENDAR).equalTo(calendar).and(col(Columns.DATE).between(first, last)))) {
      sessions.add(
          new Session(
              row.<java.sql.Date>getAs(Columns.DATE).toLocalDate(),
              row.getAs(Columns.SESSION_OPEN),
              row.getAs(Columns.SESSION_CLOSE)));
    }
    sessions.sort(Comparator.comparingLong(Session::openNanos));
    return List.copyOf(sessions);
  }

  /** What partition_digests says of these symbols between these dates. */
  Map<PartitionKey, Recorded> digests(Collection<String> symbols, LocalDate first, LocalDate last) {
    Map<PartitionKey, Recorded> digests = new HashMap<>();
    for (Row row :
        rows(
            LakeTable.PARTITION_DIGESTS,
            col(Columns.SYMBOL)
                .isInCollection(symbols)
                .and(col(Columns.DATE).between(first, last)))) {
      digests.put(
          new PartitionKey(
              row.getAs(Columns.TABLE),
              row.getAs(Columns.SYMBOL),
              row.<java.sql.Date>getAs(Columns.DATE).toLocalDate()),
          new Recorded(row.getAs(Columns.CONTENT_DIGEST), row.getAs(Columns.ROW_COUNT)));
    }
    return digests;
  }

  /** Rows of a table at its version; none if it does not exist. */
  Dataset<Row> read(LakeTable table) {
    return lake.spark()
        .read()
        .format("delta")
        .option("versionAsOf", versions.get(table))
        .load(lake.path(table));
  }

  OptionalLong version(LakeTable table) {
    Long version = versions.get(table);
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  private List<Row> rows(LakeTable table, Column condition) {
    return version(table).isEmpty() ? List.of() : read(table).filter(condition).collectAsList();
  }

  private static Instrument instrument(Row row) {
    long priceQuantumE9 = e9(row, Columns.PRICE_QUANTUM);
    long sizeQuantumE9 = e9(row, Columns.SIZE_QUANTUM);
    return new Instrument(
        row.getAs(Columns.SYMBOL),
        AssetClass.valueOf(row.getAs(Columns.ASSET_CLASS)),
        Currency.of(row.getAs(Columns.CURRENCY)),
        priceQuantumE9,
        sizeQuantumE9,
        multiple(row, Columns.PRICE_INCREMENT, priceQuantumE9),
        multiple(row, Columns.SIZE_INCREMENT, sizeQuantumE9),
        row.getAs(Columns.MULTIPLIER),
        row.getAs(Columns.CALENDAR));
  }

  private static long multiple(Row row, String column, long quantumE9) {
    long valueE9 = e9(row, column);
    if (valueE9 % quantumE9 != 0) {
      throw ScanException.absent(
          "the "
              + column
              + " of "
              + row.getAs(Columns.SYMBOL)
              + ", "
              + row.getAs(column)
              + ", is not a whole number of its quanta",
          "correct its row in instruments");
    }
    return valueE9 / quantumE9;
  }

  private static long e9(Row row, String column) {
    return row.<BigDecimal>getAs(column).setScale(E9_DECIMALS).unscaledValue().longValueExact();
  }

  /** Names a partition of a table of ticks. */
  record PartitionKey(String table, String symbol, LocalDate date) {}

  /** What was recorded of a partition when it was written. */
  record Recorded(String contentDigest, long rows) {}
}
