package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RunStatus;
import java.util.Map;

/**
 * What became of planned runs so far.
 *
 * @param planned runs of the plan
 * @param completed runs with results
 * @param failed runs that could not go on, which is final
 * @param abandoned runs to be tried again
 */
public record PlanTally(long planned, long completed, long failed, long abandoned) {
  /** The tally of rows counted by status; a run that is not committed has none. */
  static PlanTally of(Map<String, Long> statuses) {
    return new PlanTally(
        statuses.values().stream().mapToLong(Long::longValue).sum(),
        statuses.getOrDefault(RunStatus.COMPLETED.name(), 0L),
        statuses.getOrDefault(RunStatus.FAILED.name(), 0L),
        statuses.getOrDefault(RunStatus.ABANDONED.name(), 0L));
  }

  /** Runs with a row in `runs`. */
  public long committed() {
    return completed + failed + abandoned;
  }

  /** Runs without. */
  public long missing() {
    return planned - committed();
  }
}
