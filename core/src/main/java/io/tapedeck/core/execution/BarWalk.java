package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Side;

/**
 * The way through the bars of one instrument: its points, when it comes to them, and where it is.
 *
 * <p>Of a bar from {@code open} to {@code close} point {@code i} of {@code n} is at {@code open +
 * ⌊(close − open) × i / n⌋}; n is 3, or 4 where the way returns to the high.
 */
final class BarWalk {
  static final long NEVER = Long.MAX_VALUE;
  private static final int LAST_QUARTER = 4;

  final Book book;
  final long priceKey;
  final long limitKey;
  private final String symbol;
  private final BarPath path;
  private final boolean pausesHalfWay;
  private final BarLine first;
  private final BarLine second;
  private final BarLine none;
  private BarLine buys;
  private BarLine sells;
  private long openNanos;
  private long closeNanos;
  private long sessionCloseNanos = NEVER;
  private int points;
  private int legs;
  private boolean isOpen;
  private boolean isAtHalf;
  private boolean isHighFirst;
  private boolean endsSession;
  private boolean isOnLeg;
  private boolean isUnderWay;
  private long openTurn;
  private long turn;

  /** Before the first bar. */
  BarWalk(Book book, String symbol, ExecutionSpec execution, long seed) {
    this.book = book;
    this.symbol = symbol;
    path = execution.bars().path();
    BarMarketMode market = execution.bars().market();
    pausesHalfWay = market == BarMarketMode.MID || market == BarMarketMode.RANDOM;
    priceKey = Draw.key(seed, Purpose.BAR_PRICE, symbol);
    limitKey = Draw.key(seed, Purpose.BAR_LIMIT, symbol);
    Participation participation = Participation.of(execution.maxParticipation());
    first = new BarLine(participation);
    second = new BarLine(participation);
    none = new BarLine(participation);
    buys = none;
    sells = none;
  }

  /** Whether this bar belongs to the one that has just opened: the other side's. */
  boolean isMate(BarColumns bars, int row) {
    BarPrice price = bars.price(row);
    boolean isOtherSide =
        (price == BarPrice.ASK && buys == none) || (price == BarPrice.BID && sells == none);
    return isOpen
        && points == 0
        && isOtherSide
        && bars.openTimeNanos(row) == openNanos
        && bars.closeTimeNanos(row) == closeNanos;
  }

  /** The other side's bar joins the one that has just opened. */
  void join(BarColumns bars, int row) {
    second.open(bars, row);
    if (buys == none) {
      buys = second;
    } else {
      sells = second;
    }
  }

  /**
   * A bar opens.
   *
   * @param positionLots what is held at its open; positive if long
   * @param newTurn of its open
   * @throws FeedException if the bar before has not closed yet
   */
  void open(BarColumns bars, int row, long positionLots, long newTurn) {
    if (isOpen) {
      throw overlap(bars.openTimeNanos(row));
    }
    BarPrice price = bars.price(row);
    first.open(bars, row);
    second.clear();
    buys = price == BarPrice.BID ? none : first;
    sells = price == BarPrice.ASK ? none : first;
    openNanos = bars.openTimeNanos(row);
    closeNanos = bars.closeTimeNanos(row);
    endsSession = closeNanos >= sessionCloseNanos;
    points = 0;
    legs = path == BarPath.PESSIMISTIC && positionLots == 0 ? 4 : 3;
    isHighFirst = path == BarPath.OHLC || (path == BarPath.PESSIMISTIC && positionLots <= 0);
    isOpen = true;
    isAtHalf = false;
    openTurn = newTurn;
    turn = newTurn;
  }

  private FeedException overlap(long nanos) {
    return FeedException.unfit(
        "bars of " + symbol,
        "the bar that opens at "
            + nanos
            + " ns meets the one from "
            + openNanos
            + " to "
            + closeNanos
            + " ns: replay bars of one length, of one price or of BID and ASK together");
  }

