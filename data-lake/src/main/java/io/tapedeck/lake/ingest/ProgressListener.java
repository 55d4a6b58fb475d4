package io.tapedeck.lake.ingest;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;

/** Tells a sink how far an ingest has come whenever a task ends. */
final class ProgressListener extends SparkListener implements AutoCloseable {
  private final SparkContext context;
  private final ProgressSink sink;
  private final LongAccumulator bytes;
  private final LongAccumulator rows;
  private final AtomicLong total;

  private ProgressListener(
      SparkContext context,
      ProgressSink sink,
      LongAccumulator bytes,
      LongAccumulator rows,
      long total) {
    this.context = context;
    this.sink = sink;
    this.bytes = bytes;
    this.rows = rows;
    this.total = new AtomicLong(total);
  }

  /** Starts to listen; the write of all files is expected until more is known. */
  static ProgressListener of(
      SparkContext context,
      ProgressSink sink,
      List<SourceFile> files,
      LongAccumulator bytes,
      LongAccumulator rows) {
    long size = files.stream().mapToLong(SourceFile::bytes).sum();
    ProgressListener listener = new ProgressListener(context, sink, bytes, rows, 2 * size);
    context.addSparkListener(listener);
    return listener;
  }

  /** Now known: these files will be written. */
  void expect(List<FileVerdict> written) {
    total.set(bytes.sum() + written.stream().mapToLong(file -> file.file().bytes()).sum());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd taskEnd) {
    long done = bytes.sum();
    long all = Math.max(1, total.get());
    sink.progress(Math.min(done, all), all, rows.sum());
  }

  @Override
  public void close() {
    context.removeSparkListener(this);
  }
}
