package io.tapedeck.jobs.replay;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.replay.RunCounts;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.NamedStrategy;
import io.tapedeck.jobs.job.ParameterBinder;
import io.tapedeck.jobs.result.RiskLine;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A replay's result as a JSON object: also the contents of metrics.json. */
public final class ReplayAnswer {
  private ReplayAnswer() {}

  /** The object, with keys in the order people read. */
  public static Map<String, Object> of(
      JobSpec job, List<StrategySpec> strategies, List<ReplayedRun> runs) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", job.name());
    answer.put("strategy", JobSpec.title(job.named()));
    answer.put("parameters", parameters(job.named(), strategies));
    answer.put("runs", runs.stream().map(ReplayAnswer::run).toList());
    return answer;
  }

  private static Map<String, Object> parameters(
      List<NamedStrategy> named, List<StrategySpec> strategies) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < named.size(); i++) {
      NamedStrategy strategy = named.get(i);
      ParameterBinder.values(strategies.get(i))
          .forEach((name, value) -> parameters.put(strategy.qualified(name), value));
    }
    return parameters;
  }

  private static Map<String, Object> run(ReplayedRun run) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("account", run.account());
    answer.put("currency", run.currency().code());
    answer.put(Columns.FIRST_DATE, date(run, 0));
    answer.put(Columns.LAST_DATE, date(run, run.sessions().size() - 1));
    if (run.outcome() instanceof RunOutcome.Failed failed) {
      answer.put("status", "FAILED");
      answer.put("reason", failed.reason());
      answer.put("detail", failed.detail());
    } else if (run.outcome() instanceof RunOutcome.Completed completed) {
      answer.put("status", "COMPLETED");
      complete(answer, run, completed.result());
    }
    answer.put("warnings", run.warnings().stream().map(RunWarning::name).toList());
    answer.put("notes", run.notes());
    return answer;
  }

  private static void complete(Map<String, Object> answer, ReplayedRun run, RunResult result) {
    answer.put("metrics", MetricNumbers.of(result.metrics(), run.currency()));
    answer.put(Columns.STRATEGY_PROFITS, profits(run, result));
    answer.put("counts", counts(result.counts()));
    answer.put(
        ResultTable.RISK_EVENTS.label(),
        RiskLine.of(run.record(), run.universe()).stream().map(ReplayAnswer::risk).toList());
    answer.put(Columns.OPEN_TRADES, result.openTrades().stream().map(t -> trade(run, t)).toList());
    answer.put("fingerprint", HexFormat.of().toHexDigits(result.fingerprint()));
  }

  private static Map<String, Object> profits(ReplayedRun run, RunResult result) {
    Map<String, Object> profits = new LinkedHashMap<>();
    for (int i = 0; i < run.strategies().size(); i++) {
      profits.put(run.strategies().get(i), run.currency().amount(result.strategyProfits().get(i)));
    }
    return profits;
  }

  private static Map<String, Object> risk(RiskLine line) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("time", Amounts.time(line.nanos()));
    answer.put("event", line.event());
    answer.put(Columns.ORDER_ID, line.orderId());
    answer.put("symbol", line.symbol());
    answer.put("reason", line.reason());
    answer.put("measured", line.measured());
    answer.put("limit", line.limit());
    return answer;
  }

  private static Map<String, Object> counts(RunCounts counts) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("events", counts.events());
    answer.put("decisions", counts.decisions());
    answer.put("sent", counts.sent());
    answer.put("filled", counts.filled());
    answer.put("partly_filled", counts.partlyFilled());
    answer.put("unfilled", counts.unfilled());
    answer.put("denied", counts.denied());
    return answer;
  }

  private static Map<String, Object> trade(ReplayedRun run, RoundTrip trip) {
    Instrument instrument = run.instrument(trip.instrument());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("symbol", instrument.symbol());
    answer.put("side", trip.side());
    answer.put("entry_time", Amounts.time(trip.entryTimeNanos()));
    answer.put(Columns.ENTRY_PRICE, Amounts.meanPrice(instrument, trip.entryTicks()));
    answer.put("mark_price", Amounts.meanPrice(instrument, trip.exitTicks()));
    answer.put("profit", run.currency().amount(trip.profit()));
    answer.put("fees", run.currency().amount(trip.fees()));
    return answer;
  }

  private static LocalDate date(ReplayedRun run, int session) {
    return run.sessions().get(session).date();
  }
}
