package io.tapedeck.lake.export;

import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.arrow.ArrowCompression;
import io.tapedeck.lake.table.TableDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to write and where.
 *
 * @param table the table the rows are of; its {@link ReadingOrder} is theirs in the file
 * @param out the file, on the driver's machine
 * @param format its kind
 * @param compression of record batches; NONE for what is not Arrow
 * @param columns names to write, in this order; none for all the table has
 * @param times how times in nanoseconds are shown
 * @param overwrite whether a file that is there may be replaced
 */
public record ExportRequest(
    TableDefinition table,
    Path out,
    ExportFormat format,
    ArrowCompression compression,
    List<String> columns,
    Times times,
    Overwrite overwrite) {
  /** How times in nanoseconds since the epoch are shown. */
  public enum Times {
    /** As they are: 64-bit integers. */
    NANOS,
    /** Beside them, under their name and {@code _time}, as timestamps in UTC. */
    WITH_TIMESTAMPS
  }

  /** What happens to a file that is there. */
  public enum Overwrite {
    REFUSE,
    REPLACE
  }

  public ExportRequest {
    columns = List.copyOf(columns);
    Require.that(
        format.isArrow() || compression == ArrowCompression.NONE,
        "--compression is for arrow and feather, not for %s",
        format);
    Require.that(
        format != ExportFormat.PARQUET || times == Times.NANOS,
        "--timestamps is for arrow, feather and csv: Spark writes no Parquet times in nanoseconds");
  }

  /** What a file says about itself. */
  Map<String, String> metadata() {
    return Map.of("tapedeck.table", table.folder(), "tapedeck.description", table.description());
  }
}
