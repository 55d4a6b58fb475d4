package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;

/**
 * Lets orders in or refuses them, gives each its place, and changes and cancels them on request.
 */
final class OrderDesk {
  private static final int NOWHERE = -1;

  private final boolean isMatchingOnArrival;
  private final WorkingOrders orders;
  private final FillDesk desk;
  private final QuoteMatcher quotes;
  private final Triggers triggers;
  private final AuctionDesk auctions;
  private final Expiry expiry;
  private final BarMatcher bars;
  private final FillPermit permit;
  private final OrderListener listener;

  /**
   * A desk.
   *
   * @param isMatchingOnArrival whether what arrives meets what stands, else the next event
   */
  OrderDesk(
      boolean isMatchingOnArrival,
      WorkingOrders orders,
      FillDesk desk,
      QuoteMatcher quotes,
      Triggers triggers,
      AuctionDesk auctions,
      Expiry expiry,
      BarMatcher bars,
      FillPermit permit,
      OrderListener listener) {
    this.isMatchingOnArrival = isMatchingOnArrival;
    this.orders = orders;
    this.desk = desk;
    this.quotes = quotes;
    this.triggers = triggers;
    this.auctions = auctions;
    this.expiry = expiry;
    this.bars = bars;
    this.permit = permit;
    this.listener = listener;
  }

  /** An order comes from its trader. */
  void arrive(long nanos, long orderId, OrderView order, Book book) {
    book.turnTo(nanos);
    if (isPointless(orderId, order)) {
      listener.onRejected(nanos, orderId, RejectReason.REDUCE_ONLY_WOULD_INCREASE);
    } else if (isMatchingOnArrival && wouldTake(order, book)) {
      listener.onRejected(nanos, orderId, RejectReason.POST_ONLY_WOULD_TAKE);
    } else {
      int row = accept(nanos, orderId, order, book, isMatchingOnArrival);
      meetBar(nanos, book, row);
    }
  }

  private void meetBar(long nanos, Book book, int row) {
    if (row != NOWHERE && book.isFilledByBars && !orders.timeInForce(row).isAuction()) {
      bars.onPlaced(nanos, book, row);
    }
  }

  /** An order that was held at the venue comes free. */
  void release(long nanos, long orderId, OrderView order, Book book) {
    int row = accept(nanos, orderId, order, book, false);
    if (row != NOWHERE) {
      bars.onReleased(book, row);
    }
  }

  private boolean isPointless(long orderId, OrderView order) {
    return order.isReduceOnly() && permit.lots(orderId, order.lots()) == 0;
  }

  private static boolean wouldTake(OrderView order, Book book) {
    Touch touch = book.met(order.side());
    return order.isPostOnly()
        && order.type() == OrderType.LIMIT
        && touch.isPresent()
        && order.side().sign() * (order.limitTicks() - touch.ticks()) >= 0;
  }

  /** Lets an order in and returns its row, where it still is unless it was done at once. */
  private int accept(long nanos, long orderId, OrderView order, Book book, boolean meetsStanding) {
    TimeInForce tif = order.timeInForce();
    if (tif == TimeInForce.GTD && order.expireNanos() <= nanos) {
      listener.onRejected(nanos, orderId, RejectReason.EXPIRED_ON_ARRIVAL);
    } else if (tif == TimeInForce.AT_THE_OPENING && book.auctions.isOpeningOver(order.side())) {
      listener.onRejected(nanos, orderId, RejectReason.AUCTION_OVER);
    } else {
      int row = orders.add(nanos, orderId, order);
      expiry.watch(row);
      listener.onAccepted(nanos, orderId);
      place(nanos, book, row, meetsStanding);
      return row;
    }
    return NOWHERE;
  }

  /** Gives an order its place, at the back, and lets it meet what stands. */
  private void place(long nanos, Book book, int row, boolean meetsStanding) {
    TimeInForce tif = orders.timeInForce(row);
    if (tif.isAuction()) {
      auctions.add(tif == TimeInForce.AT_THE_OPENING ? book.opening : book.closing, row);
    } else if (orders.isArmed(row)) {
      book.armed(orders.side(row)).add(row);
      if (meetsStanding) {
        arm(nanos, book, row);
      }
    } else {
      int place = book.enqueue(row);
      if (meetsStanding && book.isQuoted()) {
        quotes.evaluate(nanos, book, book.queue(orders.side(row)), place);
      }
    }
  }

  /** An armed order looks at the price standing at its arrival. */
  private void arm(long nanos, Book book, int row) {
    int place = triggers.lookAlone(nanos, book, row);
    if (place != NOWHERE && !triggers.watchesPrints(book)) {
      quotes.evaluate(nanos, book, book.queue(orders.side(row)), place);
    }
  }

  /** An order that is not there answers only its trader. */
  void cancel(long nanos, long orderId, Book book, Side side, CancelReason reason) {
    int index = indexOfQueue(orderId, book, side);
    if (index != NOWHERE) {
      OrderQueue queue = book.queues(side)[index];
      desk.cancel(nanos, queue, queue.placeOf(orderId), reason);
    } else if (reason == CancelReason.REQUESTED) {
      listener.onCancelRejected(nanos, orderId);
    }
  }

  /** New terms for an order; {@code lots} is the new OrderQty. */
  void amend(
      long nanos,
      long orderId,
      Book book,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      ReplaceReason reason) {
    book.turnTo(nanos);
    int index = indexOfQueue(orderId, book, side);
    if (index == NOWHERE) {
      if (reason == ReplaceReason.REQUESTED) {
        listener.onCancelRejected(nanos, orderId);
      }
      return;
    }
    OrderQueue queue = book.queues(side)[index];
    int place = queue.placeOf(orderId);
    int row = queue.row(place);
    if (lots <= orders.orderLots(row) - orders.leavesLots(row)) {
      desk.cancel(nanos, queue, place, CancelReason.AMENDED_BELOW_FILLED);
      return;
    }
    long limit = orders.type(row).hasLimit() ? limitTicks : orders.limitTicks(row);
    long trigger = hasTrigger(row) ? triggerTicks : orders.triggerTicks(row);
    boolean isMoved = limit != orders.limitTicks(row) || trigger != orders.triggerTicks(row);
    boolean losesPriority = isMoved || lots > orders.orderLots(row);
    orders.amend(row, lots, limit, trigger);
    listener.onReplaced(nanos, orderId, lots, limit, trigger, orders.leavesLots(row), reason);
    if (losesPriority) {
      queue.remove(place);
      orders.renew(row, nanos);
      place(nanos, book, row, isMatchingOnArrival && reason == ReplaceReason.REQUESTED);
      meetBar(nanos, book, row);
    }
  }

  private boolean hasTrigger(int row) {
    return orders.isArmed(row) && orders.type(row) != OrderType.TRAILING_STOP;
  }

  private static int indexOfQueue(long orderId, Book book, Side side) {
    OrderQueue[] queues = book.queues(side);
    for (int index = 0; index < queues.length; index++) {
      if (queues[index].placeOf(orderId) >= 0) {
        return index;
      }
    }
    return NOWHERE;
  }
}
