package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;

/**
 * One instrument's way from flat to flat while it is under way. Average prices are statistics, in
 * {@code double}; profit and fees are money.
 */
final class OpenTrip {
  private final int instrument;
  private Side side = Side.BUY;
  private long entryTimeNanos;
  private long lastFillNanos;
  private long maxLots;
  private double entryLots;
  private double entryTickLots;
  private double exitLots;
  private double exitTickLots;
  private long profit;
  private long fees;

  OpenTrip(int instrument) {
    this.instrument = instrument;
  }

  /** Starts a trip with the first fill of a flat position. */
  void start(long nanos, Side side) {
    this.side = side;
    entryTimeNanos = nanos;
    maxLots = 0;
    entryLots = 0;
    entryTickLots = 0;
    exitLots = 0;
    exitTickLots = 0;
    profit = 0;
    fees = 0;
  }

  /** Adds lots to the position, which then is this large. */
  void enter(long nanos, long priceTicks, long lots, long fee, long heldLots) {
    lastFillNanos = nanos;
    entryLots += lots;
    entryTickLots += (double) priceTicks * lots;
    maxLots = Math.max(maxLots, heldLots);
    fees = Math.addExact(fees, fee);
  }

  /** Closes lots of the position. */
  void exit(long nanos, long priceTicks, long lots, long fee, long gain) {
    lastFillNanos = nanos;
    exitLots += lots;
    exitTickLots += (double) priceTicks * lots;
    profit = Math.addExact(profit, gain);
    fees = Math.addExact(fees, fee);
  }

  /** The trip, finished by the fill that was last. */
  RoundTrip closed() {
    return new RoundTrip(
        instrument,
        side,
        entryTimeNanos,
        lastFillNanos,
        maxLots,
        entryTickLots / entryLots,
        exitTickLots / exitLots,
        profit,
        fees,
        false);
  }

  /** The trip as it stands at a mark. */
  RoundTrip markedAt(long nanos, double markTicks, long unrealised) {
    return new RoundTrip(
        instrument,
        side,
        entryTimeNanos,
        nanos,
        maxLots,
        entryTickLots / entryLots,
        markTicks,
        Math.addExact(profit, unrealised),
        fees,
        true);
  }
}
