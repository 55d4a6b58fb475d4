package io.tapedeck.jobs.sweep;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import scala.jdk.javaapi.CollectionConverters;

/** What Spark's pages would show of jobs and stages. */
final class NamedWork extends SparkListener {
  private final List<String> groups = new CopyOnWriteArrayList<>();
  private final List<String> descriptions = new CopyOnWriteArrayList<>();
  private final Map<String, String> details = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> accumulators = new ConcurrentHashMap<>();

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    groups.add(String.valueOf(job.properties().getProperty(WorkNames.GROUP)));
    descriptions.add(String.valueOf(job.properties().getProperty(WorkNames.DESCRIPTION)));
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted stage) {
    Map<String, String> values = new ConcurrentHashMap<>();
    for (AccumulableInfo each :
        CollectionConverters.asJava(stage.stageInfo().accumulables().values())) {
      each.name().foreach(name -> values.put(name, String.valueOf(each.value().get())));
    }
    accumulators.put(stage.stageInfo().name(), values);
    details.put(stage.stageInfo().name(), stage.stageInfo().details());
  }

  List<String> groups() {
    return groups;
  }

  List<String> descriptions() {
    return descriptions;
  }

  /** The details of the stage of this name. */
  String details(String stage) {
    return details.getOrDefault(stage, "");
  }

  /** The named values of the stage of this name. */
  Map<String, String> accumulators(String stage) {
    return accumulators.getOrDefault(stage, Map.of());
  }
}
