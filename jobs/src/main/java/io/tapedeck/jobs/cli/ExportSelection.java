package io.tapedeck.jobs.cli;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.ResultNames;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import io.tapedeck.lake.table.TableDefinition;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which rows of which table a command line means. Rows of runs are those that were committed.
 *
 * @param sweep name of a sweep or first digits of its id; null for none
 * @param run first digits of a run's id; null for none
 * @param symbols instruments; none for all
 */
record ExportSelection(
    TableDefinition table, String sweep, String run, List<String> symbols, DateRange dates) {
  private static final List<String> EVENT_TIMES =
      List.of(Columns.TS_EVENT, Columns.TS_SENT, Columns.TS_ENTRY);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  ExportSelection {
    symbols = List.copyOf(symbols);
  }

  /**
   * The table of this name: as `tapedeck tables` and the folders of a lake call it.
   *
   * @throws UsageException if there is none
   */
  static TableDefinition table(String name) {
    Map<String, TableDefinition> known = new TreeMap<>();
    Arrays.stream(LakeTable.values()).forEach(table -> known.put(table.folder(), table));
    Arrays.stream(ResultTable.values()).forEach(table -> known.put(table.label(), table));
    TableDefinition found = known.get(name.replaceFirst("^results/", ""));
    if (found == null) {
      throw UsageException.of("no table " + name + ": " + NearestName.hint(name, known.keySet()));
    }
    return found;
  }

  /** Name of a table on the command line. */
  static String name(TableDefinition table) {
    return table instanceof ResultTable result ? result.label() : table.folder();
  }

  /**
   * The rows, in no order.
   *
   * @throws UsageException if the table is not there or has not the columns to choose by
   */
  Dataset<Row> rows(Lake lake) {
    if (!LakeTables.exists(lake, table)) {
      throw UsageException.of(
          lake.root() + " has no table " + name(table) + " yet; see: tapedeck tables");
    }
    return ofDates(ofSymbols(ofTable(lake)));
  }

  /** What was asked for, to end a sentence with. */
  String words() {
    List<String> words = new ArrayList<>();
    words.add(name(table));
    if (sweep != null) {
      words.add("of sweep " + sweep);
    }
    if (run != null) {
      words.add("of run " + run);
    }
    if (!symbols.isEmpty()) {
      words.add("for " + String.join(", ", symbols));
    }
    if (!dates.isAll()) {
      words.add("from " + dates.first() + " to " + dates.last());
    }
    return String.join(" ", words);
  }

  private Dataset<Row> ofTable(Lake lake) {
    if (table instanceof ResultTable result) {
      return ofResult(new ResultReader(lake), result);
    }
    if (sweep != null || run != null) {
      throw UsageException.of(
          (sweep != null ? "--sweep" : "--run")
              + " is for result tables; rows of "
              + name(table)
              + " belong to no run");
    }
    return lake.read(table);
  }

  private Dataset<Row> ofResult(ResultReader reader, ResultTable result) {
    boolean isOfRun = List.of(result.schema().fieldNames()).contains(Columns.RUN_ID);
    if (run != null && !isOfRun) {
      throw UsageException.of("--run: rows of " + result.label() + " belong to no run");
    }
    Dataset<Row> rows = sweep == null ? all(reader, result) : ofSweep(reader, result);
    if (run == null) {
      return rows;
    }
    String id = new ResultNames(reader).run(run).getAs(Columns.RUN_ID);
    return rows.where(col(Columns.RUN_ID).equalTo(id));
  }

  private Dataset<Row> ofSweep(ResultReader reader, ResultTable result) {
    String id = new ResultNames(reader).sweep(sweep).getAs(Columns.SWEEP_ID);
    return switch (result) {
      case SWEEPS -> reader.sweeps().where(col(Columns.SWEEP_ID).equalTo(id));
      case SWEEP_UNITS -> reader.units(id);
      case SWEEP_RUNS -> reader.sweepRuns(id);
      default ->
          all(reader, result)
              .join(
                  reader.sweepRuns(id).select(Columns.RUN_ID).distinct(),
                  new String[] {Columns.RUN_ID},
                  "left_semi");
    };
  }

  private static Dataset<Row> all(ResultReader reader, ResultTable result) {
    return switch (result) {
      case RUNS -> reader.runs();
      case SWEEPS -> reader.sweeps();
      case SWEEP_UNITS -> reader.allUnits();
      case SWEEP_RUNS -> reader.allSweepRuns();
      default -> reader.committed(result);
    };
  }

  private Dataset<Row> ofSymbols(Dataset<Row> rows) {
    if (symbols.isEmpty()) {
      return rows;
    }
    List<String> columns = List.of(rows.columns());
    if (columns.contains(Columns.SYMBOL)) {
      return rows.where(col(Columns.SYMBOL).isin(symbols.toArray()));
    }
    if (columns.contains(Columns.SYMBOLS)) {
      Column[] asked = symbols.stream().map(symbol -> lit(symbol)).toArray(Column[]::new);
      return rows.where(arrays_overlap(col(Columns.SYMBOLS), array(asked)));
    }
    throw UsageException.of("--symbols: rows of " + name(table) + " have no symbol");
  }

  private Dataset<Row> ofDates(Dataset<Row> rows) {
    if (dates.isAll()) {
      return rows;
    }
    List<String> columns = List.of(rows.columns());
    if (columns.contains(Columns.DATE)) {
      return rows.where(
          col(Columns.DATE).between(Date.valueOf(dates.first()), Date.valueOf(dates.last())));
    }
    String time =
        EVENT_TIMES.stream()
            .filter(columns::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    UsageException.of(
                        "--from and --to: rows of " + name(table) + " have no date and no time"));
    Dataset<Row> between =
        rows.where(
            col(time).geq(nanos(dates.first())).and(col(time).lt(nanos(dates.last().plusDays(1)))));
    return columns.contains(Columns.YEAR)
        ? between.where(col(Columns.YEAR).between(dates.first().getYear(), dates.last().getYear()))
        : between;
  }

  /** Midnight in UTC; dates beyond what 64 bits of nanoseconds hold are its ends. */
  private static long nanos(LocalDate date) {
    long seconds = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    long limit = Long.MAX_VALUE / NANOS_PER_SECOND;
    return Math.max(-limit, Math.min(limit, seconds)) * NANOS_PER_SECOND;
  }
}
