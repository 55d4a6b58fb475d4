package io.tapedeck.core.cost;

/**
 * Counts the notional of one account's fills in the calendar month of UTC: what tiers of fees look
 * at. One for each run; fills are told in the order of time.
 *
 * <p>Invariant: {@link #before} is the sum of what was added in the month of the time asked for, or
 * {@link Long#MAX_VALUE} where that is more than 64 bits hold: no threshold is above it.
 */
public final class PeriodNotional {
  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private long firstDay = Long.MIN_VALUE;
  private long nextFirstDay = Long.MIN_VALUE;
  private long notional;

  /**
   * The notional traded so far in the month of this time.
   *
   * @param timeNanos of a fill, in nanoseconds since the epoch
   * @return money, not negative
   * @throws IllegalStateException if the month has been left already
   */
  public long before(long timeNanos) {
    turnTo(Math.floorDiv(timeNanos, NANOS_PER_DAY));
    return notional;
  }

  /**
   * A fill was made.
   *
   * @param timeNanos when, in nanoseconds since the epoch
   * @param filled its notional, not negative
   * @throws IllegalStateException if the month has been left already
   */
  public void add(long timeNanos, long filled) {
    turnTo(Math.floorDiv(timeNanos, NANOS_PER_DAY));
    long sum = notional + filled;
    notional = sum < 0 ? Long.MAX_VALUE : sum;
  }

  private void turnTo(long day) {
    if (day >= nextFirstDay) {
      firstDay = CivilMonth.firstDay(day);
      nextFirstDay = CivilMonth.nextFirstDay(day);
      notional = 0;
    } else if (day < firstDay) {
      throw new IllegalStateException(
          "fills must come in the order of time: day " + day + " is before day " + firstDay);
    }
  }
}
