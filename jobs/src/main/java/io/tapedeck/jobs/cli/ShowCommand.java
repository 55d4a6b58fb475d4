package io.tapedeck.jobs.cli;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one run: what it was, where it comes from, what it came to. */
@Command(
    name = "show",
    description = "Shows a run: parameters, provenance, metrics, days and warnings.",
    footer = {"", "Example:", "  tapedeck show 3fa1c2 --lake lake"})
final class ShowCommand implements Verb {
  private static final int MOST_RISK_EVENTS = 20;
  private static final List<String> NOT_SHOWN =
      List.of(
          Columns.RUN_ID,
          Columns.COMMIT_ID,
          Columns.IDENTITY_JSON,
          Columns.PARAMETERS_JSON,
          Columns.ASSUMPTIONS_JSON);

  @Parameters(paramLabel = "RUN_ID", description = "The run; the first digits do.")
  private String runId;

  @Mixin private LakeOption lakeOption;

  @Override
  public ExitCode run(Console console) {
    Lake lake = Lake.at(SessionFactory.open("show"), lakeOption.root(console));
    ResultReader reader = new ResultReader(lake);
    Map<String, Object> run = RunsCommand.jsonable(find(reader));
    String id = (String) run.get(Columns.RUN_ID);
    List<Map<String, Object>> metrics = rows(reader, ResultTable.RUN_METRICS, id);
    List<Map<String, Object>> daily = rows(reader, ResultTable.RUN_DAILY, id);
    List<Map<String, Object>> risk = rows(reader, ResultTable.RISK_EVENTS, id);
    print(console, run, metrics, daily);
    printRisk(console, risk);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("run", run);
    answer.put("metrics", metrics.isEmpty() ? null : metrics.get(0));
    answer.put("daily", daily);
    answer.put(ResultTable.RISK_EVENTS.label(), risk);
    console.json(answer);
    return ExitCode.DONE;
  }

  private Row find(ResultReader reader) {
    List<Row> found =
        reader
            .runs()
            .where(col(Columns.RUN_ID).startsWith(runId.toLowerCase(Locale.ROOT)))
            .limit(2)
            .collectAsList();
    if (found.size() != 1) {
      throw UsageException.of(
          (found.isEmpty() ? "no run" : "more than one run")
              + " has an id that begins with '"
              + runId
              + "': see tapedeck runs --sweep ID");
    }
    return found.get(0);
  }

  private static List<Map<String, Object>> rows(ResultReader reader, ResultTable table, String id) {
    return reader
        .committed(table)
        .where(col(Columns.RUN_ID).equalTo(id))
        .drop(Columns.COMMIT_ID)
        .orderBy(order(table))
        .collectAsList()
        .stream()
        .map(RunsCommand::jsonable)
        .toList();
  }

  private static String order(ResultTable table) {
    return switch (table) {
      case RUN_DAILY -> Columns.DATE;
      case RISK_EVENTS -> Columns.NUMBER;
      default -> Columns.RUN_ID;
    };
  }

  /** Refusals and deeds of guards, the first of them. */
  private static void printRisk(Console console, List<Map<String, Object>> risk) {
    if (risk.isEmpty()) {
      return;
    }
    console.print("");
    TextTable table =
        TextTable.of("risk event", "at (ns)", "order", "symbol", "why", "measured", "limit");
    for (Map<String, Object> line : risk.subList(0, Math.min(risk.size(), MOST_RISK_EVENTS))) {
      table.row(
          line.get(Columns.EVENT) == null ? "DENIED" : line.get(Columns.EVENT),
          line.get(Columns.TS_EVENT),
          line.get(Columns.ORDER_ID),
          line.get(Columns.SYMBOL) == null ? "" : line.get(Columns.SYMBOL),
          line.get(Columns.REASON),
          SweepText.figure(Columns.MEASURED, line),
          SweepText.figure(Columns.LIMIT_VALUE, line));
    }
    table.print(console);
    if (risk.size() > MOST_RISK_EVENTS) {
      console.print("and " + (risk.size() - MOST_RISK_EVENTS) + " more in risk_events");
    }
  }

  private static void print(
      Console console,
      Map<String, Object> run,
      List<Map<String, Object>> metrics,
      List<Map<String, Object>> daily) {
    console.print("run " + run.get(Columns.RUN_ID));
    run.forEach(
        (name, value) -> {
          if (!NOT_SHOWN.contains(name) && value != null) {
            line(console, name, value);
          }
        });
    for (Map<String, Object> figures : metrics) {
      console.print("");
      figures.keySet().stream()
          .filter(name -> !name.equals(Columns.RUN_ID))
          .forEach(name -> line(console, name, SweepText.figure(name, figures)));
    }
    if (!daily.isEmpty()) {
      console.print("");
      TextTable table =
          TextTable.of("date", "equity", "cash", "realised", "fees", "financing", "traded");
      daily.forEach(
          day ->
              table.row(
                  day.get(Columns.DATE),
                  SweepText.figure(Columns.EQUITY, day),
                  SweepText.figure(Columns.CASH, day),
                  SweepText.figure(Columns.REALISED, day),
                  SweepText.figure(Columns.FEES, day),
                  SweepText.figure(Columns.FINANCING, day),
                  SweepText.figure(Columns.NOTIONAL_TRADED, day)));
      table.print(console);
    }
  }

  private static void line(Console console, String name, Object value) {
    console.print(String.format(Locale.ROOT, "  %-24s %s", name, value));
  }
}
