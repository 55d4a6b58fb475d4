package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import java.util.function.Consumer;

/**
 * Posts fills, in venue time: cash, and for each instrument signed lots and their basis, netted at
 * average cost.
 *
 * <p>Invariant, exact after every fill: {@code cash + basis = start + realised − fees}. A partial
 * close takes the share of the basis {@code round(basis × closed / held)}, a full close all of it.
 * A fill that turns a position around closes it and opens the next; its notional and its fee are
 * rounded once and shared out by lots. Money that leaves 64 bits is an {@link ArithmeticException}.
 */
public final class Ledger {
  private final Position[] positions;
  private final OpenTrip[] trips;
  private final Consumer<RoundTrip> closedTrips;
  private final long startCash;
  private long cash;
  private long realised;
  private long fees;
  private long notionalTraded;
  private long fills;
  private int openPositions;

  /**
   * A ledger that holds cash only.
   *
   * @param startCash money
   * @param closedTrips hears of each round trip that a fill closes
   */
  public Ledger(Universe universe, long startCash, Consumer<RoundTrip> closedTrips) {
    this.startCash = startCash;
    this.closedTrips = closedTrips;
    cash = startCash;
    positions = new Position[universe.size()];
    trips = new OpenTrip[positions.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = new Position(universe.instrument(i).moneyScale());
      trips[i] = new OpenTrip(i);
    }
  }

  /**
   * Posts a fill.
   *
   * @param lots filled, positive
   * @param fee money, negative for a rebate
   * @return what it changes cash by, fee included
   */
  public long post(long nanos, int instrument, Side side, long priceTicks, long lots, long fee) {
    Position position = positions[instrument];
    long notional = position.scale().notional(priceTicks, lots);
    long flow = Math.subtractExact(side.sign() * -notional, fee);
    cash = Math.addExact(cash, flow);
    fees = Math.addExact(fees, fee);
    notionalTraded = Math.addExact(notionalTraded, Math.absExact(notional));
    fills++;
    int openBefore = position.lots() == 0 ? 0 : 1;
    long closed = position.closable(side.sign() * lots);
    long closingNotional = MoneyScale.proportion(notional, closed, lots);
    long closingFee = MoneyScale.proportion(fee, closed, lots);
    if (closed > 0) {
      close(nanos, instrument, side, priceTicks, closed, closingNotional, closingFee);
    }
    if (closed < lots) {
      long opened = lots - closed;
      open(
          nanos,
          instrument,
          side,
          priceTicks,
          opened,
          notional - closingNotional,
          fee - closingFee);
    }
    position.settle();
    openPositions += (position.lots() == 0 ? 0 : 1) - openBefore;
    return flow;
  }

  private void close(
      long nanos, int instrument, Side side, long priceTicks, long lots, long notional, long fee) {
    Position position = positions[instrument];
    long basis = position.basisOf(lots);
    long gain = Math.subtractExact(side.sign() * -notional, basis);
    position.add(side.sign() * lots, -basis);
    realised = Math.addExact(realised, gain);
    trips[instrument].exit(nanos, priceTicks, lots, fee, gain);
    if (position.lots() == 0) {
      closedTrips.accept(trips[instrument].closed());
    }
  }

  private void open(
      long nanos, int instrument, Side side, long priceTicks, long lots, long notional, long fee) {
    Position position = positions[instrument];
    if (position.lots() == 0) {
      trips[instrument].start(nanos, side);
    }
    position.add(side.sign() * lots, side.sign() * notional);
    trips[instrument].enter(nanos, priceTicks, lots, fee, Math.absExact(position.lots()));
  }

  /** The round trip that is under way, valued at a mark. */
  RoundTrip openTrip(int instrument, long nanos, long doubledMarkTicks) {
    long value = positions[instrument].valueAt(doubledMarkTicks);
    long unrealised = Math.subtractExact(value, positions[instrument].basis());
    return trips[instrument].markedAt(nanos, doubledMarkTicks / 2.0, unrealised);
  }

  Position position(int instrument) {
    return positions[instrument];
  }

  int instruments() {
    return positions.length;
  }

  /** Signed lots held. */
  public long lots(int instrument) {
    return positions[instrument].lots();
  }

  /** What the held lots cost, signed like them. */
  public long basis(int instrument) {
    return positions[instrument].basis();
  }

  /** The basis of all positions. */
  public long basis() {
    long sum = 0;
    for (Position position : positions) {
      sum = Math.addExact(sum, position.basis());
    }
    return sum;
  }

  public long startCash() {
    return startCash;
  }

  public long cash() {
    return cash;
  }

  /** Profit of what was closed, before fees. */
  public long realised() {
    return realised;
  }

  public long fees() {
    return fees;
  }

  /** Notional of all fills, each counted positive. */
  public long notionalTraded() {
    return notionalTraded;
  }

  public long fills() {
    return fills;
  }

  /** Instruments with a position. */
  public int openPositions() {
    return openPositions;
  }
}
