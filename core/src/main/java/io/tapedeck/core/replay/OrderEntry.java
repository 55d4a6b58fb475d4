package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.risk.RiskGate;

/** The way of a wish: through the risk gate, into the blotter and off to the venue. */
final class OrderEntry {
  /** More orders than this at one instant can only be a strategy that answers itself. */
  private static final int MAX_ORDERS_AT_ONCE = 10_000;

  private final RiskGate[] gates;
  private final long entryNanos;
  private final Blotter blotter;
  private final KnownView known;
  private final CommandQueue commands;
  private final ReportQueue reports;
  private final RunJournal journal;
  private long nowNanos;
  private int ordersNow;

  OrderEntry(
      RiskGate[] gates,
      long entryNanos,
      Blotter blotter,
      KnownView known,
      CommandQueue commands,
      ReportQueue reports,
      RunJournal journal) {
    this.gates = gates;
    this.entryNanos = entryNanos;
    this.blotter = blotter;
    this.known = known;
    this.commands = commands;
    this.reports = reports;
    this.journal = journal;
  }

  /** Time has come to this. */
  void at(long nanos) {
    if (nanos != nowNanos) {
      nowNanos = nanos;
      ordersNow = 0;
    }
  }

  long target(int instrument, long signedLots) {
    long missing = Math.subtractExact(signedLots, known.lots(instrument));
    long working = blotter.workingBuyLots(instrument) - blotter.workingSellLots(instrument);
    long delta = Math.subtractExact(missing, working);
    if (delta == 0) {
      journal.onDecision();
      return OrderSink.NO_ORDER;
    }
    long lots = Math.absExact(delta);
    return send(instrument, OrderType.MARKET, Side.of(delta), lots, 0, TimeInForce.GTC);
  }

  long send(
      int instrument, OrderType type, Side side, long lots, long limitTicks, TimeInForce tif) {
    journal.onDecision();
    if (++ordersNow > MAX_ORDERS_AT_ONCE) {
      throw new IllegalStateException(
          "more than " + MAX_ORDERS_AT_ONCE + " orders at one instant: does it answer itself?");
    }
    boolean isAdmitted =
        gates[instrument].admits(
            type,
            side,
            lots,
            limitTicks,
            known.lots(instrument),
            side == Side.BUY
                ? blotter.workingBuyLots(instrument)
                : blotter.workingSellLots(instrument),
            known.priceTicks(instrument, side));
    return isAdmitted
        ? admit(instrument, type, side, lots, limitTicks, tif)
        : deny(instrument, type, side, lots, limitTicks, tif);
  }

  private long admit(
      int instrument, OrderType type, Side side, long lots, long limitTicks, TimeInForce tif) {
    long id = blotter.send(instrument, type, side, lots, limitTicks, tif);
    journal.onSent(nowNanos, id, instrument, type, side, lots, limitTicks, tif);
    commands.addOrder(Math.addExact(nowNanos, entryNanos), id);
    return id;
  }

  private long deny(
      int instrument, OrderType type, Side side, long lots, long limitTicks, TimeInForce tif) {
    long id = blotter.deny(instrument, type, side, lots, limitTicks, tif);
    journal.onDenied(
        nowNanos, id, instrument, type, side, lots, limitTicks, tif, gates[instrument].denial());
    reports.addEnd(nowNanos, id);
    return id;
  }

  void cancel(long orderId) {
    journal.onDecision();
    if (orderId == OrderSink.NO_ORDER) {
      return;
    }
    if (!blotter.isIssued(orderId)) {
      throw new IllegalArgumentException("order " + orderId + " to cancel was never sent");
    }
    if (blotter.isKnownOpen(orderId) && blotter.status(orderId) != OrderStatus.DENIED) {
      commands.addCancel(Math.addExact(nowNanos, entryNanos), orderId);
    }
  }
}
