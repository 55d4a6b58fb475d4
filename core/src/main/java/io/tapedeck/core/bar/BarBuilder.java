package io.tapedeck.core.bar;

/**
 * Builds time bars of one price of one instrument, tick by tick; the kernel and the lake share it.
 *
 * <p>Intervals are half-open, {@code [open + k × length, open + (k + 1) × length)}, and start at
 * the open of the session. The last one is cut at the close and includes it: a closing print
 * belongs to the session's last bar. A bar is known at the end of its interval, and an interval
 * without ticks makes none. The mean price is {@code Σ price × lots / Σ lots} in double, summed in
 * the order of the ticks.
 *
 * <p>Invariant: all ticks of the bar in progress lie in one interval of the open session. Allocates
 * nothing per tick or bar. Not thread-safe.
 */
public final class BarBuilder implements BarSeries {
  private final long lengthNanos;
  private final OpenSession session = new OpenSession();
  private final BarInProgress bar;

  public BarBuilder(BarLength length, BarSink sink) {
    this.lengthNanos = length.nanos();
    this.bar = new BarInProgress(sink);
  }

  /** {@inheritDoc} Intervals start at its open. */
  @Override
  public void open(long openNanos, long closeNanos) {
    session.checkNext(openNanos, closeNanos);
    finish();
    session.open(openNanos, closeNanos);
  }

  @Override
  public void add(long timeNanos, long price, long lots) {
    session.accept(timeNanos);
    advanceTo(timeNanos);
    if (bar.isEmpty()) {
      begin(timeNanos, price);
    }
    bar.add(price, lots);
  }

  @Override
  public void advanceTo(long timeNanos) {
    long close = bar.closeNanos();
    boolean isLast = close == session.closeNanos();
    if (isLast ? timeNanos > close : timeNanos >= close) {
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

  private void begin(long timeNanos, long price) {
    long openNanos = session.openNanos();
    long last = (session.closeNanos() - openNanos - 1) / lengthNanos;
    long interval = Math.min((timeNanos - openNanos) / lengthNanos, last);
    long barOpenNanos = openNanos + interval * lengthNanos;
    long barCloseNanos = interval == last ? session.closeNanos() : barOpenNanos + lengthNanos;
    bar.begin(barOpenNanos, barCloseNanos, price);
  }
}
