package io.tapedeck.core.replay;

import io.tapedeck.core.market.TapeBatch;

/** A run that could not begin. */
record FailedLane(RunOutcome.Failed outcome) implements ReplayLane {
  @Override
  public void accept(TapeBatch batch) {}

  @Override
  public RunOutcome finish() {
    return outcome;
  }
}
