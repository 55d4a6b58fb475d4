package io.tapedeck.core.market;

/**
 * The kinds of rows a feed delivers, in the order of their ranks.
 *
 * <p>Codes are dense and stable, for use in primitive merge indexes.
 */
public final class EventKind {
  public static final byte TRADE = 0;
  public static final byte QUOTE = 1;
  public static final byte BAR = 2;
  public static final byte SIGNAL = 3;

  /** A bar as the venue meets it, from its open on; the trader hears of it as {@link #BAR}. */
  public static final byte BAR_OPEN = 4;

  /** Number of kinds. */
  public static final int COUNT = 5;

  private static final int[] RANKS = {
    Rank.TRADE, Rank.QUOTE, Rank.BAR_CLOSE, Rank.SIGNAL, Rank.BAR_OPEN
  };

  private EventKind() {}

  /** The rank in the total order of a row of this kind. */
  public static int rank(byte kind) {
    return RANKS[kind];
  }
}
