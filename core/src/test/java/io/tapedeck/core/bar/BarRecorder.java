package io.tapedeck.core.bar;

import java.util.ArrayList;
import java.util.List;

/** Keeps bars as values. */
final class BarRecorder implements BarSink {
  /** A bar. */
  record Bar(
      long openNanos,
      long closeNanos,
      long open,
      long high,
      long low,
      long close,
      long lots,
      double vwap,
      long count) {}

  final List<Bar> bars = new ArrayList<>();

  @Override
  public void onBar(
      long openTimeNanos,
      long closeTimeNanos,
      long openTicks,
      long highTicks,
      long lowTicks,
      long closeTicks,
      long lots,
      double vwapTicks,
      long count) {
    bars.add(
        new Bar(
            openTimeNanos,
            closeTimeNanos,
            openTicks,
            highTicks,
            lowTicks,
            closeTicks,
            lots,
            vwapTicks,
            count));
  }
}
