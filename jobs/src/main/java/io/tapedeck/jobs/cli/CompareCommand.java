package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.compare.ComparedRun;
import io.tapedeck.jobs.compare.Comparison;
import io.tapedeck.jobs.compare.Parting;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.result.ResultNames;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.StoredRuns;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Holds runs against each other. */
@Command(
    name = "compare",
    description = {
      "Compares runs with the first of them: what differs between them (strategy, parameters,",
      "assumptions, data, engine), their figures side by side, and the session at which their",
      "equity parts."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck compare 3fa1c2 90be77 --lake lake",
      "  tapedeck compare 3fa1c2 90be77 d04e51 --lake lake --json"
    })
final class CompareCommand implements Verb {
  private static final int MOST_RUNS = 4;

  @Parameters(
      paramLabel = "RUN_ID",
      arity = "1..*",
      description = "Two to four runs; the first digits of each do.")
  private List<String> runIds = List.of();

  @Mixin private LakeOption lakeOption;

  @Override
  public ExitCode run(Console console) {
    if (runIds.size() < 2 || runIds.size() > MOST_RUNS) {
      throw UsageException.of("compare takes 2 to 4 runs, was given " + runIds.size());
    }
    Lake lake = Lake.at(SessionFactory.open("compare"), lakeOption.root(console));
    ResultReader reader = new ResultReader(lake);
    ResultNames names = new ResultNames(reader);
    Comparison comparison =
        Comparison.of(
            new StoredRuns(reader)
                .of(runIds.stream().map(names::run).toList()).stream()
                    .map(ComparedRun::of)
                    .toList());
    CompareText.lines(comparison).forEach(console::print);
    console.json(answer(comparison));
    return ExitCode.DONE;
  }

  /** The comparison as the JSON answer shows it. */
  static Map<String, Object> answer(Comparison comparison) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("runs", comparison.runs().stream().map(CompareCommand::run).toList());
    answer.put("compared", comparison.others().stream().map(CompareCommand::compared).toList());
    answer.put("is_money_compared", comparison.isOneCurrency());
    answer.put("differences", comparison.differences());
    answer.put("metrics", comparison.metrics());
    return answer;
  }

  private static Map<String, Object> run(ComparedRun run) {
    Map<String, Object> answer = new LinkedHashMap<>();
    for (String column :
        List.of(
            Columns.RUN_ID,
            Columns.STRATEGY,
            Columns.SYMBOLS,
            Columns.FIRST_DATE,
            Columns.LAST_DATE,
            Columns.STATUS,
            Columns.REASON,
            Columns.DETAIL,
            Columns.FINGERPRINT)) {
      answer.put(column, run.stored().run().get(column));
    }
    answer.put(Columns.CURRENCY, run.currency());
    return answer;
  }

  private static Map<String, Object> compared(Comparison.Other other) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(Columns.RUN_ID, other.run().runId());
    answer.put("likeness", other.likeness());
    answer.put("sessions_in_common", other.parting().map(Parting::sessions).orElse(null));
    Parting.At at = other.parting().flatMap(Parting::first).orElse(null);
    answer.put("parts_on", at == null ? null : at.date());
    answer.put("equity", at == null ? null : List.of(at.equity(), at.other()));
    return answer;
  }
}
