package io.tapedeck.lake.scan;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.parquet.hadoop.ParquetInputFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetReadSupport;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/** What Spark's Parquet reader wants to find in a configuration. Of one thread. */
final class ReaderSettings {
  private final Configuration settings;

  /** Settings on top of a configuration, which is copied, for it knows the file systems. */
  ReaderSettings(Configuration hadoop) {
    settings = new Configuration(hadoop);
    settings.set(ParquetInputFormat.READ_SUPPORT_CLASS, ParquetReadSupport.class.getName());
    settings.setBoolean(SQLConf.CASE_SENSITIVE().key(), true);
    settings.setBoolean(SQLConf.PARQUET_BINARY_AS_STRING().key(), false);
    settings.setBoolean(SQLConf.PARQUET_INT96_AS_TIMESTAMP().key(), false);
    settings.setBoolean(SQLConf.PARQUET_INFER_TIMESTAMP_NTZ_ENABLED().key(), false);
    settings.setBoolean(SQLConf.LEGACY_PARQUET_NANOS_AS_LONG().key(), false);
  }

  Configuration configuration() {
    return settings;
  }

  /** The context in which a reader that is opened next reads these columns. */
  TaskAttemptContext reading(StructType columns) {
    settings.set(ParquetReadSupport.SPARK_ROW_REQUESTED_SCHEMA(), columns.json());
    return new TaskAttemptContextImpl(settings, new TaskAttemptID());
  }
}
