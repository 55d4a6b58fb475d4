package io.tapedeck.lake.ingest;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Which version of each file of a source is in force, from the {@code ingests} table. */
final class IngestLog {
  private final Lake lake;
  private final String source;
  private final Map<String, Entry> byFile = new TreeMap<>();
  private Instant last = Instant.EPOCH;

  /** A version of a file in force. */
  record Entry(
      String file,
      String digest,
      String formatDigest,
      long bytes,
      String table,
      IntakeCounts counts) {}

  private IngestLog(Lake lake, String source) {
    this.lake = lake;
    this.source = source;
  }

  static IngestLog load(Lake lake, String source) {
    IngestLog log = new IngestLog(lake, source);
    List<Row> rows =
        LakeTables.readOrEmpty(lake, LakeTable.INGESTS)
            .where(col(Columns.SOURCE).equalTo(source))
            .orderBy(Columns.INGESTED_AT)
            .collectAsList();
    for (Row row : rows) {
      log.byFile.put(row.getAs(Columns.FILE), entry(row));
      log.last = instant(row.getAs(Columns.INGESTED_AT));
    }
    return log;
  }

  Optional<Entry> inForce(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  Iterable<Entry> all() {
    return byFile.values();
  }

  /** Records these versions as in force, in one commit. */
  void append(List<Entry> entries) {
    LakeTables.createIfMissing(lake, LakeTable.INGESTS);
    List<Row> rows = new ArrayList<>();
    for (Entry entry : entries) {
      rows.add(row(entry, nextInstant()));
      byFile.put(entry.file(), entry);
    }
    LakeTables.replace(
        lake,
        LakeTable.INGESTS,
        lake.spark().createDataFrame(rows, LakeTable.INGESTS.schema()).coalesce(1),
        null);
  }

  /** The present, but later than anything recorded. */
  private Instant nextInstant() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    return last;
  }

  private Row row(Entry entry, Instant at) {
    IntakeCounts counts = entry.counts();
    return RowFactory.create(
        source,
        entry.file(),
        entry.digest(),
        entry.formatDigest(),
        entry.bytes(),
        entry.table(),
        counts.read(),
        counts.kept(),
        counts.duplicate(),
        counts.quarantined(),
        counts.derived(),
        at);
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.getAs(Columns.FILE),
        row.getAs(Columns.FILE_DIGEST),
        row.getAs(Columns.FORMAT_DIGEST),
        row.<Long>getAs(Columns.FILE_BYTES),
        row.getAs(Columns.TABLE),
        new IntakeCounts(
            row.<Long>getAs(Columns.ROWS_READ),
            row.<Long>getAs(Columns.ROWS_KEPT),
            row.<Long>getAs(Columns.ROWS_DUPLICATE),
            row.<Long>getAs(Columns.ROWS_QUARANTINED),
            0,
            row.<Long>getAs(Columns.ROWS_DERIVED),
            0));
  }

  private static Instant instant(Object value) {
    return value instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) value;
  }
}
