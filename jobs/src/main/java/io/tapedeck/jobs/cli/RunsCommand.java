package io.tapedeck.jobs.cli;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists sweeps, or runs. */
@Command(
    name = "runs",
    description = "Lists the sweeps of a lake; with --sweep or --status, runs.",
    footer = {
      "",
      "Examples:",
      "  tapedeck runs --lake lake",
      "  tapedeck runs --lake lake --sweep 3fa1 --status failed"
    })
final class RunsCommand implements Verb {
  private static final String[] SWEEP_COLUMNS = {
    Columns.SWEEP_ID,
    Columns.NAME,
    Columns.STRATEGY,
    Columns.STATE,
    Columns.SETS,
    Columns.RUNS,
    Columns.COMPLETED,
    Columns.FAILED,
    Columns.ABANDONED,
    Columns.STARTED_AT
  };
  private static final String[] RUN_COLUMNS = {
    Columns.RUN_ID,
    Columns.STRATEGY,
    Columns.SYMBOLS,
    Columns.FIRST_DATE,
    Columns.LAST_DATE,
    Columns.PARAMETERS_JSON,
    Columns.STATUS,
    Columns.REASON,
    Columns.DETAIL
  };

  @Mixin private LakeOption lakeOption;

  @Option(names = "--sweep", paramLabel = "ID", description = "Runs of this sweep (a prefix does).")
  private String sweep;

  @Option(names = "--status", paramLabel = "STATUS", description = "completed, failed, abandoned.")
  private RunStatus status;

  @Option(names = "--limit", paramLabel = "N", description = "Most rows. Default: 50.")
  private int limit = 50;

  @Override
  public ExitCode run(Console console) {
    Lake lake = Lake.at(SessionFactory.open("runs"), lakeOption.root(console));
    ResultReader reader = new ResultReader(lake);
    boolean listsSweeps = sweep == null && status == null;
    List<Row> rows = listsSweeps ? sweeps(reader) : runs(reader);
    if (listsSweeps) {
      printSweeps(console, rows);
    } else {
      printRuns(console, rows);
    }
    console.json(
        Map.of(listsSweeps ? "sweeps" : "runs", rows.stream().map(RunsCommand::jsonable).toList()));
    return ExitCode.DONE;
  }

  /** A row by column, dates and times as text. */
  static Map<String, Object> jsonable(Row row) {
    Map<String, Object> values = Ranking.figures(row);
    values.replaceAll(
        (name, value) ->
            value instanceof Date || value instanceof Timestamp ? value.toString() : value);
    return values;
  }

  private List<Row> sweeps(ResultReader reader) {
    return reader
        .sweeps()
        .orderBy(col(Columns.STARTED_AT).desc())
        .limit(limit)
        .selectExpr(SWEEP_COLUMNS)
        .collectAsList();
  }

  private List<Row> runs(ResultReader reader) {
    Dataset<Row> runs = sweep == null ? reader.runs() : reader.runsOf(sweepId(reader, sweep));
    if (status != null) {
      runs = runs.where(col(Columns.STATUS).equalTo(status.name()));
    }
    return runs.orderBy(Columns.RUN_ID).limit(limit).selectExpr(RUN_COLUMNS).collectAsList();
  }

  /** The sweep whose id begins so. @throws UsageException if none or several do */
  static String sweepId(ResultReader reader, String prefix) {
    List<Row> found =
        reader
            .sweeps()
            .where(col(Columns.SWEEP_ID).startsWith(prefix.toLowerCase(Locale.ROOT)))
            .select(Columns.SWEEP_ID)
            .limit(2)
            .collectAsList();
    if (found.size() != 1) {
      throw UsageException.of(
          (found.isEmpty() ? "no sweep" : "more than one sweep")
              + " has an id that begins with '"
              + prefix
              + "': see tapedeck runs");
    }
    return found.get(0).getString(0);
  }

  private static void printSweeps(Console console, List<Row> rows) {
    TextTable table =
        TextTable.of("sweep", "name", "strategy", "state", "sets", "runs", "failed", "started");
    for (Row row : rows) {
      table.row(
          row.getString(0).substring(0, SweepText.SHORT_ID),
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.get(4),
          row.get(5),
          row.isNullAt(7) ? "-" : row.get(7),
          row.get(9).toString().substring(0, 19));
    }
    print(console, table, "no sweeps yet: tapedeck sweep JOB");
  }

  private static void printRuns(Console console, List<Row> rows) {
    TextTable table =
        TextTable.of("run", "symbols", "first", "last", "parameters", "status", "why");
    for (Row row : rows) {
      table.row(
          row.getString(0).substring(0, SweepText.SHORT_ID),
          String.join("+", row.<String>getList(2)),
          row.get(3),
          row.get(4),
          row.getString(5),
          row.getString(6),
          row.isNullAt(7) ? "" : row.getString(7) + ": " + row.getString(8));
    }
    print(console, table, "no such runs");
  }

  private static void print(Console console, TextTable table, String otherwise) {
    if (table.isEmpty()) {
      console.print(otherwise);
    } else {
      table.print(console);
    }
  }
}
