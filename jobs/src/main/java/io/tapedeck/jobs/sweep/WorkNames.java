package io.tapedeck.jobs.sweep;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;

/**
 * What Spark's pages call the work of a sweep: one group for the sweep, a description for each
 * step, and stages by the step's name with the list of their units as details. Names hold for the
 * thread that sets them and the threads it starts.
 */
final class WorkNames implements AutoCloseable {
  static final String GROUP = "spark.jobGroup.id";
  static final String DESCRIPTION = "spark.job.description";
  private static final String STAGE = "callSite.short";
  private static final String STAGE_DETAILS = "callSite.long";
  private static final List<String> ALL = List.of(GROUP, DESCRIPTION, STAGE, STAGE_DETAILS);
  private static final int ID_DIGITS = 12;
  private static final int MOST_UNITS_LISTED = 200;

  private final SparkContext spark;
  private final String sweep;
  private final Map<String, String> before = new TreeMap<>();

  /** Names for the steps of a sweep, until they are closed. */
  WorkNames(SparkContext spark, String name, String sweepId) {
    this.spark = spark;
    this.sweep = (name + " " + sweepId.substring(0, ID_DIGITS)).strip();
    for (String property : ALL) {
      String value = spark.getLocalProperty(property);
      if (value != null) {
        before.put(property, value);
      }
    }
  }

  /** What follows is this step. */
  void step(String step) {
    step(step, step);
  }

  /** What follows replays these units of a chunk. */
  void replay(int chunk, int chunks, List<UnitWork> work) {
    String units =
        work.size() == 1 ? "unit " + work.get(0).unit().number() : "units " + numbers(work);
    String details =
        work.stream()
            .limit(MOST_UNITS_LISTED)
            .map(each -> "unit " + each.unit().number() + ": " + each.unit().label())
            .collect(Collectors.joining("\n"));
    step("replay " + ofAll(chunk, chunks) + ", " + units, details);
  }

  /** A chunk for people: they count from 1. */
  static String ofAll(int chunk, int chunks) {
    return "chunk " + (chunk + 1) + "/" + chunks;
  }

  private void step(String step, String details) {
    spark.setLocalProperty(GROUP, "sweep " + sweep);
    spark.setLocalProperty(DESCRIPTION, "sweep " + sweep + ": " + step);
    spark.setLocalProperty(STAGE, step);
    spark.setLocalProperty(STAGE_DETAILS, details);
  }

  private static String numbers(List<UnitWork> work) {
    return work.get(0).unit().number() + " to " + work.get(work.size() - 1).unit().number();
  }

  /** Puts the names back that were there before. */
  @Override
  public void close() {
    ALL.forEach(property -> spark.setLocalProperty(property, before.get(property)));
  }
}
