package io.tapedeck.lake.table;

import io.tapedeck.core.market.Auction;

/**
 * What the conditions of a trade say about its price; only LEAN's equity trades say anything.
 *
 * <p>There conditions are {@code exchange,flags}, the flags a hexadecimal set of bits.
 *
 * <p>Auctions: flagged are the single-priced opening print of a market (0x40) and what it calls its
 * official open (0x4000000), its closing print (0x80) and its official close (0x1000000);
 * reopenings (0x100) are not. Which of the flagged prints of a day is the official one, {@link
 * OfficialPrints} says.
 *
 * <p>Reports: trades whose price is not one of their moment. Consolidated tapes do not let them set
 * the last price, so a tape for a replay leaves them out, and so do bars; the lake keeps them. They
 * are settled otherwise (cash 0x2, next day 0x4, seller's option 0x8), derivatively priced (0x200),
 * out of sequence (0x4000), parts of stock-option trades (0x40000, barred since 2015), of an
 * average price (0x100000) or of a prior reference price (0x2000000). SPY on 2013-10-10: {@code
 * 49833174,1655900,501259,D,20100000} while it trades at 168.32. A flagged print of an auction is
 * no report, and neither are odd lots, sales reported last and trades in extended hours: theirs are
 * prices that were dealt then.
 *
 * <p>Source: QuantConnect LEAN, {@code TradeConditionFlags}; what sets the last price: the UTP and
 * CTA plans, conditions of sales, and for stock-option trades UTP Vendor Alert 2015-4.
 */
public final class SaleConditions {
  /** The source whose conditions say something. */
  public static final String LEAN_EQUITY = "lean-equity";

  /** A report; none of the constants of {@link Auction}. */
  public static final byte REPORT = Byte.MAX_VALUE;

  private static final long OPENING = 0x40 | 0x4000000;
  private static final long CLOSING = 0x80 | 0x1000000;
  private static final long OTHER_SETTLEMENT = 0x2 | 0x4 | 0x8;
  private static final long OTHER_PRICE = 0x200 | 0x40000 | 0x100000;
  private static final long OTHER_MOMENT = 0x4000 | 0x2000000;
  private static final long REPORTS = OTHER_SETTLEMENT | OTHER_PRICE | OTHER_MOMENT;
  private static final int MAX_DIGITS = 15;

  private SaleConditions() {}

  /** Whether trades of this source have conditions that say something here. */
  public static boolean areToldBy(String source) {
    return source.equals(LEAN_EQUITY);
  }

  /**
   * What a trade with these conditions is.
   *
   * @param conditions as the table has them, ASCII
   * @return {@link #REPORT}, or a constant of {@link Auction}: the auction whose print it may be
   */
  public static byte of(byte[] conditions) {
    long flags = flags(conditions);
    boolean opens = (flags & OPENING) != 0;
    boolean closes = (flags & CLOSING) != 0;
    if (opens != closes) {
      return opens ? Auction.OPENING : Auction.CLOSING;
    }
    return !opens && (flags & REPORTS) != 0 ? REPORT : Auction.NONE;
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
