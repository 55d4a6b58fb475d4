package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.replay.EngineVersion;
import io.tapedeck.jobs.identity.CanonicalJson;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.jdk.javaapi.CollectionConverters;

/** Plans in the result tables: stored once, read by whoever goes on with the sweep. */
final class PlanStore {
  /** Columns without which a shard would need the job file and read the lake as it is. */
  private static final List<String> SELF_CONTAINED =
      List.of(
          Columns.JOB_JSON,
          Columns.TABLE_VERSIONS,
          Columns.STRATEGY_DIGEST,
          Columns.ENGINE_SEMANTICS);

  private final Lake lake;
  private final ResultReader reader;
  private final ResultWriter writer;
  private final CommitSteps steps;

  PlanStore(Lake lake, CommitSteps steps) {
    this.lake = lake;
    this.reader = new ResultReader(lake);
    this.writer = new ResultWriter(lake);
    this.steps = steps;
  }

  /** The plan in force of a sweep. */
  Optional<SweepPlan> load(String sweepId) {
    List<Row> sweep = reader.sweeps().where(col(Columns.SWEEP_ID).equalTo(sweepId)).collectAsList();
    if (sweep.isEmpty()) {
      return Optional.empty();
    }
    List<PlannedUnit> units =
        reader.units(sweepId).orderBy(Columns.UNIT).collectAsList().stream()
            .map(PlanStore::unit)
            .toList();
    return Optional.of(new SweepPlan(sweep.get(0).getAs(Columns.PLAN_ID), units));
  }

  /** The rows of sweeps whose id, or whose plan's, begins so; two at most. */
  List<StoredPlan> find(String idPrefix) {
    return reader
        .sweeps()
        .where(
            col(Columns.SWEEP_ID)
                .startsWith(idPrefix)
                .or(col(Columns.PLAN_ID).startsWith(idPrefix)))
        .limit(2)
        .collectAsList()
        .stream()
        .map(StoredPlan::of)
        .toList();
  }

  /** Stores a plan: units, then runs, then the row of the sweep, which puts it in force. */
  void store(String sweepId, SweepSpec spec, SweepContext context, SweepPlan plan) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    List<Row> units = plan.units().stream().map(unit -> row(sweepId, plan.id(), unit)).toList();
    writer.appendPlan(
        ResultTable.SWEEP_UNITS,
        plan.id(),
        lake.spark().createDataFrame(units, ResultTable.SWEEP_UNITS.schema()).coalesce(1));
    steps.after("plan " + ResultTable.SWEEP_UNITS.label());
    Broadcast<SweepContext> shared = spark.broadcast(context);
    Broadcast<SerializableConfiguration> hadoop =
        spark.broadcast(new SerializableConfiguration(lake.hadoopConfiguration()));
    String planId = plan.id();
    int slices = Math.max(1, Math.min(plan.units().size(), spark.defaultParallelism() * 4));
    JavaRDD<Row> runs =
        spark
            .parallelize(plan.units(), slices)
            .flatMap(unit -> runs(sweepId, planId, unit, shared.value(), hadoop.value()));
    writer.appendPlan(
        ResultTable.SWEEP_RUNS,
        plan.id(),
        lake.spark()
            .createDataFrame(runs, ResultTable.SWEEP_RUNS.schema())
            .coalesce(spark.defaultParallelism()));
    steps.after("plan " + ResultTable.SWEEP_RUNS.label());
    writer.commitSweep(sweepRow(sweepId, spec, context, plan));
    steps.after("plan " + ResultTable.SWEEPS.label());
    shared.destroy();
  }

  private static Iterator<Row> runs(
      String sweepId,
      String planId,
      PlannedUnit unit,
      SweepContext context,
      SerializableConfiguration hadoop) {
    UnitReplay replay =
        new UnitReplay(context, unit.symbols(), unit.window(), RecordLevel.METRICS, hadoop.value());
    return LongStream.range(unit.fromPosition(), unit.toPosition())
        .mapToObj(
            position ->
                replay
                    .describe(position)
                    .map(
                        run ->
                            RowFactory.create(
                                sweepId,
                                planId,
                                unit.number(),
                                position,
                                unit.window().label(),
                                run.runId())))
        .flatMap(Optional::stream)
        .iterator();
  }

  /** Adds what a plan of an earlier version lacks to be carried out by its id alone. */
  void complete(String sweepId, SweepSpec spec, SweepContext context) {
    StructType schema = new StructType().add(Columns.SWEEP_ID, DataTypes.StringType);
    for (String column : SELF_CONTAINED) {
      schema = schema.add(ResultTable.SWEEPS.schema().apply(column));
    }
    List<Object> values = new ArrayList<>(List.of(sweepId));
    values.addAll(selfContained(spec, context));
    writer.completeSweeps(
        lake.spark().createDataFrame(List.of(RowFactory.create(values.toArray())), schema),
        SELF_CONTAINED);
  }

  /** Values of {@link #SELF_CONTAINED}. */
  private static List<Object> selfContained(SweepSpec spec, SweepContext context) {
    return List.of(
        spec.text(),
        CollectionConverters.asScala(context.tableVersions()),
        context.strategyDigest(),
        EngineVersion.SEMANTICS);
  }

  private Dataset<Row> sweepRow(
      String sweepId, SweepSpec spec, SweepContext context, SweepPlan plan) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(sweepId, plan.id(), spec.job().name(), context.strategy()));
    values.addAll(List.of(spec.rank().column(), Sweep.RUNNING));
    values.addAll(List.of(context.grid().count(), plan.runs(), plan.units().size()));
    values.addAll(List.of(plan.chunks(), plan.ticks(), plan.tickLanes()));
    values.addAll(Arrays.asList(null, null, null));
    values.add(CostEstimate.of(plan, 0, RecordLevel.METRICS, 0).coreSeconds());
    values.add(null);
    values.add(Timestamp.from(Instant.now()));
    values.add(null);
    values.add(CanonicalJson.of(context.question()));
    values.addAll(selfContained(spec, context));
    return lake.spark()
        .createDataFrame(List.of(RowFactory.create(values.toArray())), ResultTable.SWEEPS.schema());
  }

  private static Row row(String sweepId, String planId, PlannedUnit unit) {
    return RowFactory.create(
        sweepId,
        planId,
        unit.number(),
        unit.chunk(),
        unit.symbols().toArray(String[]::new),
        unit.window().label(),
        Date.valueOf(unit.window().first()),
        Date.valueOf(unit.window().last()),
        unit.fromPosition(),
        unit.toPosition(),
        unit.sets(),
        unit.ticks(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static PlannedUnit unit(Row row) {
    return new PlannedUnit(
        row.<Integer>getAs(Columns.UNIT),
        row.<Integer>getAs(Columns.CHUNK),
        row.getList(row.fieldIndex(Columns.SYMBOLS)),
        new Window(
            row.getAs(Columns.RUN_WINDOW),
            row.<Date>getAs(Columns.FIRST_DATE).toLocalDate(),
            row.<Date>getAs(Columns.LAST_DATE).toLocalDate()),
        row.<Long>getAs(Columns.FROM_POSITION),
        row.<Long>getAs(Columns.TO_POSITION),
        row.<Integer>getAs(Columns.SETS),
        row.<Long>getAs(Columns.TICKS));
  }
}
