package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderListener;

/** Watches prices for armed orders, and turns those whose trigger is met into working ones. */
final class Triggers {
  private final WorkingOrders orders;
  private final TriggerSource source;
  private final OrderListener listener;

  Triggers(WorkingOrders orders, TriggerSource source, OrderListener listener) {
    this.orders = orders;
    this.source = source;
    this.listener = listener;
  }

  /** Whether armed orders of this instrument watch its prints. */
  boolean watchesPrints(Book book) {
    return source == TriggerSource.LAST || !book.hasQuotes;
  }

  /**
   * The price that armed orders of a side see now, doubled; {@link Missing#VALUE} if there is none.
   */
  long doubledSeenTicks(Book book, Side side) {
    if (source == TriggerSource.MID) {
      return book.doubledMidTicks();
    }
    long ticks = watchesPrints(book) ? book.lastTicks() : book.met(side).ticks();
    return Missing.is(ticks) ? Missing.VALUE : 2 * ticks;
  }

  /**
   * The armed orders of a side see a price: those it triggers become working orders, fresh, behind
   * the others; stops follow it.
   *
   * @return whether any was triggered
   */
  boolean look(long nanos, Book book, Side side) {
    ArmedOrders armed = book.armed(side);
    if (armed.queue.size() == 0) {
      return false;
    }
    long doubledTicks = doubledSeenTicks(book, side);
    return !Missing.is(doubledTicks)
        && !armed.isQuietAt(doubledTicks)
        && look(nanos, book, armed, doubledTicks);
  }

  private boolean look(long nanos, Book book, ArmedOrders armed, long doubledTicks) {
    boolean isAnyMet = false;
    int place = 0;
    while (place < armed.queue.size()) {
      if (armed.isMet(armed.queue.row(place), doubledTicks)) {
        fire(nanos, book, armed, place);
        isAnyMet = true;
      } else {
        armed.follow(armed.queue.row(place), doubledTicks);
        place++;
      }
    }
    armed.bound();
    return isAnyMet;
  }

  /**
   * One armed order, the last of its side, sees the price that stands.
   *
   * @return its place among the working orders, or -1 if it was not triggered
   */
  int lookAlone(long nanos, Book book, int row) {
    ArmedOrders armed = book.armed(orders.side(row));
    long doubledTicks = doubledSeenTicks(book, orders.side(row));
    if (Missing.is(doubledTicks)) {
      return -1;
    }
    if (armed.isMet(row, doubledTicks)) {
      return fire(nanos, book, armed, armed.queue.size() - 1);
    }
    armed.follow(row, doubledTicks);
    armed.bound();
    return -1;
  }

  /** An armed order becomes a working one, fresh, and comes to this place among those. */
  int fire(long nanos, Book book, ArmedOrders armed, int place) {
    int row = armed.queue.remove(place);
    orders.trigger(row);
    listener.onTriggered(nanos, orders.orderId(row));
    return book.enqueue(row);
  }
}
