package io.tapedeck.core.order;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;

/** The terms of an order as a row that is written again for the next one; starts blank. */
public final class OrderTerms implements OrderView {
  private int instrument;
  private int strategy;
  private OrderType type = OrderType.MARKET;
  private Side side = Side.BUY;
  private long lots;
  private long limitTicks;
  private long triggerTicks;
  private long trailTicks;
  private long trailBpsE4;
  private TimeInForce timeInForce = TimeInForce.GTC;
  private long expireNanos;
  private boolean isPostOnly;
  private boolean isReduceOnly;
  private long parentId;
  private boolean isAfterAll;
  private long cancelsId;
  private long updatesId;
  private long doubledDecisionTicks = Missing.VALUE;

  /** Starts again: a plain market order, good till canceled, bound to nothing. */
  public OrderTerms of(int newInstrument, int newStrategy, Side newSide, long newLots) {
    instrument = newInstrument;
    strategy = newStrategy;
    side = newSide;
    lots = newLots;
    type = OrderType.MARKET;
    limitTicks = 0;
    triggerTicks = 0;
    trailTicks = 0;
    trailBpsE4 = 0;
    timeInForce = TimeInForce.GTC;
    expireNanos = 0;
    isPostOnly = false;
    isReduceOnly = false;
    parentId = NO_ORDER;
    isAfterAll = false;
    cancelsId = NO_ORDER;
    updatesId = NO_ORDER;
    doubledDecisionTicks = Missing.VALUE;
    return this;
  }

  /** Becomes a copy of other terms. */
  public OrderTerms copy(OrderView other) {
    of(other.instrument(), other.strategy(), other.side(), other.lots());
    type = other.type();
    limitTicks = other.limitTicks();
    triggerTicks = other.triggerTicks();
    trailTicks = other.trailTicks();
    trailBpsE4 = other.trailBpsE4();
    timeInForce = other.timeInForce();
    expireNanos = other.expireNanos();
    isPostOnly = other.isPostOnly();
    isReduceOnly = other.isReduceOnly();
    parentId = other.parentId();
    isAfterAll = other.isAfterAll();
    cancelsId = other.cancelsId();
    updatesId = other.updatesId();
    doubledDecisionTicks = other.doubledDecisionTicks();
    return this;
  }

  public OrderTerms typed(OrderType newType) {
    type = newType;
    return this;
  }

  public OrderTerms sized(long newLots) {
    lots = newLots;
    return this;
  }

  public OrderTerms limit(long ticks) {
    limitTicks = ticks;
    return this;
  }

  public OrderTerms trigger(long ticks) {
    triggerTicks = ticks;
    return this;
  }

  /** Follows by ticks, or else by a share of the price in 1e-4 basis points. */
  public OrderTerms trail(long ticks, long bpsE4) {
    trailTicks = ticks;
    trailBpsE4 = bpsE4;
    return this;
  }

  public OrderTerms lasting(TimeInForce newTimeInForce, long newExpireNanos) {
    timeInForce = newTimeInForce;
    expireNanos = newExpireNanos;
    return this;
  }

  public OrderTerms postOnly() {
    isPostOnly = true;
    return this;
  }

  public OrderTerms reduceOnly() {
    isReduceOnly = true;
    return this;
  }

  /** Waits for this order's fills and grows with them. */
  public OrderTerms after(long newParentId) {
    parentId = newParentId;
    isAfterAll = false;
    return this;
  }

  /** Waits until this order is filled completely. */
  public OrderTerms afterAll(long newParentId) {
    parentId = newParentId;
    isAfterAll = true;
    return this;
  }

  public OrderTerms cancels(long orderId) {
    cancelsId = orderId;
    return this;
  }

  public OrderTerms updates(long orderId) {
    updatesId = orderId;
    return this;
  }

  public OrderTerms decidedAt(long newDoubledDecisionTicks) {
    doubledDecisionTicks = newDoubledDecisionTicks;
    return this;
  }

  @Override
  public int instrument() {
    return instrument;
  }

  @Override
  public int strategy() {
    return strategy;
  }

  @Override
  public OrderType type() {
    return type;
  }

  @Override
  public Side side() {
    return side;
  }

  @Override
  public long lots() {
    return lots;
  }

  @Override
  public long limitTicks() {
    return limitTicks;
  }

  @Override
  public long triggerTicks() {
    return triggerTicks;
  }

  @Override
  public long trailTicks() {
    return trailTicks;
  }

  @Override
  public long trailBpsE4() {
    return trailBpsE4;
  }

  @Override
  public TimeInForce timeInForce() {
    return timeInForce;
  }

  @Override
  public long expireNanos() {
    return expireNanos;
  }

  @Override
  public boolean isPostOnly() {
    return isPostOnly;
  }

  @Override
  public boolean isReduceOnly() {
    return isReduceOnly;
  }

  @Override
  public long parentId() {
    return parentId;
  }

  @Override
  public boolean isAfterAll() {
    return isAfterAll;
  }

  @Override
  public long cancelsId() {
    return cancelsId;
  }

  @Override
  public long updatesId() {
    return updatesId;
  }

  @Override
  public long doubledDecisionTicks() {
    return doubledDecisionTicks;
  }
}
