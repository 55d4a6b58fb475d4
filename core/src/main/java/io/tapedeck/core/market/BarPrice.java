package io.tapedeck.core.market;

/** Which price of the tape a bar is made of. */
public enum BarPrice {
  /** Prices of trades. */
  LAST,
  /** Bids of quotes that have one. */
  BID,
  /** Offers of quotes that have one. */
  ASK,
  /** Bid plus offer of two-sided quotes: bars of mids count in half ticks. */
  MID
}
