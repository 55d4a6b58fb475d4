package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;

/**
 * The way of one price through one bar: the leg it is on, and the volume our orders may take of it.
 * Prices are doubled, so that mids in half ticks are whole numbers.
 *
 * <p>Invariant: what was taken is never more than the share of the bar's volume that was let go.
 */
final class BarLine {
  private static final int QUARTERS = 4;

  private final Participation participation;
  private boolean isPresent;
  private int unit;
  private long openTicks;
  private long highTicks;
  private long lowTicks;
  private long closeTicks;
  private long fromTicks;
  private long toTicks;
  private long atTicks;
  private long shareLots;
  private long takenLots;
  private int quarters;

  BarLine(Participation participation) {
    this.participation = participation;
  }

  /** A bar opens: the line stands at its open, with a quarter of its volume. */
  void open(BarColumns bars, int row) {
    isPresent = true;
    unit = bars.price(row) == BarPrice.MID ? 1 : 2;
    openTicks = unit * bars.openTicks(row);
    highTicks = unit * bars.highTicks(row);
    lowTicks = unit * bars.lowTicks(row);
    closeTicks = unit * bars.closeTicks(row);
    long lots = bars.lots(row);
    shareLots = Missing.is(lots) ? Book.UNLIMITED : participation.of(lots);
    takenLots = 0;
    quarters = 1;
    toTicks = openTicks;
    arrive();
  }

  /** There is no such line, until one opens. */
  void clear() {
    isPresent = false;
  }

  boolean isPresent() {
    return isPresent;
  }

  long openTicks() {
    return openTicks;
  }

  long highTicks() {
    return highTicks;
  }

  long lowTicks() {
    return lowTicks;
  }

  long closeTicks() {
    return closeTicks;
  }

  /** Where the line is now. */
  long atTicks() {
    return atTicks;
  }

  /** The line goes on to this price, with that many quarters of its volume in all. */
  void lead(long nextTicks, int newQuarters) {
    toTicks = nextTicks;
    quarters = newQuarters;
  }

  /** The leg is walked: it ends here, and the next one begins. */
  void arrive() {
    fromTicks = toTicks;
    atTicks = toTicks;
  }

  /** How far the leg goes. */
  long length() {
    return Math.abs(toTicks - fromTicks);
  }

  /** How far the line is on its leg. */
  long distance() {
    return Math.abs(atTicks - fromTicks);
  }

  /** The line comes this far on its leg. */
  void moveTo(long distance) {
    atTicks = toTicks >= fromTicks ? fromTicks + distance : fromTicks - distance;
  }

  /** The lowest price between here and the end of the leg. */
  long lowestAheadTicks() {
    return Math.min(atTicks, toTicks);
  }

  /** The highest price between here and the end of the leg. */
  long highestAheadTicks() {
    return Math.max(atTicks, toTicks);
  }

  /** The whole ticks a taker of this side pays here: halves are rounded against it. */
  long takerTicks(Side side) {
    return roundAgainst(side, atTicks, 2);
  }

  /** The same, but nothing better than this doubled price as far as the bar went there. */
  long takerTicks(Side side, long doubledTicks) {
    long worst =
        side == Side.BUY
            ? Math.max(atTicks, Math.min(doubledTicks, highTicks))
            : Math.min(atTicks, Math.max(doubledTicks, lowTicks));
    return roundAgainst(side, worst, 2);
  }

  /** The middle of high and low, rounded against a taker of this side. */
  long middleTicks(Side side) {
    return roundAgainst(side, highTicks + lowTicks, 4);
  }

  /** A random price from low to high, both included, rounded against a taker of this side. */
  long drawnTicks(Side side, long key, long number, long draw) {
    return roundAgainst(
        side, unit * Draw.between(key, number, draw, lowTicks / unit, highTicks / unit), 2);
  }

  private static long roundAgainst(Side side, long sum, int parts) {
    return side == Side.BUY ? -Math.floorDiv(-sum, parts) : Math.floorDiv(sum, parts);
  }

  boolean isUnlimited() {
    return shareLots == Book.UNLIMITED;
  }

  /** {@code ⌊share × quarters / 4⌋} less what was taken. */
  long availableLots() {
    if (isUnlimited()) {
      return Book.UNLIMITED;
    }
    long rest = shareLots % QUARTERS * quarters / QUARTERS;
    return shareLots / QUARTERS * quarters + rest - takenLots;
  }

  void take(long lots) {
    takenLots += lots;
  }
}
