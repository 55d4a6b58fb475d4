package io.tapedeck.core.ledger;

/** Hears each change of equity at a mark. */
@FunctionalInterface
public interface EquityListener {
  /**
   * Equity was evaluated and is not what it was.
   *
   * @param equity money
   */
  void onMark(long nanos, long equity);
}
