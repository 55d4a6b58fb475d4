package io.tapedeck.core.ledger;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.FinancingCharges;
import io.tapedeck.core.account.MarginFraction;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The venue-time books of a run: the ledger, marks, equity and sessions.
 *
 * <p>When equity is evaluated: with one instrument, after every event of the venue; with several,
 * at each whole second (what happened at that very instant included), after every event that filled
 * an order, and at session closes. Seconds are evaluated when the next event shows that they have
 * passed; nothing changes in between, so the result is the same, and of several seconds that passed
 * only the first and the last are marks. Call {@link #pass} before an event and {@link #settle}
 * after it. Positions are valued at {@link Marks}: one the tape has not priced at its last fill.
 */
public final class Books {
  private static final long GRID_NANOS = 1_000_000_000L;

  private final Ledger ledger;
  private final Attribution attribution;
  private final Marks marks;
  private final EquityTrack track;
  private final EquityListener listener;
  private final SessionTally session = new SessionTally();
  private final boolean isOnGrid;
  private final Valuation valuation;
  private MarginFraction maintenance = MarginFraction.NONE;
  private MarkWatch watch;
  private long nextGridNanos = Long.MIN_VALUE;
  private long settledFills;
  private long notionalAtClose;

  /** Books of one strategy. */
  public Books(Ledger ledger, Marks marks, EquityListener listener) {
    this(ledger, Attribution.NONE, marks, listener);
  }

  /**
   * Books of an account that several strategies share.
   *
   * @param ledger the account's, over the same universe as the strategies'
   */
  public Books(Ledger ledger, Attribution attribution, Marks marks, EquityListener listener) {
    this.ledger = ledger;
    this.attribution = attribution;
    this.marks = marks;
    this.listener = listener;
    track = new EquityTrack(ledger.startCash());
    isOnGrid = ledger.instruments() > 1;
    valuation = new Valuation(ledger, attribution, marks);
  }

  /**
   * Lets one watch hear of every mark from now on, after the equity listener. Without one, marks
   * cost nothing more.
   *
   * @param fraction what is required of each position's value to hold it
   */
  public void watch(MarginFraction fraction, MarkWatch watched) {
    maintenance = fraction;
    watch = watched;
  }

  /** Time has come to this: evaluates the whole seconds before it. */
  public void pass(long nanos) {
    if (isOnGrid && nanos > nextGridNanos) {
      passGrid(nanos);
    }
  }

  private void passGrid(long nanos) {
    long lastGridNanos = Math.floorDiv(nanos - 1, GRID_NANOS) * GRID_NANOS;
    if (nextGridNanos != Long.MIN_VALUE) {
      mark(nextGridNanos);
      mark(Math.max(nextGridNanos, lastGridNanos));
    }
    nextGridNanos = lastGridNanos + GRID_NANOS;
  }

  public void onQuote(int instrument, long bidTicks, long askTicks) {
    marks.onQuote(instrument, bidTicks, askTicks);
  }

  public void onTrade(int instrument, long priceTicks) {
    marks.onTrade(instrument, priceTicks);
  }

  /** A point of a bar, in an instrument without ticks. */
  public void onPoint(int instrument, long doubledTicks) {
    marks.onPoint(instrument, doubledTicks);
  }

  /**
   * Posts a fill and returns what it changes cash by.
   *
   * @param strategy whose fill it is; 0 where there is one
   */
  public long post(
      long nanos, int strategy, int instrument, Side side, long priceTicks, long lots, long fee) {
    long flow = ledger.post(nanos, instrument, side, priceTicks, lots, fee);
    if (attribution.strategies() > 0) {
      attribution.ledger(strategy).post(nanos, instrument, side, priceTicks, lots, fee);
    }
    marks.onFill(instrument, priceTicks);
    session.expose(nanos, ledger.openPositions() > 0);
    return flow;
  }

  /**
   * Posts what it costs to hold positions and cash until the next session; call it before {@link
   * #closeSession}, whose mark then shows it. Positions are charged by their net value at the marks
   * that stand, flat ones not; cash by what it is before these charges.
   *
   * @param nextDate date of the next session
   */
  public void chargeFinancing(Session closed, LocalDate nextDate, FinancingCharges charges) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(closed.date(), nextDate));
    Require.that(
        days > 0, "session %s must be followed by a later one, not %s", closed.date(), nextDate);
    long cash = ledger.cash();
    for (int i = 0; i < ledger.instruments(); i++) {
      long lots = ledger.lots(i);
      if (lots != 0) {
        long charge = charges.onPosition(i, valuation.value(i), days);
        ledger.finance(i, charge);
        attribution.finance(i, lots, charge);
      }
    }
    ledger.finance(Ledger.CASH, charges.onCash(cash, days));
  }

  /** The venue is done with an event. */
  public void settle(long nanos) {
    if (!isOnGrid || ledger.fills() != settledFills) {
      settledFills = ledger.fills();
      mark(nanos);
    }
  }

  private void mark(long nanos) {
    long equity = valuation.observedEquity();
    if (track.mark(nanos, equity)) {
      listener.onMark(nanos, equity);
    }
    if (watch != null) {
      watch.onMark(nanos, equity, maintenanceRequirement());
    }
  }

  /** Cash plus the value of all positions at their marks, now. */
  public long equity() {
    return valuation.equity();
  }

  /** The value of all positions at their marks, now: long ones less short ones, in money. */
  public long netValue() {
    return valuation.netValue();
  }

  /** The absolute values of all positions at their marks, now, added up, in money. */
  public long grossValue() {
    return valuation.grossValue();
  }

  /**
   * The equity that all positions require, now, in money: each one's share of its absolute value
   * rounded up.
   */
  public long requirement(MarginFraction fraction) {
    return valuation.requirement(fraction);
  }

  /** The requirement by the fraction that is watched; 0 if nothing is. */
  public long maintenanceRequirement() {
    return valuation.requirement(maintenance);
  }

  /**
   * What a strategy has earned, now: what its fills and its financing brought in cash, plus its
   * share of the value of the account's positions, as {@link Attribution} says. The profits of all
   * strategies add up exactly to {@code equity − start + interest paid on cash}.
   */
  public long strategyProfit(int strategy) {
    return valuation.strategyProfit(strategy);
  }

  public void openSession(Session opened) {
    session.open(opened);
    track.openSession();
  }

  /**
   * Marks, and sums the session up.
   *
   * @param nanos the close, or the end of the closing auction after it
   */
  public DailyEquity closeSession(Session closed, long nanos) {
    mark(nanos);
    long notional = ledger.notionalTraded() - notionalAtClose;
    notionalAtClose = ledger.notionalTraded();
    return new DailyEquity(
        closed.date(),
        track.equity(),
        ledger.cash(),
        ledger.realised(),
        ledger.fees(),
        notional,
        session.close(closed),
        closed.closeNanos() - closed.openNanos(),
        ledger.financing());
  }

  /** Round trips that are open, marked, in the order of the universe. */
  public List<RoundTrip> openTrips() {
    return valuation.openTrips(track.lastMarkNanos());
  }

  /** Value of open positions less their basis. */
  public long unrealised() {
    return Math.subtractExact(Math.subtractExact(equity(), ledger.cash()), ledger.basis());
  }

  public Ledger ledger() {
    return ledger;
  }

  public Attribution attribution() {
    return attribution;
  }

  public EquityTrack track() {
    return track;
  }

  public Marks marks() {
    return marks;
  }
}
