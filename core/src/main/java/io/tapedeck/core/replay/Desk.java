package io.tapedeck.core.replay;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/** One instrument as a strategy meets it: what is known of its position, and where orders go. */
final class Desk implements PositionView, OrderSink {
  private final int instrument;
  private final KnownView known;
  private final Blotter blotter;
  private final OrderEntry entry;
  private final Desk[] desks;

  /** A desk among those of all instruments, which the caller fills in. */
  private Desk(int instrument, KnownView known, Blotter blotter, OrderEntry entry, Desk[] desks) {
    this.instrument = instrument;
    this.known = known;
    this.blotter = blotter;
    this.entry = entry;
    this.desks = desks;
  }

  static Desk[] forAll(int instruments, KnownView known, Blotter blotter, OrderEntry entry) {
    Desk[] desks = new Desk[instruments];
    for (int i = 0; i < instruments; i++) {
      desks[i] = new Desk(i, known, blotter, entry, desks);
    }
    return desks;
  }

  @Override
  public long lots() {
    return known.lots(instrument);
  }

  @Override
  public long workingLots() {
    return blotter.workingBuyLots(instrument) - blotter.workingSellLots(instrument);
  }

  @Override
  public long cash() {
    return known.cash();
  }

  @Override
  public PositionView of(int other) {
    return desks[other];
  }

  @Override
  public long target(long signedLots) {
    return entry.target(instrument, signedLots);
  }

  @Override
  public long market(Side side, long lots, TimeInForce timeInForce) {
    return entry.send(instrument, OrderType.MARKET, side, lots, 0, timeInForce);
  }

  @Override
  public long limit(Side side, long lots, long priceTicks, TimeInForce timeInForce) {
    return entry.send(instrument, OrderType.LIMIT, side, lots, priceTicks, timeInForce);
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
