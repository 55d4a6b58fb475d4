package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Where the bytes of source files come from. */
interface SourceBytes extends Serializable {
  InputStream open(SourceFile file) throws IOException;

  /** Local files by path. */
  record Local() implements SourceBytes {
    @Override
    public InputStream open(SourceFile file) throws IOException {
      return Files.newInputStream(Path.of(file.location()));
    }
  }

  /** Files of any file system Hadoop knows, with the driver's configuration. */
  record Hadoop(Broadcast<SerializableConfiguration> configuration) implements SourceBytes {
    @Override
    public InputStream open(SourceFile file) throws IOException {
      Configuration conf = configuration.value().value();
      var path = new org.apache.hadoop.fs.Path(file.location());
      return path.getFileSystem(conf).open(path);
    }
  }
}
