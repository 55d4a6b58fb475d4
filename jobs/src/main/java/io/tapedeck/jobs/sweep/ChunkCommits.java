package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;

/** Takes the rows of chunks into the result tables. */
interface ChunkCommits {
  /** Commits a chunk of a plan, with the details that this level keeps. */
  void commit(String planId, RecordLevel level, ReplayedChunk chunk);
}
