package io.tapedeck.core.account;

import io.tapedeck.core.market.Side;

/**
 * A position that was opened and closed, or what of it is still open at the end of the run.
 *
 * <p>At {@link CostMethod#AVERAGE} cost it goes from flat to flat: from the first fill of a flat
 * position to the fill that closes the last of it. {@link CostMethod#FIFO} makes one of each match
 * of an opening fill with a closing one: its lots are those that the closing fill took of the
 * opening one, its profit the closing fill's share of notional less their basis, its fees both
 * fills' shares by lots. Shares are rounded half to even, one after the other, each of what is left
 * over the lots that are left: so they add up. With either method a fill that turns the position
 * around ends one round trip and opens the next; and profits of all round trips, closed and open,
 * add up to realised plus unrealised profit, their fees to all fees. Financing is in neither.
 *
 * <p>Excursions are of the profit before fees, realised so far plus unrealised: at each mark while
 * it is open, and after each fill of its instrument that it is open for, at the price of that fill;
 * its first and last fills are among them.
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
 * @param strategy index of the strategy that traded it; 0 where there is one
 * @param maxAdverse largest loss on the way (MAE), in money; not negative
 * @param maxFavourable largest profit on the way (MFE), in money; not negative
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
    boolean isOpen,
    int strategy,
    long maxAdverse,
    long maxFavourable) {
  /** Profit after fees. */
  public long netProfit() {
    return profit - fees;
  }
}
