package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.blotter.ContingencyActions;
import io.tapedeck.core.execution.Aftermath;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.ReplaceReason;

/** Carries out at the venue what contingencies ask for after an event. */
final class Cascade implements Aftermath, ContingencyActions {
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final Clearing clearing;
  private Venue venue;

  Cascade(Blotter blotter, Contingencies contingencies, Clearing clearing) {
    this.blotter = blotter;
    this.contingencies = contingencies;
    this.clearing = clearing;
  }

  /** The venue that calls and is called; said once. */
  void serve(Venue served) {
    venue = served;
  }

  @Override
  public void settle(long nanos) {
    contingencies.settle(nanos, this);
  }

  @Override
  public void cancel(long nanos, long orderId, CancelReason reason) {
    venue.cancel(
        nanos, orderId, blotter.instrument(orderId), blotter.order(orderId).side(), reason);
  }

  @Override
  public void resize(long nanos, long orderId, long lots, ReplaceReason reason) {
    OrderView order = blotter.order(orderId);
    venue.amend(
        nanos,
        orderId,
        order.instrument(),
        order.side(),
        lots,
        order.limitTicks(),
        order.triggerTicks(),
        reason);
  }

  @Override
  public void release(long nanos, long orderId) {
    venue.release(nanos, orderId, blotter.order(orderId));
  }

  @Override
  public void drop(long nanos, long orderId, CancelReason reason) {
    clearing.onCanceled(nanos, orderId, reason, blotter.leavesLots(orderId));
  }
}
