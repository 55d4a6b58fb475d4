package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The body of a sweep's tasks: replays units and hands on rows. A unit that fails is left to
 * Spark's retries; at the last one its runs are abandoned instead of failing the job.
 */
final class UnitTask implements FlatMapFunction<Iterator<UnitWork>, ResultRow> {
  private static final long serialVersionUID = 1L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double LEAST_SECONDS = 1e-9;
  private static final int MOST_REASON = 500;

  private final Broadcast<SweepContext> context;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final String sweepId;
  private final String planId;
  private final RecordLevel level;
  private final int tries;
  private final SweepMeters meters;

  /**
   * A task body.
   *
   * @param tries how often Spark tries a task; if once only, the task itself tries twice
   */
  UnitTask(
      Broadcast<SweepContext> context,
      Broadcast<SerializableConfiguration> hadoop,
      String sweepId,
      String planId,
      RecordLevel level,
      int tries,
      SweepMeters meters) {
    this.context = context;
    this.hadoop = hadoop;
    this.sweepId = sweepId;
    this.planId = planId;
    this.level = level;
    this.tries = tries;
    this.meters = meters;
  }

  @Override
  public Iterator<ResultRow> call(Iterator<UnitWork> units) throws Exception {
    List<ResultRow> rows = new ArrayList<>();
    while (units.hasNext()) {
      rows.addAll(replay(units.next()));
    }
    return rows.iterator();
  }

  private List<ResultRow> replay(UnitWork work) throws Exception {
    int attempt = TaskContext.get() == null ? 0 : TaskContext.get().attemptNumber();
    boolean isLast = attempt + 1 >= tries;
    int rounds = tries == 1 ? 2 : 1;
    for (int round = 1; ; round++) {
      long start = System.nanoTime();
      try {
        UnitReplay replay = unitReplay(work.unit());
        List<ResultRow> rows = new ArrayList<>(replay.run(work.positions()));
        rows.add(measured(work, attempt + round, System.nanoTime() - start, replay.meter()));
        meters.count(work, replay.meter());
        return rows;
      } catch (Exception | LinkageError failed) {
        refuseIfKilled(failed);
        if (round == rounds) {
          if (!isLast) {
            throw failed;
          }
          return unitReplay(work.unit()).abandon(work.positions(), reason(failed));
        }
      }
    }
  }

  private UnitReplay unitReplay(PlannedUnit unit) {
    Configuration configuration = hadoop.value().value();
    return new UnitReplay(context.value(), unit.symbols(), unit.window(), level, configuration);
  }

  private ResultRow measured(UnitWork work, int tries, long nanos, UnitMeter meter) {
    double seconds = nanos / NANOS_PER_SECOND;
    double divisor = Math.max(seconds, LEAST_SECONDS);
    return new ResultRow(
        ResultTable.SWEEP_UNITS,
        RowFactory.create(
            sweepId,
            planId,
            work.unit().number(),
            tries,
            seconds,
            work.tickLanes() / divisor,
            meter.lanes(),
            meter.ticks() / divisor,
            meter.decodeNanos() / NANOS_PER_SECOND));
  }

  /** A task that Spark ends is no failure of its unit. */
  private static void refuseIfKilled(Throwable failed) throws Exception {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted() && failed instanceof Exception ended) {
      throw ended;
    }
  }

  private static String reason(Throwable failed) {
    String reason = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    return reason.length() > MOST_REASON ? reason.substring(0, MOST_REASON) : reason;
  }
}
