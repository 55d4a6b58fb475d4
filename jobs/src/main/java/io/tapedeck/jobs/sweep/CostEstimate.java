package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;

/**
 * What a sweep should cost.
 *
 * @param runs number of runs
 * @param units number of units
 * @param chunks number of chunks
 * @param ticks rows decoded, by all units
 * @param tickLanes ticks times parameter sets
 * @param tickLanesPerSecond rate of a core, measured in earlier sweeps or assumed
 * @param isMeasured whether it was measured
 * @param coreSeconds work of all units
 * @param resultBytes bytes of result tables, roughly
 */
public record CostEstimate(
    long runs,
    int units,
    int chunks,
    long ticks,
    long tickLanes,
    double tickLanesPerSecond,
    boolean isMeasured,
    double coreSeconds,
    long resultBytes) {
  /** Of a core, until a sweep has measured it: the reference engine, with orders. */
  static final double TICK_LANES_A_SECOND = 10e6;

  /** Of a core: from Parquet to merged batches. */
  private static final double TICKS_A_SECOND = 3e6;

  /** Compressed bytes of a run's rows; details are a guess from usual numbers of fills. */
  private static final long RUN_BYTES = 600;

  private static final long DAY_BYTES = 40;
  private static final long FILLS_BYTES = 20_000;
  private static final long FULL_BYTES = 200_000;

  static CostEstimate of(
      SweepPlan plan, double measuredRate, RecordLevel level, long sessionsOfAllRuns) {
    boolean isMeasured = measuredRate > 0;
    double rate = isMeasured ? measuredRate : TICK_LANES_A_SECOND;
    double decoding = isMeasured ? 0 : plan.ticks() / TICKS_A_SECOND;
    long bytes = plan.runs() * RUN_BYTES;
    bytes += level.includes(RecordLevel.DAILY) ? sessionsOfAllRuns * DAY_BYTES : 0;
    bytes += level.includes(RecordLevel.FILLS) ? plan.runs() * FILLS_BYTES : 0;
    bytes += level.includes(RecordLevel.FULL) ? plan.runs() * FULL_BYTES : 0;
    return new CostEstimate(
        plan.runs(),
        plan.units().size(),
        plan.chunks(),
        plan.ticks(),
        plan.tickLanes(),
        rate,
        isMeasured,
        decoding + plan.tickLanes() / rate,
        bytes);
  }
}
