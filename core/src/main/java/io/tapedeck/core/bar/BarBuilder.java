package io.tapedeck.core.bar;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;

/**
 * Builds time bars of one price of one instrument, tick by tick; the kernel and the lake share it.
 *
 * <p>Intervals are half-open, {@code [open + k × length, open + (k + 1) × length)}, and start at
 * the open of the session. The last one is cut at the close and includes it: a closing print
 * belongs to the session's last bar. A bar is known at the end of its interval, and an interval
 * without ticks makes none. Prices are in whatever unit the caller counts in: ticks, or half ticks
 * for mids. The mean price is {@code Σ price × lots / Σ lots} in double, summed in the order of the
 * ticks.
 *
 * <p>Invariant: all ticks of the bar in progress lie in one interval of the open session. Allocates
 * nothing per tick or bar. Not thread-safe.
 */
public final class BarBuilder {
  private final long lengthNanos;
  private final BarSink sink;
  private long sessionOpenNanos;
  private long sessionCloseNanos = Long.MIN_VALUE;
  private long lastNanos = Long.MIN_VALUE;
  private long barOpenNanos;
  private long barCloseNanos;
  private long openTicks;
  private long highTicks;
  private long lowTicks;
  private long closeTicks;
  private long lots;
  private double turnover;
  private long count;

  public BarBuilder(BarLength length, BarSink sink) {
    this.lengthNanos = length.nanos();
    this.sink = sink;
  }

  /** Opens a session, after the one before: finishes that one's last bar. */
  public void open(Session session) {
    open(session.openNanos(), session.closeNanos());
  }

  /**
   * Opens a session, after the one before: finishes that one's last bar.
   *
   * @param openNanos first nanosecond: where intervals start
   * @param closeNanos last nanosecond: where the last interval ends; it belongs to it
   */
  public void open(long openNanos, long closeNanos) {
    Require.that(openNanos < closeNanos, "a session must open before it closes");
    Require.that(openNanos > sessionCloseNanos, "a session must open after the one before closed");
    finish();
    sessionOpenNanos = openNanos;
    sessionCloseNanos = closeNanos;
  }

  /**
   * Adds a tick; hands over the bar before if this one is past it.
   *
   * @param timeNanos inside the open session, and not before the last tick
   * @param price in the caller's unit
   * @param lots volume; {@link Missing#VALUE} where there is none, as of quotes
   */
  public void add(long timeNanos, long price, long lots) {
    if (timeNanos < lastNanos) {
      throw FeedException.outOfOrder("a series of ticks for bars", lastNanos, timeNanos);
    }
    Require.that(
        timeNanos >= sessionOpenNanos && timeNanos <= sessionCloseNanos,
        "a tick for bars must lie inside the open session");
    lastNanos = timeNanos;
    advanceTo(timeNanos);
    if (count == 0) {
      begin(timeNanos, price);
    }
    highTicks = Math.max(highTicks, price);
    lowTicks = Math.min(lowTicks, price);
    closeTicks = price;
    addVolume(price, lots);
    count++;
  }

  /** Hands over the bar in progress if no tick at this time or later can change it. */
  public void advanceTo(long timeNanos) {
    boolean isLast = barCloseNanos == sessionCloseNanos;
    if (count > 0 && (isLast ? timeNanos > barCloseNanos : timeNanos >= barCloseNanos)) {
      finish();
    }
  }

  /** Hands over the bar in progress, if there is one: the session or the tape has ended. */
  public void finish() {
    if (count == 0) {
      return;
    }
    boolean hasVolume = !Missing.is(lots) && lots > 0;
    double vwapTicks = hasVolume ? turnover / (double) lots : Double.NaN;
    long ticks = count;
    count = 0;
    sink.onBar(
        barOpenNanos,
        barCloseNanos,
        openTicks,
        highTicks,
        lowTicks,
        closeTicks,
        lots,
        vwapTicks,
        ticks);
  }

  private void begin(long timeNanos, long price) {
    long last = (sessionCloseNanos - sessionOpenNanos - 1) / lengthNanos;
    long interval = Math.min((timeNanos - sessionOpenNanos) / lengthNanos, last);
    barOpenNanos = sessionOpenNanos + interval * lengthNanos;
    barCloseNanos = interval == last ? sessionCloseNanos : barOpenNanos + lengthNanos;
    openTicks = price;
    highTicks = price;
    lowTicks = price;
    lots = 0;
    turnover = 0;
  }

  private void addVolume(long price, long tickLots) {
    if (Missing.is(tickLots) || Missing.is(lots)) {
      lots = Missing.VALUE;
      return;
    }
    lots = Math.addExact(lots, tickLots);
    turnover += (double) price * (double) tickLots;
  }
}
