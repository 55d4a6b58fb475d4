package io.tapedeck.jobs.identity;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageBps;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.job.JobSpec;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the runs of a job have in common beside their strategy and their tape.
 *
 * @param account whether instruments share an account
 * @param hours which hours of a session are replayed
 * @param startCash in units of the currency; positive
 * @param fees fee schedule
 * @param slippage slippage of fills that take liquidity
 * @param latency delays
 * @param risk limits
 * @param mark how positions are valued
 * @param seed of everything random
 */
public record Assumptions(
    JobSpec.Account account,
    JobSpec.Hours hours,
    BigDecimal startCash,
    FeeSchedule fees,
    SlippageBps slippage,
    LatencySpec latency,
    RiskSpec risk,
    MarkRule mark,
    long seed)
    implements Serializable {
  public static Assumptions of(JobSpec job) {
    return new Assumptions(
        job.account(),
        job.hours(),
        job.startCash(),
        job.fees(),
        job.slippage(),
        job.latency(),
        job.risk(),
        job.mark(),
        job.seed());
  }

  /** The run of a strategy under these assumptions. */
  public RunSpec spec(StrategySpec strategy, List<Session> sessions, int sessionsPerYear) {
    return new RunSpec(
        strategy, sessions, sessionsPerYear, startCash, latency, fees, slippage, risk, mark);
  }

  /** For canonical JSON; what determines the outcome and nothing else. */
  Map<String, Object> identity() {
    Map<String, Object> identity = new TreeMap<>();
    identity.put("account", account.name());
    identity.put("hours", hours.name());
    identity.put("start_cash", startCash);
    identity.put("fees", feeTerms());
    identity.put("execution", execution());
    identity.put("risk", limits());
    identity.put("mark", mark.name());
    identity.put("seed", seed);
    return identity;
  }

  private Map<String, Object> execution() {
    return Map.of(
        "arrival", latency.arrivalRule(),
        "feed_nanos", latency.feed().constantNanos(),
        "entry_nanos", latency.entry().constantNanos(),
        "response_nanos", latency.response().constantNanos(),
        "slippage_bps_e4", slippage.bpsE4());
  }

  private Map<String, Object> limits() {
    return Map.of(
        "max_order_size", risk.maxOrderSize(),
        "max_position", risk.maxPosition(),
        "max_order_notional", risk.maxOrderNotional());
  }

  private Map<String, Object> feeTerms() {
    if (fees instanceof FeeBps bps) {
      return Map.of("bps", bps.bps());
    }
    if (fees instanceof FeePerShare share) {
      return Map.of(
          "amount", share.amount(), "minimum", share.minimum(), "cap_bps", share.capBps());
    }
    if (fees instanceof NoFees) {
      return Map.of();
    }
    throw new IllegalStateException("a fee schedule without an identity: " + fees);
  }
}
