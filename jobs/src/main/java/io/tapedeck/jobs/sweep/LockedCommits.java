package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.List;

/**
 * Commits beside other processes that work on the same plan: takes the lock of the tables for each
 * chunk only, and leaves out a chunk that somebody else has committed meanwhile.
 *
 * <p>Where the file system has no locks two commits may meet; Delta then lets one of them begin
 * again, which finds the other's rows there.
 */
final class LockedCommits implements ChunkCommits {
  private static final int MOST_TRIES = 10;

  private final Lake results;
  private final Duration patience;
  private final PlannedRuns runs;
  private final ChunkCommits commits;

  /**
   * Commits under a lock.
   *
   * @param results the folder locked
   * @param patience how long to wait for others
   */
  LockedCommits(Lake results, Duration patience, PlannedRuns runs, ChunkCommits commits) {
    this.results = results;
    this.patience = patience;
    this.runs = runs;
    this.commits = commits;
  }

  @Override
  public void commit(String planId, RecordLevel level, ReplayedChunk chunk) {
    List<Integer> units = chunk.work().stream().map(work -> work.unit().number()).toList();
    for (int attempt = 1; ; attempt++) {
      try (LakeLock lock = LakeLock.acquire(results, patience)) {
        if (!runs.missingOf(units, level).isEmpty()) {
          commits.commit(planId, level, chunk);
        }
        return;
      } catch (ConcurrentModificationException another) {
        if (attempt == MOST_TRIES) {
          throw another;
        }
      }
    }
  }
}
