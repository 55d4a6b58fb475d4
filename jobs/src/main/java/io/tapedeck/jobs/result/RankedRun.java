package io.tapedeck.jobs.result;

import java.util.List;
import java.util.Map;

/**
 * A parameter set in the ranking of a sweep.
 *
 * @param rank from 1
 * @param position in the grid
 * @param symbols instruments of the account
 * @param parameters every parameter
 * @param runId the run it is ranked by
 * @param metrics of that run, by column
 * @param testRunId the run on the dates kept apart; empty if there is none
 * @param testMetrics of that run; empty if there is none
 */
public record RankedRun(
    int rank,
    long position,
    List<String> symbols,
    Map<String, String> parameters,
    String runId,
    Map<String, Object> metrics,
    String testRunId,
    Map<String, Object> testMetrics) {}
