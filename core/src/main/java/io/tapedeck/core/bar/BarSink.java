package io.tapedeck.core.bar;

/** Accepts finished bars; primitive arguments, so that a bar costs no allocation. */
public interface BarSink {
  /**
   * A bar that can no longer change.
   *
   * @param openTimeNanos first nanosecond of its interval; of bars that are not of time, the time
   *     of the first tick
   * @param closeTimeNanos when it is known: the end of its interval, the tick that completed it, or
   *     the close of the session
   * @param lots volume; {@link io.tapedeck.core.market.Missing#VALUE} if that of any tick is
   *     unknown
   * @param vwapTicks volume-weighted mean price, in ticks; NaN without volume
   * @param count ticks in the bar; positive
   */
  void onBar(
      long openTimeNanos,
      long closeTimeNanos,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long lots,
      double vwapTicks,
      long count);
}
