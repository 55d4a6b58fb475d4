package io.tapedeck.lake.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Lines of text, made on executors, under a header of column names. */
record CsvRowFile(StructType schema, Set<String> timestamps) implements RowFile {
  @Override
  public long write(JavaRDD<InternalRow> parts, Path out) throws IOException {
    CsvEncoder encoder = new CsvEncoder(schema, timestamps);
    Iterator<CsvEncoder.Chunk> chunks = parts.mapPartitions(encoder::encode).toLocalIterator();
    long rows = 0;
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      file.write(encoder.header().getBytes(StandardCharsets.UTF_8));
      while (chunks.hasNext()) {
        CsvEncoder.Chunk chunk = chunks.next();
        file.write(chunk.text().getBytes(StandardCharsets.UTF_8));
        rows += chunk.rows();
      }
    }
    return rows;
  }
}
