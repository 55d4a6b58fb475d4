package io.tapedeck.lake.table;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder of Delta tables, on any file system Hadoop knows. */
public final class Lake {
  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final SparkSession spark;
  private final String root;
  private final Map<LakeTable, Long> versions; // null for the lake as it is

  private Lake(SparkSession spark, String root, Map<LakeTable, Long> versions) {
    this.spark = spark;
    this.root = root;
    this.versions = versions;
  }

  /**
   * A lake in this folder; its tables are made as they are first written.
   *
   * @param root path or URI of the folder; a relative path is one from the current directory
   */
  public static Lake at(SparkSession spark, String root) {
    String absolute = WITH_SCHEME.matcher(root).matches() ? root : absolute(root);
    boolean endsInSlash = absolute.endsWith("/") && absolute.length() > 1;
    return new Lake(
        spark, endsInSlash ? absolute.substring(0, absolute.length() - 1) : absolute, null);
  }

  /**
   * This lake as it was: its input tables are read at these versions, and one without a version is
   * not there. Result tables are those of now.
   */
  public Lake asOf(Map<LakeTable, Long> versionsToRead) {
    EnumMap<LakeTable, Long> copy = new EnumMap<>(LakeTable.class);
    copy.putAll(versionsToRead);
    return new Lake(spark, root, Collections.unmodifiableMap(copy));
  }

  /** The versions at which input tables are read; empty for the lake as it is. */
  public Optional<Map<LakeTable, Long>> versions() {
    return Optional.ofNullable(versions);
  }

  /** Delta takes a relative path for the name of a table. */
  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  public SparkSession spark() {
    return spark;
  }

  public String root() {
    return root;
  }

  public Configuration hadoopConfiguration() {
    return spark.sessionState().newHadoopConf();
  }

  /** Where a table lies, whether or not it exists. */
  public String path(TableDefinition table) {
    return root + "/" + table.folder();
  }

  public Dataset<Row> read(TableDefinition table) {
    DataFrameReader reader = spark.read().format("delta");
    if (versions != null && table instanceof LakeTable input) {
      reader = reader.option("versionAsOf", versions.get(input));
    }
    return reader.load(path(table));
  }
}
