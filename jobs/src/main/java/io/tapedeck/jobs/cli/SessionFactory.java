package io.tapedeck.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the Spark session of a job. The one place of our Spark settings, so that a plain
 * spark-submit gets the same as the launcher; whatever the user set stays.
 */
public final class SessionFactory {
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA_EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String WAREHOUSE = "spark.sql.warehouse.dir";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String APP_NAME = "spark.app.name";
  private static final String MAIN_CLASS = Tapedeck.class.getName();

  private SessionFactory() {}

  /** The session of this verb; opened once in a process and stopped with it. */
  public static SparkSession open(String verb) {
    SparkConf conf = new SparkConf();
    if (conf.get(APP_NAME, MAIN_CLASS)
        .equals(MAIN_CLASS)) { // what spark-submit calls it if left alone
      conf.set(APP_NAME, "tapedeck " + verb);
    }
    conf.setIfMissing("spark.master", "local[*]");
    boolean isLocal = conf.get("spark.master").startsWith("local");
    settings(isLocal).forEach(conf::setIfMissing);
    addDelta(conf);
    if (!conf.contains(WAREHOUSE)) {
      conf.set(WAREHOUSE, scratchFolder().toUri().toString());
    }
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    // what Spark's pages call the jobs of this verb, until one of them has a better name
    session.sparkContext().setJobGroup(verb, "tapedeck " + verb, false);
    return session;
  }

  /** What is set unless the user sets it. */
  static Map<String, String> settings(boolean isLocal) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    settings.put("spark.sql.catalogImplementation", "in-memory");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.sql.parquet.compression.codec", "zstd");
    settings.put("spark.hadoop.parquet.compression.codec.zstd.level", "3");
    settings.put("spark.databricks.delta.snapshotPartitions", "2");
    settings.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    settings.put("spark.ui.showConsoleProgress", "false");
    if (isLocal) {
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.driver.host", LOOPBACK);
      settings.put("spark.driver.bindAddress", LOOPBACK);
      settings.put("spark.sql.shuffle.partitions", "4");
    }
    return settings;
  }

  private static void addDelta(SparkConf conf) {
    String others = conf.get(EXTENSIONS, "");
    if (!others.contains(DELTA_EXTENSION)) {
      conf.set(EXTENSIONS, others.isEmpty() ? DELTA_EXTENSION : others + "," + DELTA_EXTENSION);
    }
  }

  /** Spark makes a warehouse folder even if nothing is kept in it; this one goes with the JVM. */
  private static Path scratchFolder() {
    try {
      Path folder = Files.createTempDirectory("tapedeck-warehouse");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException noTemporarySpace) {
      throw new UncheckedIOException("no temporary folder can be made", noTemporarySpace);
    }
  }
}
