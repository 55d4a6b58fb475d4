package io.tapedeck.core.replay;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.SlippageSpec;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.util.List;

/**
 * One run: a strategy with its parameters, and all that is assumed about the market's answer.
 *
 * @param strategy strategy and parameters
 * @param sessions the sessions of the run's dates, in order; at least one. The run ends with the
 *     last one's close
 * @param sessionsPerYear sessions of a usual year, to annualise by; positive
 * @param startCash cash at the start, in units of the currency; positive
 * @param latency delays of data, orders and reports
 * @param fees fee schedule
 * @param slippage slippage of fills that take liquidity
 * @param risk limits
 * @param mark at which price positions are valued
 */
public record RunSpec(
    StrategySpec strategy,
    List<Session> sessions,
    int sessionsPerYear,
    BigDecimal startCash,
    LatencySpec latency,
    FeeSchedule fees,
    SlippageSpec slippage,
    RiskSpec risk,
    MarkRule mark) {
  public RunSpec {
    sessions = List.copyOf(sessions);
    Require.that(!sessions.isEmpty(), "a run needs at least one session in its dates");
    for (int i = 1; i < sessions.size(); i++) {
      Require.that(
          sessions.get(i).openNanos() > sessions.get(i - 1).closeNanos(),
          "sessions must be in order and apart: %s does not open after %s closes",
          sessions.get(i).date(),
          sessions.get(i - 1).date());
    }
    Require.that(sessionsPerYear > 0, "sessionsPerYear must be positive, was %d", sessionsPerYear);
    Require.that(startCash.signum() > 0, "startCash must be positive, was %s", startCash);
  }
}
