package io.tapedeck.jobs.cli;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.ResultNames;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.RowValues;
import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final int MOST_ROWS = 1_000_000;
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
    Columns.PARAMETERS,
    Columns.STATUS,
    Columns.REASON,
    Columns.DETAIL
  };

  @Mixin private LakeOption lakeOption;

  @Option(
      names = "--sweep",
      paramLabel = "SWEEP",
      description = "Runs of this sweep: its name, or the first digits of its id.")
  private String sweep;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only runs that are ${COMPLETION-CANDIDATES}.")
  private RunStatus status;

  @Option(names = "--limit", paramLabel = "N", description = "Most rows. Default: 50.")
  private int limit = 50;

  @Override
  public ExitCode run(Console console) {
    if (limit < 1 || limit > MOST_ROWS) {
      throw UsageException.of("--limit must be from 1 to " + MOST_ROWS + ", was " + limit);
    }
    Lake lake = Lake.at(SessionFactory.open("runs"), lakeOption.root(console));
    ResultReader reader = new ResultReader(lake);
    boolean listsSweeps = sweep == null && status == null;
    List<Row> found = listsSweeps ? sweeps(reader) : runs(reader);
    List<Map<String, Object>> rows = found.stream().limit(limit).map(RowValues::of).toList();
    TextTable table = listsSweeps ? sweepTable(rows) : runTable(rows);
    if (table.isEmpty()) {
      console.print(listsSweeps ? "no sweeps yet: tapedeck sweep JOB" : "no such runs");
    } else {
      table.print(console);
    }
    if (found.size() > limit) {
      console.print("and more: --limit N shows so many");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(listsSweeps ? "sweeps" : "runs", rows);
    answer.put("has_more", found.size() > limit);
    console.json(answer);
    return ExitCode.DONE;
  }

  /** The last sweeps first; one more than are shown, to know whether there are. */
  private List<Row> sweeps(ResultReader reader) {
    return reader
        .sweeps()
        .orderBy(col(Columns.STARTED_AT).desc(), col(Columns.SWEEP_ID))
        .limit(limit + 1)
        .selectExpr(SWEEP_COLUMNS)
        .collectAsList();
  }

  private List<Row> runs(ResultReader reader) {
    Dataset<Row> runs =
        sweep == null
            ? reader.runs()
            : reader.runsOf(new ResultNames(reader).sweep(sweep).getAs(Columns.SWEEP_ID));
    if (status != null) {
      runs = runs.where(col(Columns.STATUS).equalTo(status.name()));
    }
    return runs.orderBy(Columns.RUN_ID).limit(limit + 1).selectExpr(RUN_COLUMNS).collectAsList();
  }

  /** Sweeps for people. */
  static TextTable sweepTable(List<Map<String, Object>> rows) {
    TextTable table =
        TextTable.of("sweep", "name", "strategy", "state", "sets", "runs", "failed", "started");
    for (Map<String, Object> row : rows) {
      table.row(
          shortId(row.get(Columns.SWEEP_ID)),
          row.get(Columns.NAME),
          row.get(Columns.STRATEGY),
          row.get(Columns.STATE),
          row.get(Columns.SETS),
          row.get(Columns.RUNS),
          row.get(Columns.FAILED) == null ? FigureText.NONE : row.get(Columns.FAILED),
          row.get(Columns.STARTED_AT).toString().replaceAll("\\.\\d+Z$", "Z"));
    }
    return table;
  }

  /** Runs for people. */
  static TextTable runTable(List<Map<String, Object>> rows) {
    TextTable table =
        TextTable.of("run", "symbols", "first", "last", "parameters", "status", "why");
    for (Map<String, Object> row : rows) {
      List<?> symbols = (List<?>) row.get(Columns.SYMBOLS);
      table.row(
          shortId(row.get(Columns.RUN_ID)),
          String.join("+", symbols.stream().map(String::valueOf).toList()),
          row.get(Columns.FIRST_DATE),
          row.get(Columns.LAST_DATE),
          parameters((Map<?, ?>) row.get(Columns.PARAMETERS)),
          row.get(Columns.STATUS),
          row.get(Columns.REASON) == null
              ? ""
              : row.get(Columns.REASON) + ": " + row.get(Columns.DETAIL));
    }
    return table;
  }

  private static String parameters(Map<?, ?> values) {
    return String.join(
        " ",
        values.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  private static String shortId(Object id) {
    return Wrapped.beginning(id.toString(), SweepText.SHORT_ID);
  }
}
