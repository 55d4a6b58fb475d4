package io.tapedeck.core.bar;

import io.tapedeck.core.market.Missing;

/**
 * The prices and the volume of the ticks of one bar.
 *
 * <p>The mean price is {@code Σ price × lots / Σ lots} in double, summed in the order of the ticks.
 */
final class BarInProgress {
  private final BarSink sink;
  private long openNanos;
  private long closeNanos;
  private long openTicks;
  private long highTicks;
  private long lowTicks;
  private long closeTicks;
  private long lots;
  private double turnover;
  private long count;

  BarInProgress(BarSink sink) {
    this.sink = sink;
  }

  boolean isEmpty() {
    return count == 0;
  }

  long closeNanos() {
    return closeNanos;
  }

  /** Begins a bar with the price of its first tick, which is yet to be added. */
  void begin(long openNanos, long closeNanos, long price) {
    this.openNanos = openNanos;
    this.closeNanos = closeNanos;
    openTicks = price;
    highTicks = price;
    lowTicks = price;
    lots = 0;
    turnover = 0;
  }

  void add(long price, long tickLots) {
    highTicks = Math.max(highTicks, price);
    lowTicks = Math.min(lowTicks, price);
    closeTicks = price;
    addVolume(price, tickLots);
    count++;
  }

  /** Makes it known at another time than it began with. */
  void closeAt(long closeNanos) {
    this.closeNanos = closeNanos;
  }

  /** Hands the bar over, if there is one, and is empty. */
  void handOver() {
    if (count == 0) {
      return;
    }
    boolean hasVolume = !Missing.is(lots) && lots > 0;
    double vwapTicks = hasVolume ? turnover / (double) lots : Double.NaN;
    long ticks = count;
    count = 0;
    sink.onBar(
        openNanos, closeNanos, openTicks, highTicks, lowTicks, closeTicks, lots, vwapTicks, ticks);
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
