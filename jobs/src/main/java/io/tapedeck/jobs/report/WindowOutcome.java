package io.tapedeck.jobs.report;

import io.tapedeck.core.metrics.RunMetrics;

/** What a set came to over one window. */
public sealed interface WindowOutcome {
  /** The run came to its end. */
  record Figures(String runId, RunMetrics metrics) implements WindowOutcome {}

  /** There are no figures, and why: the run failed, or it was not made. */
  record NoFigures(String reason) implements WindowOutcome {}
}
