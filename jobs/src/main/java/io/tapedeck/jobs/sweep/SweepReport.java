package io.tapedeck.jobs.sweep;

import java.util.Map;

/**
 * What a sweep came to.
 *
 * @param sweepId its id
 * @param planId the plan in force
 * @param sets parameter sets tried
 * @param runs runs of the sweep
 * @param computed runs computed now; the others were there
 * @param completed runs with results
 * @param failed runs that could not go on
 * @param abandoned runs to be tried again
 * @param tickLanes ticks times parameter sets replayed now
 * @param seconds wall time of now's computation
 * @param warnings runs by warning
 * @param failures runs that failed or were abandoned, by reason and detail; some of them
 */
public record SweepReport(
    String sweepId,
    String planId,
    long sets,
    long runs,
    long computed,
    long completed,
    long failed,
    long abandoned,
    long tickLanes,
    double seconds,
    Map<String, Long> warnings,
    Map<String, Long> failures) {}
