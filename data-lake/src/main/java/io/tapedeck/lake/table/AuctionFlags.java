package io.tapedeck.lake.table;

import io.tapedeck.core.market.Auction;

/**
 * What the conditions of trades say about auctions; only LEAN's equity trades say anything.
 *
 * <p>There conditions are {@code exchange,flags}, the flags a hexadecimal set of bits. Flagged are
 * the single-priced opening print of a market (0x40) and what it calls its official open
 * (0x4000000), its closing print (0x80) and its official close (0x1000000); reopenings (0x100) are
 * not. Which of the flagged prints of a day is the official one, {@link OfficialPrints} says.
 *
 * <p>Source: QuantConnect LEAN, {@code TradeConditionFlags}.
 */
public final class AuctionFlags {
  /** The source whose conditions flag auctions. */
  public static final String LEAN_EQUITY = "lean-equity";

  private static final long OPENING = 0x40 | 0x4000000;
  private static final long CLOSING = 0x80 | 0x1000000;
  private static final int MAX_DIGITS = 15;

  private AuctionFlags() {}

  /** Whether trades of this source flag their auctions. */
  public static boolean areToldBy(String source) {
    return source.equals(LEAN_EQUITY);
  }

  /**
   * The auction whose print these conditions say it may be.
   *
   * @param conditions as the table has them, ASCII
   * @return a constant of {@link Auction}
   */
  public static byte of(byte[] conditions) {
    long flags = flags(conditions);
    boolean opens = (flags & OPENING) != 0;
    boolean closes = (flags & CLOSING) != 0;
    if (opens == closes) {
      return Auction.NONE;
    }
    return opens ? Auction.OPENING : Auction.CLOSING;
  }

  /** The number after the last comma; 0 if it is none. */
  private static long flags(byte[] conditions) {
    int comma = conditions.length - 1;
    while (comma >= 0 && conditions[comma] != ',') {
      comma--;
    }
    if (conditions.length - comma > MAX_DIGITS) {
      return 0;
    }
    long flags = 0;
    for (int i = comma + 1; i < conditions.length; i++) {
      int digit = Character.digit(conditions[i], 16);
      if (digit < 0) {
        return 0;
      }
      flags = flags << 4 | digit;
    }
    return flags;
  }
}
