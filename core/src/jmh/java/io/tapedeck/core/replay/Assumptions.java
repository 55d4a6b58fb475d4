package io.tapedeck.core.replay;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.cost.FeeMakerTaker;
import io.tapedeck.core.cost.FeeTiered;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.LogNormalDelay;
import io.tapedeck.core.execution.NoisySlippage;
import io.tapedeck.core.execution.ResidualRule;
import io.tapedeck.core.execution.ShiftedExponentialDelay;
import io.tapedeck.core.execution.SlippageSpread;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.ExposureSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.OrderFlow;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.Threshold;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.util.List;

/** How much a benchmark assumes about the market and the desk. */
final class Assumptions {
  static final BigDecimal START_CASH = new BigDecimal("1000000");

  private static final int SESSIONS_PER_YEAR = 252;
  private static final long MILLI = 1_000_000L;

  private Assumptions() {}

  /** No models at all. */
  static RunSpec none(StrategySpec strategy) {
    return RunSpec.of(
        strategy,
        RunCalendar.of(QuoteTape.sessions(), SESSIONS_PER_YEAR),
        MarketSpec.FRICTIONLESS,
        DeskSpec.unlimited(START_CASH));
  }

  /** All that can be switched on and leaves the strategy trading. */
  static RunSpec all(StrategySpec strategy) {
    return none(strategy)
        .withMarket(market())
        .withDesk(desk())
        .withBenchmark(QuoteTape.SYMBOL)
        .withSeed(7);
  }

  /** All of it, and bars of a minute built from the ticks. */
  static RunSpec allWithBars(StrategySpec strategy) {
    return all(strategy).withBars(BarRule.parse("1m"));
  }

  private static MarketSpec market() {
    return MarketSpec.FRICTIONLESS
        .withLatency(latency())
        .withExecution(ExecutionSpec.STANDARD.withResidual(ResidualRule.WALKS))
        .withSlippage(new NoisySlippage(new SlippageSpread(2_500), 0.5))
        .withFees(
            new FeeTiered(
                List.of(
                    new FeeTiered.Tier(BigDecimal.ZERO, makerTaker("-0.1", "0.3")),
                    new FeeTiered.Tier(new BigDecimal("100000"), makerTaker("-0.2", "0.25")))))
        .withFinancing(
            new FinancingSpec(BigDecimal.ZERO, decimal("50"), decimal("600"), decimal("300"), 360));
  }

  /** Drawn delays: of data about a millisecond, of orders and reports about two. */
  static LatencySpec latency() {
    return new LatencySpec(
        new UniformDelay(MILLI / 2, 2 * MILLI),
        new LogNormalDelay(2 * MILLI, 0.4, 50 * MILLI),
        new ShiftedExponentialDelay(MILLI, 2 * MILLI));
  }

  private static DeskSpec desk() {
    RiskSpec limits =
        new RiskSpec(decimal("500"), decimal("1000"), decimal("1000000"))
            .withPositionNotional(decimal("1000000"))
            .withCollarBps(decimal("1000"))
            .withExposure(ExposureSpec.NONE.withLeverage(decimal("2")).withNet(decimal("1000000")))
            .withFlow(OrderFlow.NONE.withRate(1_000, 1_000 * MILLI).withOpenOrders(100));
    return DeskSpec.unlimited(START_CASH)
        .withAccount(AccountSpec.margin(decimal("0.5"), decimal("0.25")))
        .withRisk(limits)
        .withAccountGuard(
            new AccountGuardSpec(
                LossLimit.at(Threshold.ofShare(decimal("0.5"))),
                LossLimit.at(Threshold.ofShare(decimal("0.5")))))
        .withPositionGuard(
            PositionGuardSpec.NONE
                .withStopLoss(Threshold.ofShare(decimal("0.05")))
                .withTakeProfit(Threshold.ofShare(decimal("0.1")))
                .withTrailing(Threshold.ofShare(decimal("0.04"))));
  }

  private static FeeMakerTaker makerTaker(String makerBps, String takerBps) {
    return new FeeMakerTaker(decimal(makerBps), decimal(takerBps));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
