package io.tapedeck.core.ledger;

/** Holds equity against limits at every mark, whether or not equity changed. */
@FunctionalInterface
public interface MarkWatch {
  /**
   * Equity was evaluated. What the books show during the call is of this mark; the call must not
   * post to them.
   *
   * @param equity money
   * @param maintenance what the open positions require as equity to be held, in money
   */
  void onMark(long nanos, long equity, long maintenance);
}
