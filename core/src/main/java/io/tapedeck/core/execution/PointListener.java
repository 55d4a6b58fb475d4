package io.tapedeck.core.execution;

/**
 * Hears where the price is on its way through a bar of the tape, after orders were matched there.
 */
@FunctionalInterface
public interface PointListener {
  /** Nobody listens. */
  PointListener NONE = (instrument, nanos, doubledTicks) -> {};

  /**
   * The way through a bar has come to a point.
   *
   * @param doubledTicks twice the price of the point; of BID and ASK bars bid plus ask
   */
  void onPoint(int instrument, long nanos, long doubledTicks);
}
