package io.tapedeck.core.ledger;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Universe;
import java.util.List;
import java.util.function.Consumer;

/**
 * What each of several strategies on one account did: a ledger of its own fills for each, which
 * starts without cash, so that its cash is what its fills and its financing brought.
 *
 * <p>The account nets what the strategies hold; their ledgers do not, so basis and realised profit
 * differ from the account's. What adds up exactly, in money, after every event:
 *
 * <ul>
 *   <li>lots, fees and notional of the strategies to the account's;
 *   <li>their cash to the account's cash less its start, interest on cash aside, which is nobody's;
 *   <li>their cash plus their shares of the value to the account's equity less its start, interest
 *       aside. Strategies are valued at the price at which the net is; of the value rounded once a
 *       strategy's share is the value of the lots of all strategies up to it, less that of all
 *       before it.
 * </ul>
 *
 * <p>Financing of a net position is shared out by lots among the strategies that hold the side of
 * the net, each share rounded half to even of what is left, in their order.
 */
public final class Attribution {
  /** One strategy, whose books are the account's. */
  public static final Attribution NONE = new Attribution(new Ledger[0], new MoneyScale[0]);

  private final Ledger[] ledgers;
  private final MoneyScale[] scales;

  private Attribution(Ledger[] ledgers, MoneyScale[] scales) {
    this.ledgers = ledgers;
    this.scales = scales;
  }

  /**
   * Ledgers of several strategies.
   *
   * @param strategies at least 2
   * @param closedTrips hears of each round trip of a strategy that a fill closes
   */
  public static Attribution of(
      Universe universe, int strategies, CostMethod method, Consumer<RoundTrip> closedTrips) {
    Require.that(strategies >= 2, "attribution needs at least 2 strategies, was %d", strategies);
    Ledger[] ledgers = new Ledger[strategies];
    for (int i = 0; i < strategies; i++) {
      ledgers[i] = new Ledger(universe, 0, method, i, closedTrips);
    }
    MoneyScale[] scales = new MoneyScale[universe.size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = universe.instrument(i).moneyScale();
    }
    return new Attribution(ledgers, scales);
  }

  /** How many strategies have a ledger of their own; 0 where there is one strategy. */
  public int strategies() {
    return ledgers.length;
  }

  /** The strategy's own ledger. */
  public Ledger ledger(int strategy) {
    return ledgers[strategy];
  }

  /** Shares out a charge on the account's position. */
  void finance(int instrument, long netLots, long charge) {
    long restLots = 0;
    for (Ledger ledger : ledgers) {
      restLots = Math.addExact(restLots, lotsOnSide(ledger, instrument, netLots));
    }
    long restCharge = charge;
    for (Ledger ledger : ledgers) {
      long lots = lotsOnSide(ledger, instrument, netLots);
      if (lots > 0) {
        long share = MoneyScale.proportion(restCharge, lots, restLots);
        ledger.finance(instrument, share);
        restCharge -= share;
        restLots -= lots;
      }
    }
  }

  private static long lotsOnSide(Ledger ledger, int instrument, long netLots) {
    long lots = ledger.lots(instrument);
    return Long.signum(lots) == Long.signum(netLots) ? Math.absExact(lots) : 0;
  }

  /** The strategies' positions in an instrument are marked at this price. */
  void observe(int instrument, long doubledTicks) {
    for (Ledger ledger : ledgers) {
      if (ledger.lots(instrument) != 0) {
        ledger.position(instrument).observe(doubledTicks);
      }
    }
  }

  /** The strategy's share of the value of the account's position at this price, in money. */
  long value(int strategy, int instrument, long doubledTicks) {
    long lotsBefore = 0;
    for (int i = 0; i < strategy; i++) {
      lotsBefore = Math.addExact(lotsBefore, ledgers[i].lots(instrument));
    }
    long lotsThrough = Math.addExact(lotsBefore, ledgers[strategy].lots(instrument));
    MoneyScale scale = scales[instrument];
    return Math.subtractExact(
        scale.valueAtDoubled(doubledTicks, lotsThrough),
        scale.valueAtDoubled(doubledTicks, lotsBefore));
  }

  /** Adds the strategies' round trips that are under way, strategy by strategy. */
  void addOpenTrips(int instrument, long nanos, long doubledMarkTicks, List<RoundTrip> trips) {
    for (Ledger ledger : ledgers) {
      ledger.addOpenTrips(instrument, nanos, doubledMarkTicks, trips);
    }
  }
}
