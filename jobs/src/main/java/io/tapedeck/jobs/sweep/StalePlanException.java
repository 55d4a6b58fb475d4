package io.tapedeck.jobs.sweep;

/** A stored plan that cannot be carried out any more; the message says why and what to do. */
public final class StalePlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private StalePlanException(StoredPlan plan, String why) {
    super(
        "plan "
            + plan.planId()
            + " of sweep "
            + plan.name()
            + " cannot be carried out: "
            + why
            + "; run its job: tapedeck sweep JOB");
  }

  /** A plan of a version that kept neither the job nor the versions. */
  static StalePlanException withoutJob(StoredPlan plan) {
    return new StalePlanException(plan, "it was stored without its job and table versions");
  }

  /** Versions that are gone, or a job that is not taken. */
  static StalePlanException unreadable(StoredPlan plan, RuntimeException why) {
    StalePlanException stale = new StalePlanException(plan, why.getMessage());
    stale.initCause(why);
    return stale;
  }

  /** Something that decides about runs is not what it was. */
  static StalePlanException changed(StoredPlan plan, String what) {
    return new StalePlanException(plan, what);
  }
}
