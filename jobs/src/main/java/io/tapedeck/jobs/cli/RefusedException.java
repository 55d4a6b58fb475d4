package io.tapedeck.jobs.cli;

/** Input that a verb will not take. Exit code 3. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message names the input, what is wrong with it and the remedy. */
  public RefusedException(String message) {
    super(message);
  }
}
