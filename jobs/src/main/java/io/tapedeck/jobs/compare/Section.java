package io.tapedeck.jobs.compare;

/** What a difference between runs is about, in the order in which a reader looks for its cause. */
public enum Section {
  STRATEGY,
  PARAMETERS,
  ASSUMPTIONS,
  DATA,
  ENGINE,
  WARNINGS,
  RECORD
}
