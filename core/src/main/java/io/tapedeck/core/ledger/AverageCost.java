package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;
import java.util.List;
import java.util.function.Consumer;

/** All held lots cost the same; a round trip goes from flat to flat. */
final class AverageCost implements CostBook {
  private final Position position;
  private final OpenTrip trip;
  private final Consumer<RoundTrip> closedTrips;

  AverageCost(int strategy, int instrument, Position position, Consumer<RoundTrip> closedTrips) {
    this.position = position;
    this.closedTrips = closedTrips;
    trip = new OpenTrip(strategy, instrument);
  }

  @Override
  public void open(long nanos, Side side, long priceTicks, long lots, long notional, long fee) {
    if (position.lots() == 0) {
      trip.start(nanos, side);
    } else {
      reachMarks();
    }
    position.add(side.sign() * lots, side.sign() * notional);
    trip.enter(nanos, priceTicks, lots, fee, Math.absExact(position.lots()));
    reach(2 * priceTicks);
  }

  @Override
  public long close(long nanos, Side side, long priceTicks, long lots, long notional, long fee) {
    reachMarks();
    long basis = position.basisOf(lots);
    long gain = Math.subtractExact(side.sign() * -notional, basis);
    position.add(side.sign() * lots, -basis);
    trip.exit(nanos, priceTicks, lots, fee, gain);
    reach(2 * priceTicks);
    if (position.lots() == 0) {
      closedTrips.accept(trip.closed());
    }
    return gain;
  }

  private void reachMarks() {
    if (position.isObserved()) {
      reach(position.lowDoubledTicks());
      reach(position.highDoubledTicks());
    }
  }

  private void reach(long doubledTicks) {
    trip.reach(unrealisedAt(doubledTicks));
  }

  private long unrealisedAt(long doubledTicks) {
    long value = position.scale().valueAtDoubled(doubledTicks, position.lots());
    return Math.subtractExact(value, position.basis());
  }

  @Override
  public void addOpenTrips(long nanos, long doubledMarkTicks, List<RoundTrip> trips) {
    if (position.lots() != 0) {
      reachMarks();
      trips.add(trip.markedAt(nanos, doubledMarkTicks / 2.0, unrealisedAt(doubledMarkTicks)));
    }
  }
}
