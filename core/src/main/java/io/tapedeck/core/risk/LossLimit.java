package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.order.TradingState;
import java.io.Serializable;

/**
 * A loss of the account at which it stops trading.
 *
 * @param threshold loss in money, or as a share of the equity it is counted from
 * @param state what the account becomes: REDUCING or HALTED
 * @param positions what becomes of what is held
 */
@Model("A loss at which the account stops; a threshold alone halts and keeps positions.")
public record LossLimit(
    @Setting(value = "the loss", name = "at", unit = "currency, or % of equity", range = "above 0")
        Threshold threshold,
    @Setting(
            value = "what the account becomes: REDUCING or HALTED",
            name = "then",
            standard = "HALTED")
        TradingState state,
    @Setting(value = "what becomes of what is held", standard = "KEPT") Positions positions)
    implements Serializable {
  /** What becomes of positions when a limit is reached. */
  public enum Positions {
    @Model("They stay.")
    KEPT,
    @Model("They are closed at the market.")
    FLATTENED
  }

  public static final LossLimit NONE =
      new LossLimit(Threshold.NONE, TradingState.HALTED, Positions.KEPT);

  public LossLimit {
    Require.that(
        state != TradingState.ACTIVE, "a loss limit must reduce or halt trading, was %s", state);
  }

  /** Halts trading at this loss and keeps what is held. */
  public static LossLimit at(Threshold threshold) {
    return new LossLimit(threshold, TradingState.HALTED, Positions.KEPT);
  }

  public LossLimit becoming(TradingState next) {
    return new LossLimit(threshold, next, positions);
  }

  public LossLimit flattening() {
    return new LossLimit(threshold, state, Positions.FLATTENED);
  }
}
