package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderTicket;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/** The ticket of one desk: written, sent, and written again. */
final class Ticket implements OrderTicket {
  private final int instrument;
  private final int strategy;
  private final OrderEntry entry;
  private final OrderTerms terms = new OrderTerms();
  private final OrderTerms exit = new OrderTerms();
  private Trigger trigger = Trigger.NONE;
  private boolean hasLimit;
  private long takeProfitTicks;
  private long stopLossTicks;
  private boolean isWritten;

  /** What arms the order. */
  private enum Trigger {
    NONE,
    STOP,
    TOUCH,
    TRAIL
  }

  Ticket(int instrument, int strategy, OrderEntry entry) {
    this.instrument = instrument;
    this.strategy = strategy;
    this.entry = entry;
  }

  Ticket of(Side side, long lots) {
    terms.of(instrument, strategy, side, lots);
    trigger = Trigger.NONE;
    hasLimit = false;
    takeProfitTicks = 0;
    stopLossTicks = 0;
    isWritten = true;
    return this;
  }

  @Override
  public OrderTicket limit(long priceTicks) {
    terms.limit(priceTicks);
    hasLimit = true;
    return this;
  }

  @Override
  public OrderTicket stop(long triggerTicks) {
    return armed(Trigger.STOP, triggerTicks);
  }

  @Override
  public OrderTicket ifTouched(long triggerTicks) {
    return armed(Trigger.TOUCH, triggerTicks);
  }

  @Override
  public OrderTicket trailingTicks(long offsetTicks) {
    terms.trail(offsetTicks, 0);
    return armed(Trigger.TRAIL, 0);
  }

  @Override
  public OrderTicket trailingBps(long offsetBpsE4) {
    terms.trail(0, offsetBpsE4);
    return armed(Trigger.TRAIL, 0);
  }

  private OrderTicket armed(Trigger newTrigger, long triggerTicks) {
    Require.that(trigger == Trigger.NONE, "an order has one trigger");
    trigger = newTrigger;
    terms.trigger(triggerTicks);
    return this;
  }

  @Override
  public OrderTicket lasting(TimeInForce timeInForce) {
    terms.lasting(timeInForce, 0);
    return this;
  }

  @Override
  public OrderTicket goodTill(long nanos) {
    terms.lasting(TimeInForce.GTD, nanos);
    return this;
  }

  @Override
  public OrderTicket postOnly() {
    terms.postOnly();
    return this;
  }

  @Override
  public OrderTicket reduceOnly() {
    terms.reduceOnly();
    return this;
  }

  @Override
  public OrderTicket oneCancelsOther(long orderId) {
    terms.cancels(orderId);
    return this;
  }

  @Override
  public OrderTicket after(long parentId) {
    terms.after(parentId);
    return this;
  }

  @Override
  public OrderTicket afterAll(long parentId) {
    terms.afterAll(parentId);
    return this;
  }

  @Override
  public OrderTicket takeProfit(long limitTicks) {
    takeProfitTicks = limitTicks;
    return this;
  }

  @Override
  public OrderTicket stopLoss(long triggerTicks) {
    stopLossTicks = triggerTicks;
    return this;
  }

  @Override
  public long send() {
    Require.that(isWritten, "this ticket was sent already: start the next order with order(...)");
    isWritten = false;
    terms.typed(type());
    long id = entry.send(terms);
    if (entry.isAlive(id)) {
      sendExits(id);
    }
    return id;
  }

  private OrderType type() {
    return switch (trigger) {
      case NONE -> hasLimit ? OrderType.LIMIT : OrderType.MARKET;
      case STOP -> hasLimit ? OrderType.STOP_LIMIT : OrderType.STOP;
      case TOUCH -> hasLimit ? OrderType.LIMIT_IF_TOUCHED : OrderType.MARKET_IF_TOUCHED;
      case TRAIL -> {
        Require.that(!hasLimit, "a trailing stop has no limit");
        yield OrderType.TRAILING_STOP;
      }
    };
  }

  private void sendExits(long parentId) {
    long takeProfitId = 0;
    if (takeProfitTicks != 0) {
      takeProfitId = entry.send(exit(parentId).typed(OrderType.LIMIT).limit(takeProfitTicks));
    }
    if (stopLossTicks != 0) {
      exit(parentId).typed(OrderType.STOP).trigger(stopLossTicks);
      entry.send(entry.isAlive(takeProfitId) ? exit.updates(takeProfitId) : exit);
    }
  }

  private OrderTerms exit(long parentId) {
    return exit.of(instrument, strategy, terms.side().opposite(), terms.lots())
        .reduceOnly()
        .after(parentId);
  }
}
