package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Makes the rows of units that Spark could not finish; reads no tape. */
final class AbandonTask implements FlatMapFunction<Iterator<UnitWork>, ResultRow> {
  private static final long serialVersionUID = 1L;

  private final Broadcast<SweepContext> context;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final RecordLevel level;
  private final String reason;

  AbandonTask(
      Broadcast<SweepContext> context,
      Broadcast<SerializableConfiguration> hadoop,
      RecordLevel level,
      String reason) {
    this.context = context;
    this.hadoop = hadoop;
    this.level = level;
    this.reason = reason;
  }

  @Override
  public Iterator<ResultRow> call(Iterator<UnitWork> units) {
    List<ResultRow> rows = new ArrayList<>();
    while (units.hasNext()) {
      UnitWork work = units.next();
      UnitReplay replay =
          new UnitReplay(
              context.value(),
              work.unit().symbols(),
              work.unit().window(),
              level,
              hadoop.value().value());
      rows.addAll(replay.abandon(work.positions(), reason));
    }
    return rows.iterator();
  }
}
