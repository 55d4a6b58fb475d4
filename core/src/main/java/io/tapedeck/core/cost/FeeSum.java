package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.util.List;

/**
 * Several schedules at once, as a commission and a duty. Each part is rounded on its own, as it is
 * billed by another party.
 *
 * @param parts at least one
 */
@Model(name = "sum", value = "Several schedules at once; a list means it.")
public record FeeSum(@Setting("each rounded on its own") List<FeeSchedule> parts)
    implements FeeSchedule {
  public FeeSum {
    parts = List.copyOf(parts);
    Require.that(!parts.isEmpty(), "a sum of fees needs at least one part");
  }

  @Override
  public FeeModel in(Instrument instrument) {
    FeeModel[] models = parts.stream().map(part -> part.in(instrument)).toArray(FeeModel[]::new);
    return (side, notional, lots, liquidity, periodNotional) -> {
      long sum = 0;
      for (FeeModel model : models) {
        sum = Math.addExact(sum, model.fee(side, notional, lots, liquidity, periodNotional));
      }
      return sum;
    };
  }
}
