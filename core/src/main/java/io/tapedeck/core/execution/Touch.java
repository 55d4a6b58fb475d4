package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import java.util.Arrays;

/**
 * The best price of one side of a book, what it shows, and what we took of it.
 *
 * <p>What we took is remembered until the price or the displayed size changes: a repeated quote
 * shows the same liquidity, not new one. Behind the touch, at level 0, orders that walk find levels
 * 1, 2, … of the same size, one price increment worse each.
 */
final class Touch {
  private static final int INITIAL_LEVELS = 4;

  private final long worseTicks;
  private final Participation participation;
  private long ticks = Missing.VALUE;
  private long lots = Missing.VALUE;
  private boolean isNew;
  private long[] takenLots = new long[INITIAL_LEVELS];
  private int takenLevels;

  /**
   * A side that nobody quotes yet.
   *
   * @param worseTicks from a level to the next: a price increment, negative for bids
   */
  Touch(long worseTicks, Participation participation) {
    this.worseTicks = worseTicks;
    this.participation = participation;
  }

  void refresh(long newTicks, long newLots) {
    isNew = ((newTicks ^ ticks) | (newLots ^ lots)) != 0; // as one: either alone is a coin to toss
    ticks = newTicks;
    lots = newLots;
    if (isNew && takenLevels > 0) {
      Arrays.fill(takenLots, 0, takenLevels, 0);
      takenLevels = 0;
    }
  }

  /** Whether the last quote changed its price or size. */
  boolean isNew() {
    return isNew;
  }

  boolean isPresent() {
    return !Missing.is(ticks);
  }

  /** {@link Missing#VALUE} where nobody quotes. */
  long ticks() {
    return ticks;
  }

  /** Displayed size; {@link Missing#VALUE} where the quote shows none. */
  long lots() {
    return lots;
  }

  /** Whether the quote shows no size. */
  boolean isUnlimited() {
    return Missing.is(lots);
  }

  long levelTicks(int level) {
    return ticks + level * worseTicks;
  }

  /** Lots we may still take at the touch: our share of what is displayed, less taken. */
  long availableLots() {
    return availableLots(0);
  }

  long availableLots(int level) {
    if (isUnlimited()) {
      return Book.UNLIMITED;
    }
    long taken = level < takenLevels ? takenLots[level] : 0;
    return participation.of(lots) - taken;
  }

  void take(int level, long newLots) {
    if (level >= takenLots.length) {
      takenLots = Arrays.copyOf(takenLots, Math.max(level + 1, takenLots.length * 2));
    }
    takenLevels = Math.max(takenLevels, level + 1);
    takenLots[level] += newLots;
  }
}
