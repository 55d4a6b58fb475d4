package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.ResultRow;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * A chunk that was replayed and is not yet committed.
 *
 * @param number of the chunk in its plan
 * @param work units and the positions of them that were missing
 * @param rows on the executors' disks
 * @param summary of the rows
 */
record ReplayedChunk(
    int number, List<UnitWork> work, JavaRDD<ResultRow> rows, ChunkSummary summary) {}
