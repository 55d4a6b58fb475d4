package io.tapedeck.core.ledger;

import io.tapedeck.core.market.MoneyScale;

/**
 * Signed lots of one instrument and what they cost. Basis is money and signed like the lots.
 *
 * <p>A mark is one checked multiply by a factor set at each fill, wherever that is exact. It also
 * remembers the lowest and the highest price since the last fill, from which excursions are found
 * at the next one: value does not fall as the price rises, or does not rise, so its extremes are at
 * the price's.
 */
final class Position {
  private static final long NO_LOW = Long.MAX_VALUE;
  private static final long NO_HIGH = Long.MIN_VALUE;

  private final MoneyScale scale;
  private long lots;
  private long basis;
  private long moneyPerDoubledTick;
  private boolean isFactorExact = true;
  private long lowDoubledTicks = NO_LOW;
  private long highDoubledTicks = NO_HIGH;

  Position(MoneyScale scale) {
    this.scale = scale;
  }

  long lots() {
    return lots;
  }

  long basis() {
    return basis;
  }

  MoneyScale scale() {
    return scale;
  }

  /** Lots of a signed fill that close what is held. */
  long closable(long signedLots) {
    boolean isClosing = lots != 0 && (lots > 0) != (signedLots > 0);
    return isClosing ? Math.min(Math.absExact(lots), Math.absExact(signedLots)) : 0;
  }

  /** The basis of this many held lots: all of it if all are meant, else their rounded share. */
  long basisOf(long closedLots) {
    long held = Math.absExact(lots);
    return closedLots == held ? basis : MoneyScale.proportion(basis, closedLots, held);
  }

  void add(long signedLots, long signedBasis) {
    lots = Math.addExact(lots, signedLots);
    basis = Math.addExact(basis, signedBasis);
  }

  /** Prepares marking; called once after a fill. */
  void settle() {
    long divisor = Math.multiplyExact(scale.denominator(), 2L);
    long product = lots * scale.numerator();
    boolean fits = Math.multiplyHigh(lots, scale.numerator()) == product >> 63;
    isFactorExact = fits && product % divisor == 0;
    moneyPerDoubledTick = isFactorExact ? product / divisor : 0;
    lowDoubledTicks = NO_LOW;
    highDoubledTicks = NO_HIGH;
  }

  /** The value at a doubled price, rounded half to even. */
  long valueAt(long doubledTicks) {
    return isFactorExact
        ? Math.multiplyExact(doubledTicks, moneyPerDoubledTick)
        : scale.valueAtDoubled(doubledTicks, lots);
  }

  /** Remembers the price of a mark. */
  void observe(long doubledTicks) {
    if (doubledTicks < lowDoubledTicks) {
      lowDoubledTicks = doubledTicks;
    }
    if (doubledTicks > highDoubledTicks) {
      highDoubledTicks = doubledTicks;
    }
  }

  /** Whether there was a mark since the last fill. */
  boolean isObserved() {
    return lowDoubledTicks <= highDoubledTicks;
  }

  /** The lowest mark since the last fill, doubled; meaningless if there was none. */
  long lowDoubledTicks() {
    return lowDoubledTicks;
  }

  /** The highest mark since the last fill, doubled; meaningless if there was none. */
  long highDoubledTicks() {
    return highDoubledTicks;
  }
}
