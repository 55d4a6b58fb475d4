package io.tapedeck.core.ledger;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import java.util.List;
import java.util.function.Consumer;

/**
 * Posts fills and financing, in venue time: cash, and for each instrument signed lots and their
 * basis, netted by a cost method.
 *
 * <p>Invariant, exact after every event: {@code cash + basis = start + realised − fees −
 * financing}. A fill that turns a position around closes it and opens the next; its notional and
 * its fee are rounded once and shared out by lots. Money that leaves 64 bits is an {@link
 * ArithmeticException}.
 */
public final class Ledger {
  /** Financing of cash and not of an instrument's position. */
  public static final int CASH = -1;

  private final Position[] positions;
  private final CostBook[] costs;
  private final long startCash;
  private long cash;
  private long realised;
  private long fees;
  private long financing;
  private long interest;
  private long notionalTraded;
  private long fills;
  private int openPositions;

  /**
   * A ledger that holds cash only.
   *
   * @param startCash money
   * @param closedTrips hears of each round trip that a fill closes
   */
  public Ledger(
      Universe universe, long startCash, CostMethod method, Consumer<RoundTrip> closedTrips) {
    this(universe, startCash, method, 0, closedTrips);
  }

  /** A ledger whose round trips are a strategy's. */
  Ledger(
      Universe universe,
      long startCash,
      CostMethod method,
      int strategy,
      Consumer<RoundTrip> closedTrips) {
    this.startCash = startCash;
    cash = startCash;
    positions = new Position[universe.size()];
    costs = new CostBook[positions.length];
    for (int i = 0; i < positions.length; i++) {
      Position position = new Position(universe.instrument(i).moneyScale());
      positions[i] = position;
      costs[i] =
          switch (method) {
            case AVERAGE -> new AverageCost(strategy, i, position, closedTrips);
            case FIFO -> new FifoCost(strategy, i, position, closedTrips);
          };
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
    CostBook cost = costs[instrument];
    if (closed > 0) {
      long gain = cost.close(nanos, side, priceTicks, closed, closingNotional, closingFee);
      realised = Math.addExact(realised, gain);
    }
    if (closed < lots) {
      long opened = lots - closed;
      cost.open(nanos, side, priceTicks, opened, notional - closingNotional, fee - closingFee);
    }
    position.settle();
    openPositions += (position.lots() == 0 ? 0 : 1) - openBefore;
    return flow;
  }

  /**
   * Posts what holding a position, or cash, costs.
   *
   * @param instrument whose position is charged for, or {@link #CASH} for interest on cash
   * @param charge money; negative if it is received
   */
  public void finance(int instrument, long charge) {
    cash = Math.subtractExact(cash, charge);
    financing = Math.addExact(financing, charge);
    if (instrument == CASH) {
      interest = Math.addExact(interest, charge);
    }
  }

  /** Adds the round trips of an instrument that are under way, valued at a mark. */
  void addOpenTrips(int instrument, long nanos, long doubledMarkTicks, List<RoundTrip> trips) {
    costs[instrument].addOpenTrips(nanos, doubledMarkTicks, trips);
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

  /** Profit of what was closed, before fees and financing. */
  public long realised() {
    return realised;
  }

  public long fees() {
    return fees;
  }

  /** Financing paid less financing received, interest included. */
  public long financing() {
    return financing;
  }

  /** The part of {@link #financing} that is interest on cash. */
  public long interest() {
    return interest;
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
