package io.tapedeck.jobs.job;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a replay and a sweep have in common: the data, the strategy and all that is assumed about
 * the market's answer.
 *
 * @param name for people; not part of what determines a run
 * @param data lake or files
 * @param universe symbols, in order and distinct; empty means all that the files have
 * @param account one account for all, or one for each instrument
 * @param tables kinds of ticks to replay; empty means those that exist for a symbol
 * @param dates session dates; {@link DateRange#ALL} if the job names none
 * @param hours which hours of a session are replayed
 * @param strategy the strategy, its parameters as written
 * @param startCash in units of the currency; positive
 * @param fees fee schedule
 * @param slippage slippage of fills that take liquidity
 * @param latency delays
 * @param risk limits
 * @param mark how positions are valued
 * @param seed of everything random
 */
public record JobSpec(
    String name,
    DataSource data,
    List<String> universe,
    Account account,
    Set<TickKind> tables,
    DateRange dates,
    Hours hours,
    StrategyChoice strategy,
    BigDecimal startCash,
    FeeSchedule fees,
    SlippageBps slippage,
    LatencySpec latency,
    RiskSpec risk,
    MarkRule mark,
    long seed) {
  /** Whether instruments share one account. */
  public enum Account {
    PER_INSTRUMENT,
    SHARED
  }

  /** A kind of ticks, named as its table. */
  public enum TickKind {
    TRADES,
    QUOTES,
    SIGNALS,
    BARS
  }

  /** Which events of a session are replayed. */
  public enum Hours {
    /** From open to close, both included. */
    REGULAR,
    ALL
  }

  public JobSpec {
    universe = List.copyOf(universe);
    tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
  }

  /**
   * Binds the shared keys and leaves all others to the caller, who ends with {@link
   * Fields#refuseOthers}.
   *
   * @throws UsageException if a value is wrong or one that is needed is missing
   */
  public static JobSpec bind(Fields job) {
    DataSource data = DataSource.bind(job);
    return new JobSpec(
        job.text("name").orElse(""),
        data,
        universe(job, data),
        job.choice("account", Account.class).orElse(Account.PER_INSTRUMENT),
        tables(job),
        DateRange.bind(job, "dates").orElse(DateRange.ALL),
        job.choice("session", Hours.class).orElse(Hours.REGULAR),
        StrategyChoice.bind(job),
        startCash(job),
        AssumptionKeys.fees(job),
        AssumptionKeys.slippage(job),
        AssumptionKeys.latency(job),
        AssumptionKeys.risk(job),
        job.choice("mark", MarkRule.class).orElse(MarkRule.AUTO),
        job.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L));
  }

  /** The run of one parameter set over these sessions under this job's assumptions. */
  public RunSpec runSpec(StrategySpec parameters, List<Session> sessions, int sessionsPerYear) {
    return new RunSpec(
        parameters, sessions, sessionsPerYear, startCash, latency, fees, slippage, risk, mark);
  }

  private static List<String> universe(Fields job, DataSource data) {
    List<String> symbols = job.texts("universe");
    if (symbols.stream().distinct().count() < symbols.size()) {
      throw job.refusal("universe", "names a symbol twice: " + String.join(", ", symbols));
    }
    if (symbols.isEmpty() && data instanceof DataSource.InLake) {
      throw job.missing("universe", "name the symbols, as in universe: [BAC, IBM]");
    }
    return symbols;
  }

  private static Set<TickKind> tables(Fields job) {
    Set<TickKind> kinds = new LinkedHashSet<>();
    for (String text : job.texts("tables")) {
      Mark mark = job.node("tables").orElseThrow().mark();
      kinds.add(Fields.choice(text, TickKind.class, job.path("tables"), mark));
    }
    return kinds;
  }

  private static BigDecimal startCash(Fields job) {
    BigDecimal cash = job.amount("start_cash").orElse(BigDecimal.valueOf(100_000));
    if (cash.signum() == 0) {
      throw job.refusal("start_cash", "must be positive, was " + cash.toPlainString());
    }
    return cash;
  }
}
