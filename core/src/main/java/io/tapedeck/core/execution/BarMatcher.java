package io.tapedeck.core.execution;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderType;
import java.util.Arrays;

/**
 * Matches orders against bars, where the tape has nothing finer of an instrument.
 *
 * <p><b>Way.</b> A bar is there from its open. The price is taken to go from the open to one
 * extreme, to the other, and to the close, in straight legs of a third of the bar's time each:
 * {@link BarPath} says which extreme comes first. {@link BarPath#PESSIMISTIC} goes low first where
 * a long position is held at the open and high first for a short one; where none is held it goes
 * high, low, high again, with points at the quarters of the time. Times are rounded down. The open
 * point is dealt with when the bar opens; at each later point the whole leg that ends there is
 * walked. Bars of mids count in half ticks; where one is paid it is rounded against the taker.
 *
 * <p><b>Who takes part.</b> An order takes part at the open if it arrived before, and on a leg if
 * it arrived before that leg began; with new terms that cost it its priority it arrives anew. An
 * order released on a leg takes part from the price of its release on, one released at a point from
 * the leg that begins there. With PESSIMISTIC an order that waits for a better price (limit or
 * if-touched) and is released while a bar is open takes part from the next bar on.
 *
 * <p><b>Turn.</b> On a leg each order is met once, where the way comes to its price; at the same
 * place buys first, then working orders before armed ones, then by priority. After each the {@link
 * Aftermath} is settled before the way goes on.
 *
 * <ul>
 *   <li><b>Market orders</b> fill where {@link BarMarketMode} says, plus slippage, which may leave
 *       the range of the bar. MID is {@code (high + low) / 2}, RANDOM a tick drawn by {@link
 *       io.tapedeck.core.chance.Draw} with {@code Purpose.BAR_PRICE}, the symbol, the order's id as
 *       number and the bar's open, in nanoseconds, as draw; both at half the bar's time, for orders
 *       that took part at its open. What is left of a market order waits for the next price of the
 *       same kind; with SAME_CLOSE, and where it knows no price yet, for the next open.
 *   <li><b>Limit orders</b> fill at their limit when the way comes there: {@link
 *       BarLimitMode#TOUCH} as soon as it is reached, PENETRATE if the leg goes on beyond it,
 *       PROBABILITY if the leg goes on, or with that probability if it turns there: one draw for
 *       each order and bar, with {@code Purpose.BAR_LIMIT}, number and draw as above. If a bar
 *       opens beyond its limit, an order that was there takes: it fills at the open, as a taker
 *       with slippage, but never beyond its limit. Elsewhere on the way, which is only supposed, it
 *       gets no better price than its limit, or the bar's own end of the range on this side of it;
 *       as a taker if the way is beyond its limit where the order first takes part. A post-only
 *       order is refused instead at its first chance; later it fills like that. What the volume
 *       left unfilled goes on on the next legs.
 *   <li><b>Armed orders</b> trigger when the way comes to their trigger, and at once if it begins
 *       beyond it where they first take part; a price that stands triggers nothing. It takes there,
 *       with slippage and within its limit, so a gap fills at the open; elsewhere its trigger
 *       bounds the price as a limit does. What is left of a stop is a market order that arrived there; a
 *       stop-limit is a limit order from there on. Trailing stops see the ways' extremes: the price
 *       at which they first take part, then the ends of legs; a leg triggers or moves them, never
 *       both.
 *   <li><b>IOC and FOK</b> have one chance: a limit order at the first price at which it takes
 *       part, a market order at its price.
 *   <li><b>Opening and close.</b> Orders for the opening fill at the open of the first bar that
 *       opens in the session, before other orders; those for the close at the close of a bar that
 *       closes at the session's end or later; market orders first, with slippage. The rest is
 *       canceled; if no bar comes to the end of the session, when that is over.
 * </ul>
 *
 * <p><b>Volume.</b> Of each bar our orders take no more than the run's share of its volume, rounded
 * down: a quarter at the open and up to two and three quarters on the legs to the extremes (the way
 * back to the high adds none), rounded down, and all of it up to the close. No volume is no bound,
 * with a warning; a volume of zero fills nothing.
 *
 * <p><b>Bid and ask.</b> Bars of bids and of asks with the same open and close make one: buys meet
 * the asks, sells the bids, each with its volume. The path is chosen for both by the sum of their
 * prices; orders of both sides are met in the order of how far their lines are on the leg. What is
 * released there takes part from the next point. Where one side's bar is missing, its orders are
 * not filled. Bars must not overlap otherwise.
 */
final class BarMatcher {
  private static final long NEXT_BAR = Long.MAX_VALUE;
  private static final int NOWHERE = -1;

  private final WorkingOrders orders;
  private final Settlement settlement;
  private final PointListener listener;
  private final BarFillSpec spec;
  private final BarWalk[] walks;
  private final int[] walkOfInstrument;
  private final BarLeg leg;
  private final BarTaker taker;
  private final BarSession session;
  private long nextNanos = BarWalk.NEVER;

  /** For the instruments of a universe that are filled by bars; none of them has a bar yet. */
  BarMatcher(
      Universe universe,
      ExecutionSpec execution,
      long seed,
      Book[] books,
      WorkingOrders orders,
      FillDesk desk,
      Triggers triggers,
      Settlement settlement,
      PointListener listener) {
    this.orders = orders;
    this.settlement = settlement;
    this.listener = listener;
    spec = execution.bars();
    leg = new BarLeg(orders, spec);
    taker = new BarTaker(orders, desk, triggers, leg);
    session = new BarSession(orders, desk, taker, settlement);
    walkOfInstrument = new int[books.length];
    BarWalk[] found = new BarWalk[books.length];
    int count = 0;
    for (Book book : books) {
      walkOfInstrument[book.instrument] = book.isFilledByBars ? count : NOWHERE;
      if (book.isFilledByBars) {
        String symbol = universe.instrument(book.instrument).symbol();
        found[count++] = new BarWalk(book, symbol, execution, seed);
      }
    }
    walks = Arrays.copyOf(found, count);
  }

