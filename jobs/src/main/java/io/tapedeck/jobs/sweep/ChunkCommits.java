package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Takes the rows of chunks into the result tables. */
interface ChunkCommits {
  /**
   * Commits a chunk.
   *
   * @param rows kept by Spark
   */
  void commit(
      String planId,
      int chunk,
      RecordLevel level,
      List<UnitWork> work,
      JavaRDD<ResultRow> rows,
      ChunkSummary summary);
}
