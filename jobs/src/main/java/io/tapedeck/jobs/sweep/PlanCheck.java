package io.tapedeck.jobs.sweep;

/**
 * Whether a sweep is what its row says.
 *
 * @param plan its row
 * @param tally what became of its runs, counted now
 * @param verdict the answer
 * @param why what is wrong, with the remedy; empty if nothing is
 */
public record PlanCheck(StoredPlan plan, PlanTally tally, Verdict verdict, String why) {
  /** The answer, from the worst to the best. */
  public enum Verdict {
    /** Tables say different things. */
    DISAGREES,
    /** Runs are missing or abandoned, or nobody has merged them. */
    UNFINISHED,
    /** All is there, and some runs failed. */
    SOME_FAILED,
    /** All is there, and every run completed. */
    COMPLETE
  }

  /**
   * Compares counts.
   *
   * @param withMetrics completed runs whose metrics are there
   */
  static PlanCheck of(StoredPlan plan, PlanTally now, long withMetrics) {
    PlanTally stored = plan.tally();
    if (now.planned() != stored.planned()) {
      return disagrees(
          plan, now, "sweep_runs has " + now.planned() + " runs, sweeps says " + stored.planned());
    }
    if (withMetrics != now.completed()) {
      return disagrees(
          plan, now, now.completed() + " runs are completed, " + withMetrics + " have metrics");
    }
    if (plan.isDone() && !now.equals(stored)) {
      return disagrees(plan, now, "runs has " + counts(now) + ", sweeps says " + counts(stored));
    }
    if (now.missing() + now.abandoned() > 0) {
      String why = now.missing() + " runs are missing, " + now.abandoned() + " abandoned";
      return new PlanCheck(plan, now, Verdict.UNFINISHED, why + ": run its shards again");
    }
    if (!plan.isDone()) {
      String why = "all runs are there, but nobody merged them: tapedeck sweep --plan ";
      return new PlanCheck(plan, now, Verdict.UNFINISHED, why + plan.planId());
    }
    return now.failed() > 0
        ? new PlanCheck(plan, now, Verdict.SOME_FAILED, now.failed() + " runs failed")
        : new PlanCheck(plan, now, Verdict.COMPLETE, "");
  }

  private static PlanCheck disagrees(StoredPlan plan, PlanTally now, String why) {
    return new PlanCheck(plan, now, Verdict.DISAGREES, "the tables disagree: " + why);
  }

  private static String counts(PlanTally tally) {
    return tally.completed()
        + " completed, "
        + tally.failed()
        + " failed, "
        + tally.abandoned()
        + " abandoned";
  }
}
