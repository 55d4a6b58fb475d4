package io.tapedeck.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.sweep.PlanCheck.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plan of ten runs. */
class PlanCheckTest {
  private static final PlanTally NOT_COUNTED = new PlanTally(10, 0, 0, 0);

  @Test
  void missingAndAbandonedRunsAreToBeComputed() {
    PlanCheck check = PlanCheck.of(running(), new PlanTally(10, 6, 1, 1), 6);

    assertThat(check.verdict()).isEqualTo(Verdict.UNFINISHED);
    // 10 planned less 6 + 1 + 1 committed
    assertThat(check.why()).isEqualTo("2 runs are missing, 1 abandoned: run its shards again");
  }

  @Test
  void allRunsWithoutAMergeAreNotFinished() {
    PlanCheck check = PlanCheck.of(running(), new PlanTally(10, 10, 0, 0), 10);

    assertThat(check.verdict()).isEqualTo(Verdict.UNFINISHED);
    assertThat(check.why()).endsWith("tapedeck sweep --plan p");
  }

  @Test
  void aFinishedSweepIsCompleteOrHasFailures() {
    PlanTally complete = new PlanTally(10, 10, 0, 0);
    PlanTally failures = new PlanTally(10, 7, 3, 0);

    assertThat(PlanCheck.of(done(complete), complete, 10).verdict()).isEqualTo(Verdict.COMPLETE);
    PlanCheck some = PlanCheck.of(done(failures), failures, 7);
    assertThat(some.verdict()).isEqualTo(Verdict.SOME_FAILED);
    assertThat(some.why()).isEqualTo("3 runs failed");
  }

  @Test
  void tablesThatDisagreeAreNamed() {
    PlanTally stored = new PlanTally(10, 10, 0, 0);

    assertThat(PlanCheck.of(done(stored), new PlanTally(10, 9, 0, 0), 9).why())
        .isEqualTo(
            "the tables disagree: runs has 9 completed, 0 failed, 0 abandoned, sweeps says"
                + " 10 completed, 0 failed, 0 abandoned");
    assertThat(PlanCheck.of(done(stored), new PlanTally(11, 11, 0, 0), 11).why())
        .isEqualTo("the tables disagree: sweep_runs has 11 runs, sweeps says 10");
    assertThat(PlanCheck.of(done(stored), stored, 9).why())
        .isEqualTo("the tables disagree: 10 runs are completed, 9 have metrics");
    assertThat(PlanCheck.of(done(stored), stored, 9).verdict()).isEqualTo(Verdict.DISAGREES);
  }

  private static StoredPlan running() {
    return plan(Sweep.RUNNING, NOT_COUNTED);
  }

  private static StoredPlan done(PlanTally tally) {
    return plan(Sweep.DONE, tally);
  }

  private static StoredPlan plan(String state, PlanTally tally) {
    return new StoredPlan("s", "p", "", "x", state, 5, 1, 1, tally, "{}", Map.of(), "", 1);
  }
}
