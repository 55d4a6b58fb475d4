package io.tapedeck.core.replay;

/** What became of a run: in a sweep one bad run never fails the others. */
public sealed interface RunOutcome {
  /** The run came to its end. */
  record Completed(RunResult result) implements RunOutcome {}

  /** The run could not go on; the same run fails the same way again. */
  record Failed(FailureReason reason, String detail) implements RunOutcome {}

  /** Why a run could not go on. */
  enum FailureReason {
    /** Money left 64 bits. */
    OVERFLOW,
    /** The strategy threw an exception. */
    STRATEGY_ERROR,
    /** The parameters do not fit the instruments. */
    INVALID_PARAMETERS
  }
}
