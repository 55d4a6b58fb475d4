package io.tapedeck.lake.export;

import io.tapedeck.lake.arrow.ArrowEncoder;
import io.tapedeck.lake.arrow.ArrowFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Record batches, made on executors, in an Arrow IPC file. */
record ArrowRowFile(ExportRequest request, StructType schema, Set<String> timestamps)
    implements RowFile {
  @Override
  public long write(JavaRDD<InternalRow> parts, Path out) throws IOException {
    ArrowEncoder encoder = new ArrowEncoder(schema, request.compression());
    Iterator<byte[]> batches = parts.mapPartitions(encoder::encode).toLocalIterator();
    try (ArrowFile file =
        ArrowFile.begin(
            new BufferedOutputStream(Files.newOutputStream(out)),
            schema,
            timestamps,
            request.metadata())) {
      while (batches.hasNext()) {
        file.append(batches.next());
      }
      file.finish();
      return file.rows();
    }
  }
}
