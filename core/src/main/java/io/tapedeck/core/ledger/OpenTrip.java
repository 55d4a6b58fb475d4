package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;

/**
 * One instrument's way from flat to flat while it is under way, and how far its profit reached.
 * Average prices are statistics, in {@code double}; profit and fees are money.
 */
final class OpenTrip {
  private final int strategy;
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
  private long lowestProfit;
  private long highestProfit;

  OpenTrip(int strategy, int instrument) {
    this.strategy = strategy;
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
    lowestProfit = 0;
    highestProfit = 0;
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

  /** Its open lots would bring this much, less their basis. */
  void reach(long unrealised) {
    long reached = Math.addExact(profit, unrealised);
    lowestProfit = Math.min(lowestProfit, reached);
    highestProfit = Math.max(highestProfit, reached);
  }

  /** The trip, finished by the fill that was last. */
  RoundTrip closed() {
    return ended(lastFillNanos, exitTickLots / exitLots, profit, false);
  }

  /** The trip as it stands at a mark. */
  RoundTrip markedAt(long nanos, double markTicks, long unrealised) {
    reach(unrealised);
    return ended(nanos, markTicks, Math.addExact(profit, unrealised), true);
  }

  private RoundTrip ended(long nanos, double exitTicks, long total, boolean isOpen) {
    return new RoundTrip(
        instrument,
        side,
        entryTimeNanos,
        nanos,
        maxLots,
        entryTickLots / entryLots,
        exitTicks,
        total,
        fees,
        isOpen,
        strategy,
        Math.negateExact(lowestProfit),
        highestProfit);
  }
}
