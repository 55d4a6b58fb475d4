package io.tapedeck.core.market;

/**
 * What comes first among events of one nanosecond: lower ranks do.
 *
 * <p>The total order of all events of a run is (time, rank, stream, seq).
 */
public final class Rank {
  public static final int EXPIRY = 0;
  public static final int SESSION_OPEN = 1;
  public static final int CORPORATE_ACTION = 2;
  public static final int TRADE = 3;
  public static final int QUOTE = 4;
  public static final int COMMAND_ARRIVAL = 5;
  public static final int REPORT = 6;
  public static final int DELIVERY = 7;
  public static final int BAR_CLOSE = 8;
  public static final int SIGNAL = 9;
  public static final int TIMER = 10;

  /** The open of a bar of the tape: what was decided at the close of the bar before meets it. */
  public static final int BAR_OPEN = 11;

  public static final int SESSION_CLOSE = 12;

  private Rank() {}
}