  /** The line on which orders of this side are filled; it may be absent. */
  BarLine line(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  /** Whether bid and ask go their own ways. */
  boolean isPair() {
    return buys != sells;
  }

  /** Whether a bid or an ask may still be joined by the other. */
  boolean awaitsMate() {
    return isPair() && points == 0 && (buys == none || sells == none);
  }

  /** Twice the price where the way is; bid plus ask where there are both. */
  long doubledTicks() {
    if (buys == none || sells == none) {
      return (buys == none ? sells : buys).atTicks();
    }
    return (buys.atTicks() + sells.atTicks()) / 2; // whole: both are even, or the same
  }

  /** Whether a bar has opened that has not closed. */
  boolean isOpen() {
    return isOpen;
  }

  long openNanos() {
    return openNanos;
  }

  /** When the way comes to its next point, or to its half; {@link #NEVER} between bars. */
  long nextNanos() {
    if (!isOpen) {
      return NEVER;
    }
    return isHalfNext() ? halfNanos() : pointNanos();
  }

  /** Whether the next stop is half-way through the time of the bar, and no point of the path. */
  boolean isHalfNext() {
    return pausesHalfWay && !isAtHalf && halfNanos() <= pointNanos();
  }

  void passHalf() {
    isAtHalf = true;
  }

  private long halfNanos() {
    return openNanos + (closeNanos - openNanos) / 2;
  }

  private long pointNanos() {
    long nanos = closeNanos - openNanos;
    int next = points + 1;
    return openNanos + nanos / legs * next + nanos % legs * next / legs;
  }

  /** The way sets out for its next point. */
  void lead() {
    if (points == 0) {
      chooseWay();
    }
    points++;
    isOnLeg = true;
    int quarters = isAtClose() ? LAST_QUARTER : Math.min(points + 1, LAST_QUARTER - 1);
    first.lead(target(first), quarters);
    if (second.isPresent()) {
      second.lead(target(second), quarters);
    }
  }

  /** The way has come to its point. */
  void arrive() {
    isOnLeg = false;
    first.arrive();
    if (second.isPresent()) {
      second.arrive();
    }
  }

  private void chooseWay() {
    if (path == BarPath.ADAPTIVE) {
      long up = first.highTicks() - first.openTicks();
      long down = first.openTicks() - first.lowTicks();
      if (second.isPresent()) {
        up += second.highTicks() - second.openTicks();
        down += second.openTicks() - second.lowTicks();
      }
      isHighFirst = up <= down;
    }
  }

  private long target(BarLine line) {
    if (isAtClose()) {
      return line.closeTicks();
    }
    boolean isHigh = isHighFirst == (points % 2 == 1);
    return isHigh ? line.highTicks() : line.lowTicks();
  }

  /** Whether the point is, or will be, the close. */
  boolean isAtClose() {
    return points == legs;
  }

  void close() {
    isOpen = false;
  }

  /** Whether the way is between two points, and not at one. */
  boolean isOnLeg() {
    return isOnLeg;
  }

  /** Orders that came in later turns do not take part in what happens now. */
  long turn() {
    return turn;
  }

  /** Orders are being served, those of this turn and of turns before. */
  void setOut(long newTurn) {
    turn = newTurn;
    isUnderWay = true;
  }

  /** Nothing happens until the next point; then orders of this turn take part. */
  void rest(long newTurn) {
    turn = newTurn;
    isUnderWay = false;
  }

  boolean isUnderWay() {
    return isUnderWay;
  }

  /** The turn in which the bar opened. */
  long openTurn() {
    return openTurn;
  }

  /** A session opens; a bar that is open already may be the one that ends it. */
  void openSession(long newCloseNanos) {
    sessionCloseNanos = newCloseNanos;
    endsSession |= isOpen && closeNanos >= newCloseNanos;
  }

  void closeSession() {
    sessionCloseNanos = NEVER;
  }

  /** Whether a bar is open whose close is the session's. */
  boolean endsSession() {
    return isOpen && endsSession;
  }
}
