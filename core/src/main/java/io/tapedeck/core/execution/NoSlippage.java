package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.market.Instrument;

/** Fills are at their reference price: an optimistic assumption that a run carries as a warning. */
@Model(name = "none", value = "Fills are at their reference price; a warning.")
public record NoSlippage() implements SlippageSpec {
  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) -> 0;
  }

  @Override
  public boolean isNone() {
    return true;
  }
}
