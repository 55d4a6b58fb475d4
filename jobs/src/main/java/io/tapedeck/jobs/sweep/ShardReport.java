package io.tapedeck.jobs.sweep;

/**
 * What a shard of a sweep came to.
 *
 * @param sweepId the sweep
 * @param planId its plan
 * @param shard which share
 * @param chunks chunks of the share
 * @param computed runs computed now
 * @param tally what became of the share's runs, by this and by earlier tries
 * @param tickLanes ticks times parameter sets replayed now
 * @param seconds wall time
 */
public record ShardReport(
    String sweepId,
    String planId,
    Shard shard,
    int chunks,
    long computed,
    PlanTally tally,
    long tickLanes,
    double seconds) {}
