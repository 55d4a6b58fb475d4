package io.tapedeck.core.replay;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderTicket;

/** One instrument as one strategy meets it: what is known of its position, and where orders go. */
final class Desk implements PositionView, OrderSink {
  private final int strategy;
  private final int instrument;
  private final KnownView known;
  private final Blotter blotter;
  private final OrderEntry entry;
  private final Ticket ticket;
  private final Desk[] desks;

  /** A desk among those of all instruments, which the caller fills in. */
  private Desk(
      int strategy,
      int instrument,
      KnownView known,
      Blotter blotter,
      OrderEntry entry,
      Desk[] desks) {
    this.strategy = strategy;
    this.instrument = instrument;
    this.known = known;
    this.blotter = blotter;
    this.entry = entry;
    this.desks = desks;
    ticket = new Ticket(instrument, strategy, entry);
  }

  /** The desks of one strategy. */
  static Desk[] forAll(
      int strategy, int instruments, KnownView known, Blotter blotter, OrderEntry entry) {
    Desk[] desks = new Desk[instruments];
    for (int i = 0; i < instruments; i++) {
      desks[i] = new Desk(strategy, i, known, blotter, entry, desks);
    }
    return desks;
  }

  @Override
  public long lots() {
    return known.of(strategy).lots(instrument);
  }

  @Override
  public long workingLots() {
    return blotter.working().net(strategy, instrument);
  }

  @Override
  public double averageTicks() {
    return known.of(strategy).averageTicks(instrument);
  }

  @Override
  public long cash() {
    return known.cash();
  }

  @Override
  public long equity() {
    return known.equity();
  }

  @Override
  public PositionView of(int other) {
    return desks[other];
  }

  @Override
  public long target(long signedLots) {
    return entry.target(strategy, instrument, signedLots);
  }

  @Override
  public long targetWeight(double weight) {
    return entry.targetWeight(strategy, instrument, weight);
  }

  @Override
  public long lean(double strength, long stopDistanceTicks) {
    return entry.lean(strategy, instrument, strength, stopDistanceTicks);
  }

  @Override
  public OrderTicket order(Side side, long lots) {
    return ticket.of(side, lots);
  }

  @Override
  public void amend(long orderId, long lots, long limitTicks, long triggerTicks) {
    entry.amend(orderId, lots, limitTicks, triggerTicks);
  }

  @Override
  public void cancel(long orderId) {
    entry.cancel(orderId);
  }

  @Override
  public OrderSink on(int other) {
    return desks[other];
  }
}
