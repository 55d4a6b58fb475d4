package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.sweep.PlanCheck;
import io.tapedeck.jobs.sweep.PlanTally;
import io.tapedeck.jobs.sweep.ShardReport;
import io.tapedeck.jobs.sweep.StoredPlan;
import io.tapedeck.jobs.sweep.SweepReport;
import io.tapedeck.jobs.sweep.SweepSpec;
import io.tapedeck.lake.table.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The final objects of the parts of a sweep. */
final class SweepAnswer {
  private static final String SHARDS = "shards";

  private SweepAnswer() {}

  /** Of a whole sweep, or of the merge of its shards. */
  static Map<String, Object> of(SweepSpec spec, SweepReport report, List<RankedRun> best) {
    Map<String, Object> answer = ids(report.sweepId(), report.planId());
    answer.put("name", spec.job().name());
    answer.put("strategy", JobSpec.title(spec.job().named()));
    answer.put("sets", report.sets());
    answer.put("runs", report.runs());
    answer.put("computed", report.computed());
    answer.put("completed", report.completed());
    answer.put("failed", report.failed());
    answer.put("abandoned", report.abandoned());
    answer.put(Columns.TICK_LANES, report.tickLanes());
    answer.put("seconds", report.seconds());
    answer.put("rank", spec.rank().column());
    answer.put("warnings", report.warnings());
    answer.put("failures", report.failures());
    answer.put("best", best);
    return answer;
  }

  /**
   * Of a plan.
   *
   * @param shards as many as were asked for, or as have work
   */
  static Map<String, Object> of(StoredPlan plan, int shards) {
    Map<String, Object> answer = ids(plan.sweepId(), plan.planId());
    answer.put("name", plan.name());
    answer.put("state", plan.state());
    answer.put("sets", plan.sets());
    answer.put("runs", plan.tally().planned());
    answer.put("units", plan.units());
    answer.put("chunks", plan.chunks());
    answer.put(Columns.TABLE_VERSIONS, plan.tableVersions());
    answer.put(SHARDS, shards);
    return answer;
  }

  /** Of a shard. */
  static Map<String, Object> of(ShardReport report) {
    Map<String, Object> answer = ids(report.sweepId(), report.planId());
    answer.put("shard", report.shard().toString());
    answer.put("chunks", report.chunks());
    answer.put("runs", report.tally().planned());
    answer.put("computed", report.computed());
    count(answer, report.tally());
    answer.put("seconds", report.seconds());
    return answer;
  }

  /** Of a check. */
  static Map<String, Object> of(PlanCheck check, ExitCode code) {
    Map<String, Object> answer = ids(check.plan().sweepId(), check.plan().planId());
    answer.put("state", check.plan().state());
    answer.put("planned", check.tally().planned());
    answer.put("committed", check.tally().committed());
    count(answer, check.tally());
    answer.put("verified", code == ExitCode.DONE);
    answer.put("why", check.why());
    return answer;
  }

  private static void count(Map<String, Object> answer, PlanTally tally) {
    answer.put("completed", tally.completed());
    answer.put("failed", tally.failed());
    answer.put("abandoned", tally.abandoned());
  }

  private static Map<String, Object> ids(String sweepId, String planId) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(Columns.SWEEP_ID, sweepId);
    answer.put(Columns.PLAN_ID, planId);
    return answer;
  }
}
