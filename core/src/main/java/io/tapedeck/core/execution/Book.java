package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;

/**
 * One instrument at the venue: the touch, how much of it we took, and our working orders.
 *
 * <p>What we took of a side is remembered until that side's price or displayed size changes: a
 * repeated quote shows the same liquidity, not new one.
 */
final class Book {
  static final long UNLIMITED = Long.MAX_VALUE;

  final int instrument;
  final boolean hasQuotes;
  final OrderQueue buys = new OrderQueue(Side.BUY);
  final OrderQueue sells = new OrderQueue(Side.SELL);
  private boolean isQuoted;
  private long bidTicks = Missing.VALUE;
  private long bidLots = Missing.VALUE;
  private long askTicks = Missing.VALUE;
  private long askLots = Missing.VALUE;
  private long takenBidLots;
  private long takenAskLots;

  Book(int instrument, boolean hasQuotes) {
    this.instrument = instrument;
    this.hasQuotes = hasQuotes;
  }

  void refresh(long newBidTicks, long newBidLots, long newAskTicks, long newAskLots) {
    if (newBidTicks != bidTicks || newBidLots != bidLots) {
      bidTicks = newBidTicks;
      bidLots = newBidLots;
      takenBidLots = 0;
    }
    if (newAskTicks != askTicks || newAskLots != askLots) {
      askTicks = newAskTicks;
      askLots = newAskLots;
      takenAskLots = 0;
    }
    isQuoted = true;
  }

  /** Whether there was a quote yet. */
  boolean isQuoted() {
    return isQuoted;
  }

  boolean isWorking() {
    return buys.size() + sells.size() > 0;
  }

  OrderQueue queue(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  /** The price a taker of this side meets; {@link Missing#VALUE} where nobody quotes. */
  long touchTicks(Side taker) {
    return taker == Side.BUY ? askTicks : bidTicks;
  }

  /** Whether the quote shows no size on the side this taker meets. */
  boolean isUnlimited(Side taker) {
    return Missing.is(taker == Side.BUY ? askLots : bidLots);
  }

  /** Lots this taker may still have at the touch: displayed less taken. */
  long availableLots(Side taker) {
    if (isUnlimited(taker)) {
      return UNLIMITED;
    }
    return taker == Side.BUY ? askLots - takenAskLots : bidLots - takenBidLots;
  }

  void take(Side taker, long lots) {
    if (taker == Side.BUY) {
      takenAskLots += lots;
    } else {
      takenBidLots += lots;
    }
  }

  /**
   * The quote rule: a print at or above the offer, or above the mid, was a buyer's; at or below the
   * bid, or below the mid, a seller's.
   *
   * @return +1, -1, or 0 where the quote does not tell
   */
  int aggressorByQuote(long priceTicks) {
    boolean atAsk = !Missing.is(askTicks) && priceTicks >= askTicks;
    boolean atBid = !Missing.is(bidTicks) && priceTicks <= bidTicks;
    if (atAsk || atBid) {
      return (atAsk ? 1 : 0) - (atBid ? 1 : 0);
    }
    if (Missing.is(askTicks) || Missing.is(bidTicks)) {
      return 0;
    }
    return Long.compare(2 * priceTicks, bidTicks + askTicks);
  }
}
