package io.tapedeck.jobs.sweep;

import java.io.Serializable;

/** A unit and which of its runs are to be computed. */
final class UnitWork implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PlannedUnit unit;
  private final long[] positions;

  /**
   * Work on a unit.
   *
   * @param positions of the runs that are missing, ascending; not copied
   */
  UnitWork(PlannedUnit unit, long[] positions) {
    this.unit = unit;
    this.positions = positions;
  }

  PlannedUnit unit() {
    return unit;
  }

  /** Not to be changed. */
  long[] positions() {
    return positions;
  }

  long tickLanes() {
    return unit.ticks() * positions.length;
  }
}
