package io.tapedeck.core.chance;

/** What a draw is for: draws of different purposes have nothing to do with each other. */
public enum Purpose {
  /** When the trader knows of an event. */
  FEED_LATENCY(1),
  /** When an order or a cancel reaches the venue. */
  ENTRY_LATENCY(2),
  /** When the trader knows of a report. */
  RESPONSE_LATENCY(3),
  /** How much worse than its reference price a fill is. */
  SLIPPAGE(4),
  /** The price inside a bar's range at which an order fills. */
  BAR_PRICE(5),
  /** Whether a bar that only touches a limit fills it. */
  BAR_LIMIT(6);

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  /** Part of a key. It never changes, wherever a constant stands in the source. */
  int code() {
    return code;
  }
}
