package io.tapedeck.core.blotter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.ReplaceReason;
import java.util.ArrayList;
import java.util.List;

/** Orders of one instrument at a venue that does what contingencies ask for, and notes it. */
final class BoundOrders implements ContingencyActions {
  private final Blotter blotter = new Blotter(2, 1);
  private final Contingencies contingencies = new Contingencies(blotter, 2);
  private final List<String> deeds = new ArrayList<>();

  /** A limit order; its price plays no part here. */
  static OrderTerms order(Side side, long lots) {
    return new OrderTerms().of(0, 0, side, lots).typed(OrderType.LIMIT).limit(100);
  }

  /** Contingencies as they are. */
  Contingencies contingencies() {
    return contingencies;
  }

  Blotter blotter() {
    return blotter;
  }

  /** Sends an order; it is under way. */
  long send(OrderTerms order) {
    long id = blotter.send(order);
    contingencies.send(id, order);
    return id;
  }

  /** An order comes to the venue. */
  void arrive(long id) {
    if (contingencies.arrive(id, blotter.order(id))) {
      blotter.accept(id);
    }
    settle();
  }

  /** Sends an order that arrives at once. */
  long place(OrderTerms order) {
    long id = send(order);
    arrive(id);
    return id;
  }

  /** As much of an order fills as may, of these lots, and the event is not over yet. */
  long fill(long id, long lots) {
    long permitted = contingencies.lots(id, lots);
    if (permitted > 0) {
      blotter.fill(id, permitted);
      contingencies.onFilled(id, blotter.order(id), permitted, blotter.leavesLots(id));
    }
    return permitted;
  }

  /** All of these lots of an order fill, and the event is over. */
  void fillAndSettle(long id, long lots) {
    assertThat(fill(id, lots)).isEqualTo(lots);
    settle();
  }

  /** An order ends at the venue. */
  void end(long id) {
    blotter.end(id, OrderStatus.CANCELED);
    contingencies.onEnded(id);
  }

  /** The event is over. */
  void settle() {
    contingencies.settle(0, this);
  }

  /** What followed since the last call. */
  List<String> deeds() {
    List<String> told = List.copyOf(deeds);
    deeds.clear();
    return told;
  }

  @Override
  public void cancel(long nanos, long orderId, CancelReason reason) {
    deeds.add("cancel #" + orderId + " " + reason);
    end(orderId);
  }

  @Override
  public void resize(long nanos, long orderId, long lots, ReplaceReason reason) {
    deeds.add("resize #" + orderId + " to " + lots + " " + reason);
    blotter.replace(orderId, lots, 100, 0);
  }

  @Override
  public void release(long nanos, long orderId) {
    deeds.add("release #" + orderId);
    blotter.accept(orderId);
  }

  @Override
  public void drop(long nanos, long orderId, CancelReason reason) {
    deeds.add("drop #" + orderId + " " + reason);
    end(orderId);
  }
}
