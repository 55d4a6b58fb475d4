package io.tapedeck.lake.export;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.contract.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Writes rows into one file, in the order of their table.
 *
 * <p>The file is written beside its place under a hidden name and moved there when it is whole: it
 * is there wholly or not at all. Folders above it are made.
 */
public final class RowExport {
  private final ExportRequest request;

  private RowExport(ExportRequest request) {
    this.request = request;
  }

  /**
   * Writes the file, unless there are no rows.
   *
   * @param rows rows of the request's table, with all columns that its order needs
   * @throws IllegalArgumentException if the file is there and must not be replaced, or its name is
   *     taken by a folder
   */
  public static ExportReport write(Dataset<Row> rows, ExportRequest request) {
    RowExport export = new RowExport(request);
    export.requireFree();
    long count = rows.count();
    return count == 0 ? new ExportReport(0, 0, List.of(rows.columns())) : export.write(rows, count);
  }

  private ExportReport write(Dataset<Row> rows, long count) {
    Dataset<Row> ordered =
        OrderedParts.of(rows, count, ReadingOrder.of(request.table())).select(columns(rows));
    boolean addsTimestamps = request.times() == ExportRequest.Times.WITH_TIMESTAMPS;
    Set<String> timestamps = addsTimestamps ? NanoTimes.added(ordered.columns()) : Set.of();
    Dataset<Row> written = addsTimestamps ? NanoTimes.doubled(ordered) : ordered;
    StructType schema = written.schema();
    JavaRDD<InternalRow> parts = written.queryExecution().toRdd().toJavaRDD();
    RowFile file = RowFile.of(request, schema, timestamps);
    Path out = request.out().toAbsolutePath();
    Path hidden = out.resolveSibling("." + out.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(out.getParent());
      try {
        long exported = file.write(parts, hidden);
        requireFree();
        long bytes = Files.size(hidden);
        Files.move(hidden, out, StandardCopyOption.ATOMIC_MOVE);
        return new ExportReport(exported, bytes, List.of(schema.fieldNames()));
      } finally {
        Files.deleteIfExists(hidden);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + request.out(), e);
    }
  }

  private Column[] columns(Dataset<Row> rows) {
    List<String> names = request.columns().isEmpty() ? List.of(rows.columns()) : request.columns();
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private void requireFree() {
    Require.that(!Files.isDirectory(request.out()), "%s is a folder: name a file", request.out());
    Require.that(
        request.overwrite() == ExportRequest.Overwrite.REPLACE || !Files.exists(request.out()),
        "%s is there already: give --overwrite or another --out",
        request.out());
  }
}
