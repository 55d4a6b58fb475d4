package io.tapedeck.jobs.cli;

/** Something needed is busy or away for now. Exit code 75. */
public final class TryAgainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message names what is busy and who holds it. */
  public TryAgainException(String message) {
    super(message);
  }
}
