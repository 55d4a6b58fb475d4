package io.tapedeck.core.bar;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;

/**
 * Builds the bars of one price of one instrument, tick by tick, whatever rule ends a bar.
 *
 * <p>A bar is handed to a {@link BarSink} once nothing can change it, and the last bar of a session
 * ends with the session. Prices are in whatever unit the caller counts in: ticks, or half ticks for
 * mids. Where ticks are cut into batches, and how often time is told to pass between them, changes
 * no bar. Allocates nothing per tick or bar. Not thread-safe.
 */
public interface BarSeries {
  /** Opens a session, after the one before: finishes that one's last bar. */
  default void open(Session session) {
    open(session.openNanos(), session.closeNanos());
  }

  /**
   * Opens a session, after the one before: finishes that one's last bar.
   *
   * @param openNanos first nanosecond
   * @param closeNanos last nanosecond; it belongs to the session
   */
  void open(long openNanos, long closeNanos);

  /**
   * Adds a tick; hands over the bar before if this one is past it, and its own if it completes it.
   *
   * @param timeNanos inside the open session, and not before the last tick
   * @param price in the caller's unit
   * @param lots volume; {@link Missing#VALUE} where there is none, as of quotes
   */
  void add(long timeNanos, long price, long lots);

  /** Hands over the bar in progress if no tick at this time or later can change it. */
  void advanceTo(long timeNanos);

  /**
   * When the bar in progress is known if no tick completes it before: the end of its interval, or
   * the close of the session. A tick at the close of the session still belongs to its last bar,
   * which {@link #advanceTo} therefore hands over a nanosecond later, or {@link #finish} at once.
   *
   * @return {@link Long#MAX_VALUE} while there is no bar
   */
  long nextCloseNanos();

  /** Hands over the bar in progress, if there is one: the session or the tape has ended. */
  void finish();
}
