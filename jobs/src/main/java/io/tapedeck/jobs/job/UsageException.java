package io.tapedeck.jobs.job;

/**
 * What the user wrote, on the command line or in a job file, cannot be done as written. The message
 * names the place, the value and the remedy. Exit code 2.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UsageException(String message) {
    super(message);
  }

  /** A refusal that belongs to no place in a file. */
  public static UsageException of(String message) {
    return new UsageException(message);
  }

  /** A refusal of something at this place. */
  public static UsageException at(Mark mark, String message) {
    return new UsageException(mark + ": " + message);
  }
}
