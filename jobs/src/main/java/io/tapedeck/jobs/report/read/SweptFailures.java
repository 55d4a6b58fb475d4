package io.tapedeck.jobs.report.read;

import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.Failures;
import io.tapedeck.jobs.report.ReportModel.Reason;
import io.tapedeck.jobs.report.read.SweptSet.SweptRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs of a sweep without figures: all of them counted by reason, the first of them told. */
final class SweptFailures {
  private static final int MOST_SHOWN = 100;
  private static final int MOST_REASONS = 20;
  private static final int ID_LENGTH = 12;

  private final List<SweptSet> sets;
  private final List<String> names;

  SweptFailures(List<SweptSet> sets, List<String> names) {
    this.sets = sets;
    this.names = names;
  }

  Failures failures() {
    Map<String, Long> reasons = new TreeMap<>();
    List<FailedRun> shown = new ArrayList<>();
    for (SweptSet set : sets) {
      for (SweptRun run : set.runs().values()) {
        if (!run.isCompleted()) {
          reasons.merge(run.reason(), 1L, Long::sum);
          if (shown.size() < MOST_SHOWN) {
            shown.add(failed(set, run));
          }
        }
      }
    }
    return new Failures(
        reasons.values().stream().mapToLong(Long::longValue).sum(),
        reasons.entrySet().stream()
            .map(reason -> new Reason(reason.getKey(), reason.getValue()))
            .sorted(Comparator.comparingLong(Reason::runs).reversed())
            .limit(MOST_REASONS)
            .toList(),
        shown);
  }

  private FailedRun failed(SweptSet set, SweptRun run) {
    String parameters =
        names.stream().map(name -> name + " " + set.value(name)).collect(Collectors.joining(", "));
    return new FailedRun(
        run.runId().substring(0, ID_LENGTH), parameters, run.reason(), run.detail());
  }
}
