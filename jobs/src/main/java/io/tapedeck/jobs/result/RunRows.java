package io.tapedeck.jobs.result;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.core.replay.EngineVersion;
import io.tapedeck.core.replay.RunCounts;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.identity.Assumptions;
import io.tapedeck.jobs.identity.CanonicalJson;
import io.tapedeck.jobs.identity.TapeIdentity;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of result tables that a run comes to; their commit id is not known yet. */
public final class RunRows {
  static final int MONEY_DECIMALS = 9;
  private static final double NANOS_PER_SECOND = 1e9;

  private final RunDescription run;
  private final String runId;
  private final List<ResultRow> rows = new ArrayList<>();

  private RunRows(RunDescription run) {
    this.run = run;
    this.runId = run.runId();
  }

  /** The rows of a run without details: at most its metrics and its days. */
  public static List<ResultRow> of(RunDescription run, RunOutcome outcome) {
    return new RunRows(run).outcome(outcome).rows;
  }

  /** The row of a run whose unit kept failing. */
  public static List<ResultRow> abandoned(RunDescription run, String detail) {
    RunRows rows = new RunRows(run);
    rows.run(RunStatus.ABANDONED, "UNIT_FAILED", detail, Set.of(), null, null);
    return rows.rows;
  }

  private RunRows outcome(RunOutcome outcome) {
    if (outcome instanceof RunOutcome.Completed completed) {
      RunResult result = completed.result();
      Currency currency = Currency.of(run.currency());
      run(
          RunStatus.COMPLETED,
          null,
          null,
          result.warnings(),
          HexFormat.of().toHexDigits(result.fingerprint()),
          profits(result.strategyProfits(), currency));
      metrics(result.metrics(), result.counts(), currency);
      if (run.level().includes(RecordLevel.DAILY)) {
        result.daily().forEach(day -> daily(day, currency));
      }
    } else if (outcome instanceof RunOutcome.Failed failed) {
      run(RunStatus.FAILED, failed.reason().name(), failed.detail(), Set.of(), null, null);
    }
    return this;
  }

  private void run(
      RunStatus status,
      String reason,
      String detail,
      Set<RunWarning> warnings,
      String fingerprint,
      Map<String, BigDecimal> profits) {
    Assumptions assumptions = run.identity().assumptions();
    TapeIdentity tape = run.identity().tape();
    add(
        ResultTable.RUNS,
        run.identity().strategy(),
        sparkMap(texts(run.parameters().values())),
        run.parameters().json(),
        run.symbols().toArray(String[]::new),
        Date.valueOf(tape.first()),
        Date.valueOf(tape.last()),
        run.currency(),
        assumptions.startCash().setScale(MONEY_DECIMALS, RoundingMode.UNNECESSARY),
        assumptions.terms().seed(),
        run.level().name(),
        status.name(),
        reason,
        detail,
        names(warnings),
        fingerprint,
        EngineVersion.SEMANTICS,
        run.identity().strategyDigest(),
        tape.tapeDigest(),
        tape.calendarDigest(),
        sparkMap(run.tableVersions()),
        run.identity().json(run.parameters()),
        assumptions.json(),
        profits == null ? null : sparkMap(profits));
  }

  private Map<String, BigDecimal> profits(List<Long> profits, Currency currency) {
    Map<String, BigDecimal> named = new LinkedHashMap<>();
    for (int i = 0; i < profits.size(); i++) {
      named.put(run.strategies().get(i), money(currency, profits.get(i)));
    }
    return named;
  }

  private String[] names(Set<RunWarning> more) {
    EnumSet<RunWarning> warnings = EnumSet.noneOf(RunWarning.class);
    warnings.addAll(run.warnings());
    warnings.addAll(more);
    return warnings.stream().map(RunWarning::name).toArray(String[]::new);
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    Map<String, String> texts = new TreeMap<>();
    values.forEach(
        (name, value) ->
            texts.put(
                name,
                value instanceof BigDecimal number
                    ? CanonicalJson.number(number)
                    : value.toString()));
    return texts;
  }

  private void metrics(RunMetrics metrics, RunCounts counts, Currency currency) {
    Map<String, Long> denied = new TreeMap<>();
    counts.denied().forEach((reason, times) -> denied.put(reason.name(), times));
    add(
        ResultTable.RUN_METRICS,
        money(currency, metrics.startEquity()),
        money(currency, metrics.endEquity()),
        money(currency, metrics.realised()),
        money(currency, metrics.unrealised()),
        money(currency, metrics.fees()),
        defined(metrics.totalReturn()),
        defined(metrics.cagr()),
        defined(metrics.volatility()),
        defined(metrics.sharpe()),
        defined(metrics.sortino()),
        defined(metrics.calmar()),
        defined(metrics.maxDrawdown()),
        money(currency, metrics.maxDrawdownMoney()),
        metrics.maxDrawdownNanos() / NANOS_PER_SECOND,
        defined(metrics.hitRate()),
        defined(metrics.profitFactor()),
        defined(metrics.expectancy() / StrictMath.pow(10, currency.decimals())),
        defined(metrics.turnover()),
        defined(metrics.exposure()),
        metrics.roundTrips(),
        metrics.openTrades(),
        metrics.fills(),
        defined(metrics.valueAtRisk95()),
        defined(metrics.expectedShortfall95()),
        metrics.sessions(),
        counts.events(),
        counts.decisions(),
        counts.sent(),
        counts.filled(),
        counts.partlyFilled(),
        counts.unfilled(),
        denied.values().stream().mapToLong(Long::longValue).sum(),
        sparkMap(denied),
        defined(metrics.bestDay()),
        defined(metrics.worstDay()),
        defined(metrics.tailRatio()),
        defined(metrics.omega()),
        defined(metrics.sqn()),
        defined(metrics.alpha()),
        defined(metrics.beta()),
        defined(metrics.informationRatio()),
        money(currency, metrics.slippage()),
        money(currency, metrics.spreadCost()),
        money(currency, metrics.financing()),
        money(currency, metrics.implementationShortfall()));
  }

  private void daily(DailyEquity day, Currency currency) {
    add(
        ResultTable.RUN_DAILY,
        Date.valueOf(day.date()),
        money(currency, day.equity()),
        money(currency, day.cash()),
        money(currency, day.realised()),
        money(currency, day.fees()),
        money(currency, day.notionalTraded()),
        day.openNanos() / NANOS_PER_SECOND,
        day.sessionNanos() / NANOS_PER_SECOND,
        money(currency, day.financing()));
  }

  private void add(ResultTable table, Object... values) {
    Object[] all = new Object[values.length + 2];
    all[0] = runId;
    all[1] = ResultRow.UNCOMMITTED;
    System.arraycopy(values, 0, all, 2, values.length);
    rows.add(ResultRow.of(table, all));
  }

  static BigDecimal money(Currency currency, long money) {
    return currency.amount(money).setScale(MONEY_DECIMALS, RoundingMode.UNNECESSARY);
  }

  /** Rows hold Scala's maps. */
  private static <V> scala.collection.Map<String, V> sparkMap(Map<String, V> map) {
    return CollectionConverters.asScala(map);
  }

  private static Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
