package io.tapedeck.lake.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import org.apache.spark.sql.types.DataTypes;

/** Schemas of the tables that describe sweeps themselves. */
final class SweepSchemas {
  private SweepSchemas() {}

  static Schema sweeps() {
    return new Schema()
        .required(Columns.SWEEP_ID, StringType, "SHA-256 of its question and its data")
        .required(Columns.PLAN_ID, StringType, "The plan in force")
        .required(Columns.NAME, StringType, "Name in the job file")
        .required(Columns.STRATEGY, StringType, "Name of the strategy")
        .required(Columns.RANK_METRIC, StringType, "Column of run_metrics it ranks by")
        .required(Columns.STATE, StringType, "RUNNING or DONE")
        .required(Columns.SETS, LongType, "Parameter sets tried")
        .required(Columns.RUNS, LongType, "Runs")
        .required(Columns.UNITS, IntegerType, "Units of the plan")
        .required(Columns.CHUNKS, IntegerType, "Chunks of the plan")
        .required(Columns.TICKS, LongType, "Ticks decoded")
        .required(Columns.TICK_LANES, LongType, "Ticks times parameter sets")
        .optional(Columns.COMPLETED, LongType, "Runs completed")
        .optional(Columns.FAILED, LongType, "Runs failed")
        .optional(Columns.ABANDONED, LongType, "Runs abandoned")
        .required(Columns.PREDICTED_CORE_SECONDS, DoubleType, "Cost, as predicted")
        .optional(Columns.ACTUAL_CORE_SECONDS, DoubleType, "Cost of its units, as measured")
        .required(Columns.STARTED_AT, TimestampType, "When its plan was stored")
        .optional(Columns.FINISHED_AT, TimestampType, "When its last run was committed")
        .required(Columns.QUESTION_JSON, StringType, "The text whose SHA-256 is sweep_id")
        .optional(
            Columns.JOB_JSON, StringType, "Its job with all settings applied, without the lake")
        .optional(
            Columns.TABLE_VERSIONS,
            DataTypes.createMapType(StringType, LongType, false),
            "Delta versions that its plan pinned")
        .optional(Columns.STRATEGY_DIGEST, StringType, "SHA-256 of the strategy's class files")
        .optional(Columns.ENGINE_SEMANTICS, IntegerType, "Version of the engine's rules");
  }

  static Schema units() {
    return new Schema()
        .required(Columns.SWEEP_ID, StringType, "The sweep")
        .required(Columns.PLAN_ID, StringType, "The plan")
        .required(Columns.UNIT, IntegerType, "Number, from 0, largest first")
        .required(Columns.CHUNK, IntegerType, "Units of a chunk are committed together")
        .required(
            Columns.SYMBOLS, DataTypes.createArrayType(StringType, false), "Instruments, in order")
        .required(Columns.RUN_WINDOW, StringType, "all, train or test")
        .required(Columns.FIRST_DATE, DateType, "First date")
        .required(Columns.LAST_DATE, DateType, "Last date")
        .required(Columns.FROM_POSITION, LongType, "First position in the grid")
        .required(Columns.TO_POSITION, LongType, "Position after the last")
        .required(Columns.SETS, IntegerType, "Parameter sets between them")
        .required(Columns.TICKS, LongType, "Ticks it decodes")
        .optional(Columns.TRIES, IntegerType, "Times it was tried, as measured")
        .optional(Columns.SECONDS, DoubleType, "Time it took, as measured")
        .optional(Columns.TICK_LANES_PER_SECOND, DoubleType, "Rate, as measured")
        .optional(Columns.LANES, IntegerType, "Parameter sets replayed, refused ones left out")
        .optional(
            Columns.TICKS_PER_SECOND,
            DoubleType,
            "Ticks handed to the engine over the time it took, as measured")
        .optional(Columns.DECODE_SECONDS, DoubleType, "Part of its time spent reading the tape");
  }

  static Schema runs() {
    return new Schema()
        .required(Columns.SWEEP_ID, StringType, "The sweep")
        .required(Columns.PLAN_ID, StringType, "The plan")
        .required(Columns.UNIT, IntegerType, "The unit that replays it")
        .required(Columns.POSITION, LongType, "Position of its parameters in the grid, from 0")
        .required(Columns.RUN_WINDOW, StringType, "all, train or test")
        .required(Columns.RUN_ID, StringType, "The run");
  }
}
