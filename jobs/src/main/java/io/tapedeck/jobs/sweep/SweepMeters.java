package io.tapedeck.jobs.sweep;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * The accumulators of a sweep, by the names under which Spark's pages show them beside each stage
 * and task. A task that is repeated counts again; the tables have what was committed.
 *
 * @param ticks events handed to the engine
 * @param tickLanes ticks times parameter sets, as planned
 * @param lanes parameter sets replayed
 * @param decodeNanos time spent reading tapes, nanoseconds of all tasks
 * @param unit the unit of a task
 */
record SweepMeters(
    LongAccumulator ticks,
    LongAccumulator tickLanes,
    LongAccumulator lanes,
    LongAccumulator decodeNanos,
    UnitLabel unit)
    implements Serializable {
  static final String TICKS = "ticks";
  static final String TICK_LANES = "tick-lanes";
  static final String LANES = "lanes";
  static final String DECODE_NANOS = "decode nanoseconds";
  static final String UNIT = "unit";

  /** New accumulators, at zero. */
  static SweepMeters of(SparkContext spark) {
    UnitLabel unit = new UnitLabel();
    spark.register(unit, UNIT);
    return new SweepMeters(
        spark.longAccumulator(TICKS),
        spark.longAccumulator(TICK_LANES),
        spark.longAccumulator(LANES),
        spark.longAccumulator(DECODE_NANOS),
        unit);
  }

  /** A unit was replayed. */
  void count(UnitWork work, UnitMeter meter) {
    ticks.add(meter.ticks());
    tickLanes.add(work.tickLanes());
    lanes.add((long) meter.lanes());
    decodeNanos.add(meter.decodeNanos());
    unit.add(work.unit().label());
  }
}
