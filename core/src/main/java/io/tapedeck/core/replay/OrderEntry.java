package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;

/** The way of a wish: sized, through the risk gate, into the blotter and off to the venue. */
final class OrderEntry {
  /** More orders than this at one instant can only be a strategy that answers itself. */
  private static final int MAX_ORDERS_AT_ONCE = 10_000;

  private final OrderGate gate;
  private final Sizing sizing;
  private final Line line;
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final KnownView known;
  private final CommandQueue commands;
  private final ReportQueue reports;
  private final Toll toll;
  private final RunJournal journal;
  private final OrderTerms targeted = new OrderTerms();
  private long nowNanos;
  private int ordersNow;

  OrderEntry(
      OrderGate gate,
      Sizing sizing,
      Line line,
      Blotter blotter,
      Contingencies contingencies,
      KnownView known,
      CommandQueue commands,
      ReportQueue reports,
      Toll toll,
      RunJournal journal) {
    this.gate = gate;
    this.sizing = sizing;
    this.line = line;
    this.blotter = blotter;
    this.contingencies = contingencies;
    this.known = known;
    this.commands = commands;
    this.reports = reports;
    this.toll = toll;
    this.journal = journal;
  }

  /** Time has come to this. */
  void at(long nanos) {
    if (nanos != nowNanos) {
      nowNanos = nanos;
      ordersNow = 0;
    }
  }

  void openSession(Session session) {
    gate.openSession(session);
  }

  /** A bar became known, for sizes that are made of ranges and volatility. */
  void learnBar(BarView bar) {
    sizing.learnBar(bar);
  }

  long target(int strategy, int instrument, long signedLots) {
    return sized(strategy, instrument, sizing.scaled(instrument, signedLots));
  }

  long targetWeight(int strategy, int instrument, double weight) {
    return sized(strategy, instrument, sizing.ofWeight(instrument, weight));
  }

  long lean(int strategy, int instrument, double strength, long stopDistanceTicks) {
    return sized(strategy, instrument, sizing.ofSignal(instrument, strength, stopDistanceTicks));
  }

  private long sized(int strategy, int instrument, boolean isSized) {
    if (!isSized) {
      journal.onDecision();
      journal.onUnsized(sizing.refusal());
      return OrderSink.NO_ORDER;
    }
    long missing = Math.subtractExact(sizing.lots(), known.of(strategy).lots(instrument));
    long delta = Math.subtractExact(missing, blotter.working().net(strategy, instrument));
    if (delta == 0) {
      journal.onDecision();
      return OrderSink.NO_ORDER;
    }
    return send(targeted.of(instrument, strategy, Side.of(delta), Math.absExact(delta)));
  }

  /** Sends an order through the gate; the terms are copied. */
  long send(OrderTerms order) {
    journal.onDecision();
    if (++ordersNow > MAX_ORDERS_AT_ONCE) {
      throw new IllegalStateException(
          "more than " + MAX_ORDERS_AT_ONCE + " orders at one instant: does it answer itself?");
    }
    order.decidedAt(known.doubledTicks(order.instrument()));
    if (!isBoundToOpen(order.parentId()) || !isBoundToOpen(order.cancelsId())) {
      return deny(order, DenialReason.ORDER_NOT_OPEN);
    }
    return gate.admits(order, nowNanos) ? admit(order) : deny(order, gate.denial());
  }

  /** Sends an order of the risk desk, which passes no gate. */
  long sendUnchecked(OrderTerms order) {
    return admit(order.decidedAt(known.doubledTicks(order.instrument())));
  }

  private boolean isBoundToOpen(long orderId) {
    return orderId == OrderView.NO_ORDER || isAlive(orderId);
  }

  /** Whether this order is not known to be done, and was not denied. */
  boolean isAlive(long orderId) {
    return blotter.isKnownOpen(orderId) && blotter.status(orderId) != OrderStatus.DENIED;
  }

  private long admit(OrderView order) {
    long id = blotter.send(order);
    contingencies.send(id, order);
    toll.open(id, true);
    journal.onSent(nowNanos, id, order);
    commands.addOrder(line.arrivalNanos(order.instrument(), nowNanos), id);
    return id;
  }

  private long deny(OrderView order, DenialReason reason) {
    long id = blotter.deny(order);
    toll.open(id, false);
    journal.onDenied(nowNanos, id, order, reason);
    reports.addEnd(nowNanos, id);
    return id;
  }

  void amend(long orderId, long lots, long limitTicks, long triggerTicks) {
    journal.onDecision();
    requireIssued(orderId, "amend");
    if (!isAlive(orderId)) {
      journal.onAmendDenied(nowNanos, orderId, DenialReason.ORDER_NOT_OPEN);
      return;
    }
    if (!gate.admitsAmend(orderId, nowNanos, lots, limitTicks, triggerTicks)) {
      journal.onAmendDenied(nowNanos, orderId, gate.denial());
      return;
    }
    blotter.amend(orderId, lots, limitTicks, triggerTicks);
    journal.onAmendSent(nowNanos, orderId, lots, limitTicks, triggerTicks);
    long arrival = line.arrivalNanos(blotter.instrument(orderId), nowNanos);
    commands.addAmend(arrival, orderId, lots, limitTicks, triggerTicks);
  }

  void cancel(long orderId) {
    journal.onDecision();
    if (orderId == OrderSink.NO_ORDER) {
      return;
    }
    requireIssued(orderId, "cancel");
    if (isAlive(orderId)) {
      commands.addCancel(cancelArrivalNanos(orderId), orderId);
    }
  }

  /** Cancels a working order for the risk desk. */
  void cancelForRisk(long orderId) {
    commands.addRiskCancel(cancelArrivalNanos(orderId), orderId);
  }

  private long cancelArrivalNanos(long orderId) {
    journal.onCancelSent(nowNanos, orderId);
    return line.arrivalNanos(blotter.instrument(orderId), nowNanos);
  }

  private void requireIssued(long orderId, String what) {
    if (!blotter.isIssued(orderId)) {
      throw new IllegalArgumentException("order " + orderId + " to " + what + " was never sent");
    }
  }
}
