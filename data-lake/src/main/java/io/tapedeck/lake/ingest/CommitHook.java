package io.tapedeck.lake.ingest;

/** Hears of each commit before it happens; tests make it fail there. */
@FunctionalInterface
interface CommitHook {
  CommitHook NONE = step -> {};

  /**
   * A commit is next.
   *
   * @param step {@code data}, {@code quarantine}, {@code digests} or {@code ingests}
   */
  void before(String step);
}