  private BarWalk walk(Book book) {
    return walks[walkOfInstrument[book.instrument]];
  }

  boolean usedUnlimitedSize() {
    return taker.usedUnlimitedSize();
  }

  /** A bar opens; one of an instrument with ticks fills nothing. */
  void onBarOpen(BarColumns bars, int row, long positionLots) {
    int index = walkOfInstrument[bars.instrument(row)];
    if (index != NOWHERE) {
      open(walks[index], bars, row, positionLots);
      nextNanos = Math.min(nextNanos, walks[index].nextNanos());
    }
  }

  private void open(BarWalk walk, BarColumns bars, int row, long positionLots) {
    long nanos = bars.openTimeNanos(row);
    if (walk.isMate(bars, row)) {
      walk.join(bars, row);
    } else {
      walk.open(bars, row, positionLots, orders.nextTurn());
      leg.admit(walk, NEXT_BAR);
    }
    walk.book.openBar(bars.lots(row));
    walk.setOut(walk.openTurn());
    session.open(nanos, walk);
    walkLeg(nanos, walk, fillsMarketsAtOpen());
    if (!walk.awaitsMate()) {
      listener.onPoint(walk.book.instrument, nanos, walk.doubledTicks());
    }
    walk.rest(orders.nextTurn());
  }

  private boolean fillsMarketsAtOpen() {
    return spec.market() == BarMarketMode.NEXT_OPEN || spec.market() == BarMarketMode.SAME_CLOSE;
  }

  /** When the ways come to their next points; the largest long if no bar is open. */
  long nextNanos() {
    return nextNanos;
  }

  /** The ways come to their points of this instant, in the order of instruments. */
  void onPoint(long nanos) {
    nextNanos = BarWalk.NEVER;
    for (BarWalk walk : walks) {
      while (walk.nextNanos() <= nanos) {
        goOn(nanos, walk);
      }
      nextNanos = Math.min(nextNanos, walk.nextNanos());
    }
  }

  private void goOn(long nanos, BarWalk walk) {
    if (walk.isHalfNext()) {
      passHalf(nanos, walk);
      return;
    }
    walk.setOut(walk.turn());
    walk.lead();
    walkLeg(nanos, walk, false);
    if (walk.isAtClose()) {
      close(nanos, walk);
    }
    listener.onPoint(walk.book.instrument, nanos, walk.doubledTicks());
    walk.rest(orders.nextTurn());
  }

  private void close(long nanos, BarWalk walk) {
    walk.setOut(orders.nextTurn());
    while (spec.market() == BarMarketMode.NEXT_CLOSE && leg.findMarket(walk)) {
      taker.meet(nanos, walk);
      settlement.settle(nanos);
    }
    session.close(nanos, walk);
    walk.close();
  }

  private void passHalf(long nanos, BarWalk walk) {
    long legTurn = walk.turn();
    walk.passHalf();
    walk.setOut(walk.openTurn());
    while (leg.findMarket(walk)) {
      taker.takeMarket(nanos, walk, leg.queue(), leg.place(), leg.line(), halfTicks(walk));
      settlement.settle(nanos);
    }
    walk.rest(legTurn);
  }

  private long halfTicks(BarWalk walk) {
    int row = leg.queue().row(leg.place());
    Side side = orders.side(row);
    BarLine line = leg.line();
    return spec.market() == BarMarketMode.MID
        ? line.middleTicks(side)
        : line.drawnTicks(side, walk.priceKey, orders.orderId(row), walk.openNanos());
  }

  private void walkLeg(long nanos, BarWalk walk, boolean meetsMarkets) {
    while (leg.find(walk, meetsMarkets)) {
      leg.line().moveTo(leg.distance());
      taker.meet(nanos, walk);
      settlement.settle(nanos);
    }
    walk.arrive();
    leg.finish(walk);
  }

  /** An order has come to its place: where market orders fill at the price that stands, it does. */
  void onPlaced(long nanos, Book book, int row) {
    if (spec.market() != BarMarketMode.SAME_CLOSE) {
      return;
    }
    BarWalk walk = walk(book);
    Side side = orders.side(row);
    BarLine line = walk.line(side);
    if (line.isPresent() && !walk.isUnderWay() && orders.isMarket(row)) {
      OrderQueue queue = book.queue(side);
      int place = queue.placeOf(orders.orderId(row));
      taker.takeMarket(nanos, walk, queue, place, line, line.takerTicks(side));
    }
  }

  /** An order that was held at the venue has come to its place: it may take part at once. */
  void onReleased(Book book, int row) {
    if (!book.isFilledByBars) {
      return;
    }
    BarWalk walk = walk(book);
    if (walk.isOpen() && spec.path() == BarPath.PESSIMISTIC && waitsForBetter(row)) {
      orders.join(row, NEXT_BAR);
    } else if (walk.isOnLeg() && !walk.isPair()) {
      orders.join(row, walk.turn());
    }
  }

  private boolean waitsForBetter(int row) {
    OrderType type = orders.type(row);
    return type != OrderType.MARKET && !type.isStop() && !orders.timeInForce(row).isAuction();
  }

  /** A session opens that will close then. */
  void openSession(long closeNanos) {
    for (BarWalk walk : walks) {
      walk.openSession(closeNanos);
    }
  }

  /** The session has closed. */
  void closeSession(long nanos) {
    for (BarWalk walk : walks) {
      session.end(nanos, walk);
      walk.closeSession();
    }
  }
}
