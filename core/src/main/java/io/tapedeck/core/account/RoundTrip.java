package io.tapedeck.core.account;

import io.tapedeck.core.market.Side;

/**
 * A position from flat to flat, or what of it is still open at the end of the run; average cost,
 * netting. A fill that turns the position around ends one round trip and opens the next.
 *
 * @param instrument index in the run's universe
 * @param side BUY for a long position
 * @param entryTimeNanos first fill
 * @param exitTimeNanos last fill, or the last mark if it is still open
 * @param maxLots largest absolute position
 * @param entryTicks average entry price, in ticks
 * @param exitTicks average exit price, or the mark if it is still open, in ticks
 * @param profit money, before fees; unrealised included if it is still open
 * @param fees money
 * @param isOpen whether it was marked and not closed
 */
public record RoundTrip(
    int instrument,
    Side side,
    long entryTimeNanos,
    long exitTimeNanos,
    long maxLots,
    double entryTicks,
    double exitTicks,
    long profit,
    long fees,
    boolean isOpen) {
  /** Profit after fees. */
  public long netProfit() {
    return profit - fees;
  }
}
