package io.tapedeck.lake.table;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder of Delta tables, on any file system Hadoop knows. */
public final class Lake {
  private final SparkSession spark;
  private final String root;

  private Lake(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  /**
   * A lake in this folder; its tables are made as they are first written.
   *
   * @param root path or URI of the folder
   */
  public static Lake at(SparkSession spark, String root) {
    return new Lake(spark, root.endsWith("/") ? root.substring(0, root.length() - 1) : root);
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
    return spark.read().format("delta").load(path(table));
  }
}
