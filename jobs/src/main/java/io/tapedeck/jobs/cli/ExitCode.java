package io.tapedeck.jobs.cli;

/** How a verb ended, for the shell that called it. */
public enum ExitCode {
  /** All was done. */
  DONE(0),
  /** Anything that has no code of its own. */
  FAILED(1),
  /** The command line, the configuration or a job file is wrong. */
  USAGE(2),
  /** Input was refused; what was good has been taken. */
  REFUSED(3),
  /** Some runs failed, and nobody said to accept that. */
  SOME_RUNS_FAILED(4),
  /** Somebody else holds what is needed: the same command may work later. */
  TRY_AGAIN(75);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
