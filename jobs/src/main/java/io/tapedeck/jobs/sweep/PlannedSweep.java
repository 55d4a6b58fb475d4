package io.tapedeck.jobs.sweep;

import io.tapedeck.core.replay.EngineVersion;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.scan.ScanException;
import io.tapedeck.lake.table.Lake;
import java.util.List;
import java.util.Locale;

/** A sweep taken up by the id of its plan: needs no job file, and reads the versions it pinned. */
public final class PlannedSweep {
  private final Lake lake;
  private final StoredPlan plan;

  private PlannedSweep(Lake lake, StoredPlan plan) {
    this.lake = lake;
    this.plan = plan;
  }

  /**
   * The sweep of this lake whose id, or whose plan's, begins so.
   *
   * @throws UsageException if none or several do
   */
  public static PlannedSweep find(Lake lake, String idPrefix) {
    List<StoredPlan> found =
        new PlanStore(lake, CommitSteps.SILENT).find(idPrefix.toLowerCase(Locale.ROOT));
    if (found.size() != 1) {
      throw UsageException.of(
          (found.isEmpty() ? "no sweep or plan" : "more than one sweep or plan")
              + " of the lake "
              + lake.root()
              + " has an id that begins with '"
              + idPrefix
              + "': see tapedeck runs");
    }
    return new PlannedSweep(lake, found.get(0));
  }

  /** The lake as it is now. */
  public Lake lake() {
    return lake;
  }

  /** Its plan, as the table has it. */
  public StoredPlan plan() {
    return plan;
  }

  /**
   * The sweep, made anew from its stored job over the versions of then.
   *
   * @throws StalePlanException if that is another sweep now, or cannot be read any more
   */
  public Sweep open() {
    if (!plan.isSelfContained()) {
      throw StalePlanException.withoutJob(plan);
    }
    Sweep sweep;
    try {
      SweepSpec spec = SweepSpec.parse(plan.job(), "job of plan " + plan.planId(), lake.root());
      sweep = Sweep.of(lake.asOf(plan.versions()), spec);
    } catch (ScanException | UsageException refused) {
      throw StalePlanException.unreadable(plan, refused);
    }
    if (!sweep.id().equals(plan.sweepId())) {
      throw StalePlanException.changed(plan, difference(sweep));
    }
    return sweep;
  }

  /** Whether all its runs are there. Computes and writes nothing. */
  public PlanCheck verify() {
    PlannedRuns runs = new PlannedRuns(lake, plan.sweepId());
    return PlanCheck.of(plan, runs.tally(), runs.withMetrics());
  }

  private String difference(Sweep sweep) {
    if (!sweep.context().strategyDigest().equals(plan.strategyDigest())) {
      return "the classes of strategy "
          + plan.strategy()
          + " are not those of the plan (give the --jars of then)";
    }
    if (EngineVersion.SEMANTICS != plan.engineSemantics()) {
      return "this engine's rules are version "
          + EngineVersion.SEMANTICS
          + ", the plan was made under version "
          + plan.engineSemantics();
    }
    return "its job over its table versions is sweep "
        + sweep.id()
        + " now, not "
        + plan.sweepId()
        + ": the contents of those versions, a calendar by rule or the meaning of its job changed";
  }
}
