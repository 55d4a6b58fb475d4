package io.tapedeck.core.cost;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.market.Instrument;

/** Trading is free: an optimistic assumption that a run carries as a warning. */
@Model(name = "none", value = "Trading is free; a warning.")
public record NoFees() implements FeeSchedule {
  @Override
  public FeeModel in(Instrument instrument) {
    return (side, notional, lots, liquidity, periodNotional) -> 0;
  }
}
