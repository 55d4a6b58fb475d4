package io.tapedeck.core.strategy;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** Remembers the targets a strategy asks for, as "instrument: lots". */
final class Wishes implements OrderSink {
  private final int instrument;
  private final List<String> targets;

  Wishes() {
    this(0, new ArrayList<>());
  }

  private Wishes(int instrument, List<String> targets) {
    this.instrument = instrument;
    this.targets = targets;
  }

  List<String> targets() {
    return targets;
  }

  @Override
  public long target(long signedLots) {
    targets.add(instrument + ": " + signedLots);
    return NO_ORDER;
  }

  @Override
  public long market(Side side, long lots, TimeInForce timeInForce) {
    throw new UnsupportedOperationException("the shipped strategies speak in targets");
  }

  @Override
  public long limit(Side side, long lots, long priceTicks, TimeInForce timeInForce) {
    throw new UnsupportedOperationException("the shipped strategies speak in targets");
  }

  @Override
  public void cancel(long orderId) {
    throw new UnsupportedOperationException("the shipped strategies speak in targets");
  }

  @Override
  public OrderSink on(int other) {
    return new Wishes(other, targets);
  }
}
