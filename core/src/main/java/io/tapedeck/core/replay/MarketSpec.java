package io.tapedeck.core.replay;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.cost.FeeSchedule;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.ExecutionSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.NoSlippage;
import io.tapedeck.core.execution.SlippageSpec;
import java.io.Serializable;

/**
 * All that a run assumes about the market's answer, and what it costs.
 *
 * @param latency delays of data, orders and reports
 * @param execution how orders are filled
 * @param slippage slippage of fills that take liquidity
 * @param fees fee schedule
 * @param financing what holding positions and cash over night costs
 * @param mark at which price positions are valued
 */
public record MarketSpec(
    LatencySpec latency,
    ExecutionSpec execution,
    SlippageSpec slippage,
    FeeSchedule fees,
    FinancingSpec financing,
    MarkRule mark)
    implements Serializable {
  /** No delay, no cost, fills as the tape shows them: the most optimistic assumptions. */
  public static final MarketSpec FRICTIONLESS =
      new MarketSpec(
          LatencySpec.NONE,
          ExecutionSpec.STANDARD,
          new NoSlippage(),
          new NoFees(),
          FinancingSpec.NONE,
          MarkRule.AUTO);

  public MarketSpec {
    Require.that(
        latency != null
            && execution != null
            && slippage != null
            && fees != null
            && financing != null
            && mark != null,
        "latency, execution, slippage, fees, financing and mark must be given");
  }

  public MarketSpec withLatency(LatencySpec newLatency) {
    return new MarketSpec(newLatency, execution, slippage, fees, financing, mark);
  }

  public MarketSpec withExecution(ExecutionSpec newExecution) {
    return new MarketSpec(latency, newExecution, slippage, fees, financing, mark);
  }

  public MarketSpec withSlippage(SlippageSpec newSlippage) {
    return new MarketSpec(latency, execution, newSlippage, fees, financing, mark);
  }

  public MarketSpec withFees(FeeSchedule newFees) {
    return new MarketSpec(latency, execution, slippage, newFees, financing, mark);
  }

  public MarketSpec withFinancing(FinancingSpec newFinancing) {
    return new MarketSpec(latency, execution, slippage, fees, newFinancing, mark);
  }

  public MarketSpec withMark(MarkRule newMark) {
    return new MarketSpec(latency, execution, slippage, fees, financing, newMark);
  }
}
