package io.tapedeck.core.bar;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.WideSum;
import java.math.BigInteger;

/**
 * Bars that end when a measure of their ticks reaches a threshold, and with the session.
 *
 * <p>Invariant: the measure of the bar in progress is below the threshold between ticks.
 */
final class MeasuredBars implements BarSeries {
  private final Measure measure;
  private final WideSum threshold;
  private final WideSum sum = new WideSum();
  private final OpenSession session = new OpenSession();
  private final BarInProgress bar;

  MeasuredBars(Measure measure, BigInteger threshold, BarSink sink) {
    this.measure = measure;
    this.threshold = WideSum.of(threshold);
    this.bar = new BarInProgress(sink);
  }

  @Override
  public void open(long openNanos, long closeNanos) {
    session.checkNext(openNanos, closeNanos);
    finish();
    session.open(openNanos, closeNanos);
  }

  @Override
  public void add(long timeNanos, long price, long lots) {
    session.accept(timeNanos);
    Require.that(
        measure.accepts(lots),
        "volume and notional bars need ticks with a size: build them from trades, not quotes");
    if (bar.isEmpty()) {
      bar.begin(timeNanos, session.closeNanos(), price);
      sum.clear();
    }
    bar.add(price, lots);
    measure.add(price, lots, sum);
    if (sum.isAtLeast(threshold)) {
      bar.closeAt(timeNanos);
      bar.handOver();
    }
  }

  @Override
  public void advanceTo(long timeNanos) {
    if (timeNanos > session.closeNanos()) {
      finish();
    }
  }

  @Override
  public long nextCloseNanos() {
    return bar.isEmpty() ? Long.MAX_VALUE : bar.closeNanos();
  }

  @Override
  public void finish() {
    bar.handOver();
  }
}
