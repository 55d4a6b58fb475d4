package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultNames;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.StoredRun;
import io.tapedeck.jobs.result.StoredRuns;
import io.tapedeck.jobs.result.StoredSweep;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one run or one sweep. */
@Command(
    name = "show",
    description = {
      "Shows a run: parameters, provenance, figures, days, warnings, risk events.",
      "Shows a sweep: its question, how far it is, what failed, and its best sets."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck show 3fa1c2 --lake lake",
      "  tapedeck show cross --lake lake --top 10"
    })
final class ShowCommand implements Verb {
  @Parameters(
      paramLabel = "RUN_OR_SWEEP",
      description =
          "A run or a sweep by the first digits of its id, or the last sweep of this name.")
  private String name;

  @Mixin private LakeOption lakeOption;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Sets to show of a sweep's ranking. Default: 20.")
  private int top = 20;

  @Override
  public ExitCode run(Console console) {
    if (top < 0) {
      throw UsageException.of("--top must not be negative, was " + top);
    }
    Lake lake = Lake.at(SessionFactory.open("show"), lakeOption.root(console));
    ResultReader reader = new ResultReader(lake);
    ResultNames names = new ResultNames(reader);
    Optional<Row> sweep = names.sweepUnlessRun(name);
    if (sweep.isPresent()) {
      showSweep(console, reader, sweep.get());
    } else {
      showRun(console, reader, names.run(name));
    }
    return ExitCode.DONE;
  }

  private static void showRun(Console console, ResultReader reader, Row row) {
    StoredRuns runs = new StoredRuns(reader);
    StoredRun run = runs.of(List.of(row)).get(0);
    List<Map<String, Object>> riskEvents = runs.riskEvents(run.runId());
    RunSheet.lines(run, riskEvents).forEach(console::print);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("run", run.run());
    answer.put("metrics", run.metrics().isEmpty() ? null : run.metrics());
    answer.put("daily", run.daily());
    answer.put(
        ResultTable.RISK_EVENTS.label(), riskEvents.stream().map(ShowCommand::timed).toList());
    console.json(answer);
  }

  private void showSweep(Console console, ResultReader reader, Row row) {
    StoredSweep sweep = StoredSweep.read(reader, row);
    List<RankedRun> best =
        top == 0 ? List.of() : new Ranking(reader).best(sweep.sweepId(), sweep.rank(), top);
    SweepSheet.lines(sweep).forEach(console::print);
    SweepText.ranking(
        console,
        best,
        sweep.rank(),
        sweep.question().varying(),
        ((Number) sweep.sweep().get(Columns.SETS)).longValue());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("sweep", SweepSheet.jsonable(sweep));
    answer.put("best", new ArrayList<>(best));
    console.json(answer);
  }

  /** A risk event with its time for reading beside its nanoseconds. */
  private static Map<String, Object> timed(Map<String, Object> event) {
    Map<String, Object> timed = new LinkedHashMap<>(event);
    timed.put("at", RunSheet.time((Long) event.get(Columns.TS_EVENT)));
    return timed;
  }
}
