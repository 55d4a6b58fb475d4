package io.tapedeck.core.execution.planted;

import io.tapedeck.core.ledger.planted.PlantedLedger;

/** A violation: a stage that knows another. */
final class PlantedVenue {
  private PlantedVenue() {}

  static Class<?> books() {
    return PlantedLedger.class;
  }
}
