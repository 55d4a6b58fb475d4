package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * When a position is closed without being asked.
 *
 * @param stopLoss unrealised loss, in money or as a share of what the position cost
 * @param takeProfit unrealised profit, in money or as a share of what the position cost
 * @param trailing what was given back since the best price, in money or as a share of what the
 *     position was worth at it
 * @param maxHeldNanos longest a position is held; positive, {@link Long#MAX_VALUE} for no end
 * @param maxHeldSessions most session opens a position is held through; positive, {@link
 *     Integer#MAX_VALUE} for no end
 */
@Model("When a position is closed without being asked.")
public record PositionGuardSpec(
    @Setting(value = "unrealised loss", unit = "currency, or % of cost", range = "above 0")
        Threshold stopLoss,
    @Setting(value = "unrealised profit", unit = "currency, or % of cost", range = "above 0")
        Threshold takeProfit,
    @Setting(
            value = "given back since the best price",
            unit = "currency, or % of value",
            range = "above 0")
        Threshold trailing,
    @Setting(value = "longest a position is held", range = "above 0") long maxHeldNanos,
    @Setting(
            value = "most session opens a position is held through",
            unit = "sessions",
            range = "above 0")
        int maxHeldSessions)
    implements Serializable {
  public static final PositionGuardSpec NONE =
      new PositionGuardSpec(
          Threshold.NONE, Threshold.NONE, Threshold.NONE, Long.MAX_VALUE, Integer.MAX_VALUE);

  public PositionGuardSpec {
    Require.that(maxHeldNanos > 0, "maxHeldNanos must be positive, was %d", maxHeldNanos);
    Require.that(maxHeldSessions > 0, "maxHeldSessions must be positive, was %d", maxHeldSessions);
  }

  public PositionGuardSpec withStopLoss(Threshold loss) {
    return new PositionGuardSpec(loss, takeProfit, trailing, maxHeldNanos, maxHeldSessions);
  }

  public PositionGuardSpec withTakeProfit(Threshold profit) {
    return new PositionGuardSpec(stopLoss, profit, trailing, maxHeldNanos, maxHeldSessions);
  }

  public PositionGuardSpec withTrailing(Threshold givenBack) {
    return new PositionGuardSpec(stopLoss, takeProfit, givenBack, maxHeldNanos, maxHeldSessions);
  }

  public PositionGuardSpec withMaxHeldNanos(long nanos) {
    return new PositionGuardSpec(stopLoss, takeProfit, trailing, nanos, maxHeldSessions);
  }

  public PositionGuardSpec withMaxHeldSessions(int sessions) {
    return new PositionGuardSpec(stopLoss, takeProfit, trailing, maxHeldNanos, sessions);
  }
}
