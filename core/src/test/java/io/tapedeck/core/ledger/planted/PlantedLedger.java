package io.tapedeck.core.ledger.planted;

import io.tapedeck.core.replay.RunSpec;

/** A violation: a stage that knows the composition. */
public final class PlantedLedger {
  private PlantedLedger() {}

  public static int sessions(RunSpec spec) {
    return spec.calendar().sessions().size();
  }
}
