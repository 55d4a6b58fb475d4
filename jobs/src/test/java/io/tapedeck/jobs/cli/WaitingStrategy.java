package io.tapedeck.jobs.cli;

import io.tapedeck.core.market.Universe;
import io.tapedeck.core.strategy.Parameter;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;

/** A strategy of somebody else's jar, which never trades. */
public final class WaitingStrategy implements StrategyProvider {
  /** How long it waits. */
  public record Params(
      @Parameter(value = "how long", unit = "sessions", range = "at least 1", standard = "5")
          int patience)
      implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      return new Strategy() {};
    }
  }

  @Override
  public String name() {
    return "waiting";
  }

  @Override
  public String summary() {
    return "Waits.";
  }

  @Override
  public Class<Params> parameters() {
    return Params.class;
  }
}
