package io.tapedeck.core.order;

import io.tapedeck.core.market.Side;

/** The terms of an order; valid during the call that hands it over and not to be kept. */
public interface OrderView {
  /** No order: what a link to nothing says. */
  long NO_ORDER = 0;

  int instrument();

  /** Index of the strategy it belongs to, among those of the run. */
  int strategy();

  OrderType type();

  Side side();

  /** FIX OrderQty. */
  long lots();

  /** The limit, in ticks; zero where the type has none. */
  long limitTicks();

  /** The trigger, in ticks; zero where the type has none, or trails. */
  long triggerTicks();

  /** By how many ticks a trailing stop follows; zero where it does not, or by a share. */
  long trailTicks();

  /** By what share of the price a trailing stop follows, in 1e-4 basis points; zero else. */
  long trailBpsE4();

  TimeInForce timeInForce();

  /** When a {@link TimeInForce#GTD} order expires, nanoseconds since the epoch; zero else. */
  long expireNanos();

  /** Whether it may only add liquidity. */
  boolean isPostOnly();

  /** Whether it may only make the position smaller. */
  boolean isReduceOnly();

  /** The order it waits for; {@link #NO_ORDER} if for none. */
  long parentId();

  /** Whether it waits until its parent is filled completely; else it grows with its parent. */
  boolean isAfterAll();

  /** An order of its one-cancels-other group; {@link #NO_ORDER} if there is none. */
  long cancelsId();

  /** The order whose fills make it smaller and the other way; {@link #NO_ORDER} for none. */
  long updatesId();

  /**
   * The price known when the order was decided, doubled: the middle of the quote, else the last
   * trade; {@link io.tapedeck.core.market.Missing#VALUE} where none was known.
   */
  long doubledDecisionTicks();
}
