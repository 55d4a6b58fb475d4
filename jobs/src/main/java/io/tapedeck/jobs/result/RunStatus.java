package io.tapedeck.jobs.result;

/** How a run in `runs` ended. */
public enum RunStatus {
  /** It has results. */
  COMPLETED,
  /** It could not go on; the same run fails the same way again. */
  FAILED,
  /** Its unit kept failing for reasons of its own; it is tried again when the sweep is resumed. */
  ABANDONED
}
