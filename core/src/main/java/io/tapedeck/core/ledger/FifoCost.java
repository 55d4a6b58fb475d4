package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import java.util.List;
import java.util.function.Consumer;

/**
 * The oldest lots are closed first and take their own cost; each match of an opening fill with a
 * closing one is a round trip.
 */
final class FifoCost implements CostBook {
  private final int strategy;
  private final int instrument;
  private final Position position;
  private final Consumer<RoundTrip> closedTrips;
  private final LotQueue queue = new LotQueue();

  FifoCost(int strategy, int instrument, Position position, Consumer<RoundTrip> closedTrips) {
    this.strategy = strategy;
    this.instrument = instrument;
    this.position = position;
    this.closedTrips = closedTrips;
  }

  @Override
  public void open(long nanos, Side side, long priceTicks, long lots, long notional, long fee) {
    reachMarks();
    position.add(side.sign() * lots, side.sign() * notional);
    queue.add(nanos, priceTicks, lots, side.sign() * notional, fee);
  }

  @Override
  public long close(long nanos, Side side, long priceTicks, long lots, long notional, long fee) {
    reachMarks();
    long gain = 0;
    long restLots = lots;
    long restNotional = notional;
    long restFee = fee;
    while (restLots > 0) {
      long part = Math.min(restLots, queue.lots(0));
      long partNotional = MoneyScale.proportion(restNotional, part, restLots);
      long partFee = MoneyScale.proportion(restFee, part, restLots);
      gain = Math.addExact(gain, match(nanos, side, priceTicks, part, partNotional, partFee));
      restLots -= part;
      restNotional -= partNotional;
      restFee -= partFee;
    }
    queue.reach(2 * priceTicks, 2 * priceTicks);
    return gain;
  }

  /** Closes lots of the oldest lot, and tells of the round trip that this ends. */
  private long match(
      long nanos, Side side, long priceTicks, long lots, long notional, long closingFee) {
    long basis = MoneyScale.proportion(queue.basis(0), lots, queue.lots(0));
    long entryFee = MoneyScale.proportion(queue.fee(0), lots, queue.lots(0));
    long gain = Math.subtractExact(side.sign() * -notional, basis);
    long fees = Math.addExact(entryFee, closingFee);
    int entrySign = side.opposite().sign();
    closedTrips.accept(trip(0, nanos, entrySign * lots, basis, 2 * priceTicks, gain, fees, false));
    position.add(side.sign() * lots, -basis);
    queue.take(lots, basis, entryFee);
    return gain;
  }

  private void reachMarks() {
    if (position.isObserved()) {
      queue.reach(position.lowDoubledTicks(), position.highDoubledTicks());
    }
  }

  private RoundTrip trip(
      int index,
      long nanos,
      long signedLots,
      long basis,
      long doubledExitTicks,
      long profit,
      long fees,
      boolean isOpen) {
    MoneyScale scale = position.scale();
    long valueAtLow = scale.valueAtDoubled(queue.lowDoubledTicks(index), signedLots);
    long valueAtHigh = scale.valueAtDoubled(queue.highDoubledTicks(index), signedLots);
    long atLow = Math.subtractExact(valueAtLow, basis);
    long atHigh = Math.subtractExact(valueAtHigh, basis);
    return new RoundTrip(
        instrument,
        Side.of(signedLots),
        queue.nanos(index),
        nanos,
        Math.absExact(signedLots),
        queue.priceTicks(index),
        doubledExitTicks / 2.0,
        profit,
        fees,
        isOpen,
        strategy,
        Math.negateExact(Math.min(0, Math.min(profit, Math.min(atLow, atHigh)))),
        Math.max(0, Math.max(profit, Math.max(atLow, atHigh))));
  }

  /** Each lot is valued as what it adds to the lots before it, so that values add up. */
  @Override
  public void addOpenTrips(long nanos, long doubledMarkTicks, List<RoundTrip> trips) {
    reachMarks();
    int sign = Long.signum(position.lots());
    long lotsBefore = 0;
    long valueBefore = 0;
    for (int i = 0; i < queue.size(); i++) {
      long lots = sign * queue.lots(i);
      lotsBefore += lots;
      long valueThrough = position.scale().valueAtDoubled(doubledMarkTicks, lotsBefore);
      long profit = Math.subtractExact(valueThrough - valueBefore, queue.basis(i));
      trips.add(trip(i, nanos, lots, queue.basis(i), doubledMarkTicks, profit, queue.fee(i), true));
      valueBefore = valueThrough;
    }
  }
}
