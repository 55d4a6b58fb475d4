package io.tapedeck.jobs.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sum;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.lake.ingest.RowVerdict;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How many rows the files had from which a session came, and how many of them were damaged. */
final class SourceRowCounts {
  private static final String DAMAGED = "damaged";

  private final Map<String, long[]> bySession = new TreeMap<>();

  private SourceRowCounts() {}

  /** The counts for these instruments and dates; a file of several sessions counts for each. */
  static SourceRowCounts of(Lake lake, Collection<String> symbols, DateRange dates) {
    SourceRowCounts counts = new SourceRowCounts();
    Dataset<Row> files = files(lake);
    for (LakeTable table : new LakeTable[] {LakeTable.TRADES, LakeTable.QUOTES}) {
      if (LakeTables.exists(lake, table)) {
        sessions(lake, table, symbols, dates)
            .join(files, sameFile())
            .groupBy(Columns.SYMBOL, Columns.DATE)
            .agg(sum(Columns.ROWS_READ), sum(DAMAGED))
            .collectAsList()
            .forEach(counts::add);
      }
    }
    return counts;
  }

  SessionQuality addTo(SessionQuality session) {
    long[] counts = bySession.getOrDefault(key(session.symbol(), session.date()), new long[2]);
    return session.withFiles(counts[0], counts[1]);
  }

  private void add(Row row) {
    long[] counts =
        bySession.computeIfAbsent(
            key(row.getString(0), LocalDate.parse(row.get(1).toString())), k -> new long[2]);
    counts[0] += row.getLong(2);
    counts[1] += row.getLong(3);
  }

  private static String key(String symbol, LocalDate date) {
    return symbol + " " + date;
  }

  private static Dataset<Row> sessions(
      Lake lake, LakeTable table, Collection<String> symbols, DateRange dates) {
    return lake.read(table)
        .where(
            col(Columns.SYMBOL)
                .isin(symbols.toArray())
                .and(
                    col(Columns.DATE)
                        .between(
                            java.sql.Date.valueOf(dates.first()),
                            java.sql.Date.valueOf(dates.last()))))
        .select(Columns.SYMBOL, Columns.DATE, Columns.SOURCE, Columns.SOURCE_FILE)
        .distinct()
        .as("rows");
  }

  /** Each file's version in force: rows read, and those damaged. */
  private static Dataset<Row> files(Lake lake) {
    Dataset<Row> read =
        LakeTables.readOrEmpty(lake, LakeTable.INGESTS)
            .groupBy(Columns.SOURCE, Columns.FILE)
            .agg(max_by(col(Columns.ROWS_READ), col(Columns.INGESTED_AT)).as(Columns.ROWS_READ));
    Dataset<Row> damaged =
        LakeTables.readOrEmpty(lake, LakeTable.QUARANTINE)
            .where(col(Columns.REASON).notEqual(RowVerdict.SUSPICIOUS.name()))
            .groupBy(Columns.SOURCE, Columns.FILE)
            .agg(count(lit(1)).as(DAMAGED));
    return read.join(damaged, new String[] {Columns.SOURCE, Columns.FILE}, "left")
        .withColumn(DAMAGED, coalesce(col(DAMAGED), lit(0L)))
        .as("files");
  }

  private static org.apache.spark.sql.Column sameFile() {
    return col("rows." + Columns.SOURCE)
        .equalTo(col("files." + Columns.SOURCE))
        .and(col("rows." + Columns.SOURCE_FILE).equalTo(col("files." + Columns.FILE)));
  }
}
