package io.tapedeck.core.ledger;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The venue-time books of a run: the ledger, marks, equity and sessions.
 *
 * <p>When equity is evaluated: with one instrument, after every event of the venue; with several,
 * at each whole second (what happened at that very instant included), after every event that filled
 * an order, and at session closes. Seconds are evaluated when the next event shows that they have
 * passed; nothing changes in between, so the result is the same. Call {@link #pass} before an event
 * and {@link #settle} after it.
 */
public final class Books {
  private static final long GRID_NANOS = 1_000_000_000L;

  private final Ledger ledger;
  private final Marks marks;
  private final EquityTrack track;
  private final EquityListener listener;
  private final SessionTally session = new SessionTally();
  private final boolean isOnGrid;
  private long nextGridNanos = Long.MIN_VALUE;
  private long settledFills;
  private long notionalAtClose;

  public Books(Ledger ledger, Marks marks, EquityListener listener) {
    this.ledger = ledger;
    this.marks = marks;
    this.listener = listener;
    track = new EquityTrack(ledger.startCash());
    isOnGrid = ledger.instruments() > 1;
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

  /** Posts a fill and returns what it changes cash by. */
  public long post(long nanos, int instrument, Side side, long priceTicks, long lots, long fee) {
    long flow = ledger.post(nanos, instrument, side, priceTicks, lots, fee);
    marks.onFill(instrument, priceTicks);
    session.expose(nanos, ledger.openPositions() > 0);
    return flow;
  }

  /** The venue is done with an event. */
  public void settle(long nanos) {
    if (!isOnGrid || ledger.fills() != settledFills) {
      settledFills = ledger.fills();
      mark(nanos);
    }
  }

  private void mark(long nanos) {
    if (track.mark(nanos, equity())) {
      listener.onMark(nanos, track.equity());
    }
  }

  /** Cash plus the value of all positions at their marks, now. */
  public long equity() {
    long equity = ledger.cash();
    if (ledger.openPositions() > 0) {
      for (int i = 0; i < ledger.instruments(); i++) {
        equity = Math.addExact(equity, value(i));
      }
    }
    return equity;
  }

  private long value(int instrument) {
    Position position = ledger.position(instrument);
    long lots = position.lots();
    return lots == 0 ? 0 : position.valueAt(marks.doubledTicks(instrument, lots));
  }

  public void openSession(Session opened) {
    session.open(opened);
  }

  /** Marks at the close, and sums the session up. */
  public DailyEquity closeSession(Session closed) {
    mark(closed.closeNanos());
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
        closed.closeNanos() - closed.openNanos());
  }

  /** Positions that are open, marked, in the order of the universe. */
  public List<RoundTrip> openTrips() {
    List<RoundTrip> open = new ArrayList<>();
    for (int i = 0; i < ledger.instruments(); i++) {
      long lots = ledger.lots(i);
      if (lots != 0) {
        open.add(ledger.openTrip(i, track.lastMarkNanos(), marks.doubledTicks(i, lots)));
      }
    }
    return List.copyOf(open);
  }

  /** Value of open positions less their basis. */
  public long unrealised() {
    return Math.subtractExact(Math.subtractExact(equity(), ledger.cash()), ledger.basis());
  }

  public Ledger ledger() {
    return ledger;
  }

  public EquityTrack track() {
    return track;
  }

  public Marks marks() {
    return marks;
  }
}
