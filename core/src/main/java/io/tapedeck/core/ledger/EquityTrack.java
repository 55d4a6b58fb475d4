package io.tapedeck.core.ledger;

/**
 * Follows equity from mark to mark: its peak, the deepest fall below it in money and as a share of
 * it, and the longest time from a peak to its recovery.
 *
 * <p>A drawdown lasts from the last mark at the peak to the first mark that is not below it.
 */
public final class EquityTrack {
  private static final long NEVER = Long.MIN_VALUE;

  private long equity;
  private long sessionStartEquity;
  private long peak;
  private long trough;
  private boolean isBelowPeak;
  private long peakNanos;
  private long lastMarkNanos = NEVER;
  private long maxDrawdownMoney;
  private double maxDrawdown;
  private long maxDrawdownNanos;

  /** A track that starts at its peak, this much money. */
  public EquityTrack(long startEquity) {
    equity = startEquity;
    sessionStartEquity = startEquity;
    peak = startEquity;
  }

  /** A session opens: what it earns is measured from equity at the last mark before it. */
  public void openSession() {
    sessionStartEquity = equity;
  }

  /** Marks equity; returns whether it changed. Times do not go back. */
  public boolean mark(long nanos, long newEquity) {
    if (newEquity == equity) {
      lastMarkNanos = nanos;
      return false;
    }
    if (newEquity >= peak) {
      recover(nanos, newEquity);
    } else {
      fall(nanos, newEquity);
    }
    equity = newEquity;
    lastMarkNanos = nanos;
    return true;
  }

  private void recover(long nanos, long newPeak) {
    if (isBelowPeak) {
      isBelowPeak = false;
      maxDrawdownNanos = Math.max(maxDrawdownNanos, nanos - peakNanos);
    }
    peak = newPeak;
  }

  private void fall(long nanos, long newEquity) {
    if (!isBelowPeak) {
      isBelowPeak = true;
      peakNanos = lastMarkNanos == NEVER ? nanos : lastMarkNanos;
      trough = peak;
    }
    if (newEquity < trough) {
      trough = newEquity;
      long drawdown = Math.subtractExact(peak, newEquity);
      maxDrawdownMoney = Math.max(maxDrawdownMoney, drawdown);
      maxDrawdown = Math.max(maxDrawdown, (double) drawdown / (double) peak);
    }
  }

  /** Equity at the last mark, in money. */
  public long equity() {
    return equity;
  }

  /** Equity when the last session opened, or at the start, in money. */
  public long sessionStartEquity() {
    return sessionStartEquity;
  }

  /** How far equity is below its peak at the last mark, in money; not negative. */
  public long drawdownMoney() {
    return Math.subtractExact(peak, equity);
  }

  public long lastMarkNanos() {
    return lastMarkNanos;
  }

  /** Deepest fall from a peak, in money; not negative. */
  public long maxDrawdownMoney() {
    return maxDrawdownMoney;
  }

  /** Deepest fall from a peak, as a share of the peak; not negative. */
  public double maxDrawdown() {
    return maxDrawdown;
  }

  /** Longest time from a peak to its recovery, or to the last mark. */
  public long maxDrawdownNanos() {
    return isBelowPeak ? Math.max(maxDrawdownNanos, lastMarkNanos - peakNanos) : maxDrawdownNanos;
  }
}
