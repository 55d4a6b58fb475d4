package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.sweep.Shard;
import picocli.CommandLine.Option;

/** Which part of a sweep's way is asked for, to be mixed into the verb. */
public final class PlanOptions {
  /** A part of the way. */
  enum Part {
    /** From the job to the ranking. */
    WHOLE,
    /** From the job to the stored plan. */
    PLAN,
    /** A share of a stored plan. */
    SHARD,
    /** What is left of a stored plan, and the ranking. */
    MERGE,
    /** Whether all of a stored plan is there. */
    VERIFY
  }

  private static final int MOST_SHARDS = 100_000;

  @Option(
      names = "--plan-only",
      description = "Stores the plan of the job and computes nothing; a plan in force stays.")
  private boolean planOnly;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "With --plan-only: cuts the plan so that N shards have work. Default: 1.")
  private Integer shards;

  @Option(
      names = "--plan",
      paramLabel = "ID",
      description = {
        "Goes on with a stored plan, by the beginning of its id or its sweep's. Needs no job file,",
        "and reads the versions of the tables that the plan pinned."
      })
  private String plan;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "With --plan: computes every N-th chunk from the I-th; others may run beside.")
  private String shard;

  @Option(
      names = "--verify",
      description = "With --plan: computes nothing; exit 0 if every run is there and completed.")
  private boolean verify;

  /**
   * The part asked for.
   *
   * @throws UsageException if options stand together that do not belong together
   */
  Part part(JobOptions job) {
    if (plan == null) {
      refuse(shard != null, "--shard needs a stored plan: give --plan ID");
      refuse(verify, "--verify needs a stored plan: give --plan ID");
      refuse(shards != null && !planOnly, "--shards is for --plan-only");
      return planOnly ? Part.PLAN : Part.WHOLE;
    }
    refuse(planOnly || shards != null, "--plan names a plan that is stored: leave --plan-only out");
    refuse(job.areGiven(), "--plan has its job stored: leave JOB and --set out");
    refuse(shard != null && verify, "--shard computes and --verify does not: give one of them");
    return shard != null ? Part.SHARD : verify ? Part.VERIFY : Part.MERGE;
  }

  /** Shards that the plan should have work for. */
  int shards() {
    int asked = shards == null ? 1 : shards;
    refuse(asked < 1 || asked > MOST_SHARDS, "--shards must be 1 to 100000, was " + asked);
    return asked;
  }

  /** The beginning of an id. */
  String plan() {
    refuse(plan.isBlank(), "--plan needs an id, or the beginning of one");
    return plan.strip();
  }

  Shard shard() {
    try {
      return Shard.parse(shard);
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of("--shard: " + malformed.getMessage());
    }
  }

  private static void refuse(boolean isWrong, String sentence) {
    if (isWrong) {
      throw UsageException.of(sentence);
    }
  }
}
