package io.tapedeck.lake.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.apache.spark.sql.types.StructType;

/** One Parquet file, with the types that Spark gives its columns. */
record ParquetRowFile(StructType schema) implements RowFile {
  @Override
  public long write(JavaRDD<InternalRow> parts, Path out) throws IOException {
    Iterator<InternalRow> rows = parts.map(InternalRow::copy).toLocalIterator();
    long count = 0;
    try (ParquetWriter<InternalRow> file =
        new Builder(new LocalOutputFile(out))
            .withConf(configuration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      while (rows.hasNext()) {
        file.write(rows.next());
        count++;
      }
    }
    return count;
  }

  private Configuration configuration() {
    Configuration conf = new Configuration(false);
    ParquetWriteSupport.setSchema(schema, conf);
    conf.set("spark.sql.parquet.writeLegacyFormat", "false");
    conf.set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    conf.set("spark.sql.parquet.fieldId.write.enabled", "false");
    return conf;
  }

  /** Makes a writer of Spark's rows. */
  private static final class Builder extends ParquetWriter.Builder<InternalRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract still, so it must be here
    protected WriteSupport<InternalRow> getWriteSupport(Configuration conf) {
      return new ParquetWriteSupport();
    }
  }
}
