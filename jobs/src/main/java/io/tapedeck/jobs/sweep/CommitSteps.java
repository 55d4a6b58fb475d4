package io.tapedeck.jobs.sweep;

/** Hears each commit right after it was made; tests use it to crash there. */
interface CommitSteps {
  CommitSteps SILENT = step -> {};

  /** A commit was made. */
  void after(String step);
}
