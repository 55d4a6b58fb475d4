package io.tapedeck.core.market;

/** A tape that breaks its promise. */
public final class FeedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private FeedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** An event that comes before its predecessor. */
  public static FeedException outOfOrder(String place, long previousNanos, long nanos) {
    return new FeedException(
        place
            + " is out of order: an event at "
            + nanos
            + " ns follows one at "
            + previousNanos
            + " ns; sort the source by (ts_event, seq), for a lake with: tapedeck compact",
        null);
  }

  /** Events of one nanosecond whose streams or sequence numbers do not rise. */
  public static FeedException outOfSequence(String place, long nanos, long previousSeq, long seq) {
    return new FeedException(
        place
            + " is out of order: at "
            + nanos
            + " ns the event with seq "
            + seq
            + " follows the one with seq "
            + previousSeq
            + "; sort the source by (ts_event, seq), for a lake with: tapedeck compact",
        null);
  }

  /** A value the kernel cannot count exactly. */
  public static FeedException unfit(String place, String problem) {
    return new FeedException(place + ": " + problem, null);
  }

  /** A source that cannot be read. */
  public static FeedException unreadable(String place, Throwable cause) {
    return new FeedException(place + " cannot be read: " + cause.getMessage(), cause);
  }
}
