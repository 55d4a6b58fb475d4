package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.identity.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * How a sweep is cut; stored before the first task and never cut anew.
 *
 * @param id digest of the units
 * @param units largest first
 */
public record SweepPlan(String id, List<PlannedUnit> units) {
  private static final int ID_DIGITS = 32;

  public SweepPlan {
    units = List.copyOf(units);
  }

  static SweepPlan of(String sweepId, List<PlannedUnit> units) {
    List<Object> terms = new ArrayList<>(List.of(sweepId));
    for (PlannedUnit unit : units) {
      terms.add(
          List.of(
              unit.chunk(),
              unit.symbols(),
              unit.window().label(),
              unit.window().first().toString(),
              unit.window().last().toString(),
              unit.fromPosition(),
              unit.toPosition()));
    }
    return new SweepPlan(Sha256.ofJson(terms).substring(0, ID_DIGITS), units);
  }

  public int chunks() {
    return units.stream().mapToInt(PlannedUnit::chunk).max().orElse(-1) + 1;
  }

  public long ticks() {
    return units.stream().mapToLong(PlannedUnit::ticks).sum();
  }

  public long tickLanes() {
    return units.stream().mapToLong(PlannedUnit::tickLanes).sum();
  }

  public long runs() {
    return units.stream().mapToLong(PlannedUnit::sets).sum();
  }

  /** The units of a chunk, in order. */
  List<PlannedUnit> chunk(int chunk) {
    return units.stream().filter(unit -> unit.chunk() == chunk).toList();
  }
}
