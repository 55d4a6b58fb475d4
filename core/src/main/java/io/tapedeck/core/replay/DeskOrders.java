package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.risk.AccountGate;
import io.tapedeck.core.risk.RiskActions;
import java.util.Arrays;

/**
 * What the risk desk of the trader does: cancels and closes by orders that travel like all others,
 * and pass no gate. What is being closed already is not closed again, and those orders are not
 * canceled.
 */
final class DeskOrders implements RiskActions {
  private final AccountGate gate;
  private final OrderEntry entry;
  private final Blotter blotter;
  private final KnownView known;
  private final int strategies;
  private final int instruments;
  private final ClosingOrders closing;
  private final long[] reducingLots;
  private final OrderTerms close = new OrderTerms();

  DeskOrders(
      AccountGate gate,
      OrderEntry entry,
      Blotter blotter,
      KnownView known,
      int strategies,
      int instruments) {
    this.gate = gate;
    this.entry = entry;
    this.blotter = blotter;
    this.known = known;
    this.strategies = strategies;
    this.instruments = instruments;
    closing = new ClosingOrders(blotter);
    reducingLots = new long[instruments];
  }

  @Override
  public void changeState(TradingState state, RiskReason reason) {
    gate.become(state);
    if (state == TradingState.REDUCING) {
      cancel(Which.OPENING, 0);
    }
  }

  @Override
  public void cancelAll(RiskReason reason) {
    cancel(Which.ALL, 0);
  }

  @Override
  public void flattenAll(RiskReason reason) {
    for (int instrument = 0; instrument < instruments; instrument++) {
      close(instrument);
    }
  }

  @Override
  public void flatten(int instrument, RiskReason reason) {
    cancel(Which.OF_INSTRUMENT, instrument);
    close(instrument);
  }

  /** Which orders are canceled. */
  private enum Which {
    ALL,
    OF_INSTRUMENT,
    OPENING
  }

  private void cancel(Which which, int instrument) {
    Arrays.fill(reducingLots, 0);
    for (long id = blotter.oldestId(); id < blotter.nextId(); id++) {
      if (entry.isAlive(id) && !closing.contains(id) && isMeant(which, instrument, id)) {
        entry.cancelForRisk(id);
      }
    }
  }

  private boolean isMeant(Which which, int instrument, long id) {
    return switch (which) {
      case ALL -> true;
      case OF_INSTRUMENT -> blotter.instrument(id) == instrument;
      case OPENING -> !isReducing(id);
    };
  }

  /**
   * Whether an order, after the older ones that do, brings the position no further than to zero.
   */
  private boolean isReducing(long id) {
    OrderView order = blotter.order(id);
    int instrument = order.instrument();
    long lots = known.account().lots(instrument);
    long opposite = order.side() == Side.BUY ? -lots : lots;
    long leaves = blotter.knownLeavesLots(id);
    boolean isFitting = opposite - reducingLots[instrument] >= leaves;
    if (isFitting && !order.isReduceOnly()) {
      reducingLots[instrument] += leaves;
    }
    return isFitting || order.isReduceOnly();
  }

  private void close(int instrument) {
    for (int strategy = 0; strategy < strategies; strategy++) {
      long lots = known.of(strategy).lots(instrument) + closing.signedLots(strategy, instrument);
      if (lots != 0) {
        close.of(instrument, strategy, Side.of(-lots), Math.absExact(lots));
        closing.add(entry.sendUnchecked(close));
      }
    }
  }
}
