package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;

/** Positions as a test says they are known. */
final class Known implements PositionView {
  private final long[] lots;
  private final long[] working;
  private final Known[] views;
  private final int instrument;

  Known(int instruments) {
    this(new long[instruments], new long[instruments], new Known[instruments], 0);
    views[0] = this;
    for (int i = 1; i < instruments; i++) {
      views[i] = new Known(lots, working, views, i);
    }
  }

  private Known(long[] lots, long[] working, Known[] views, int instrument) {
    this.lots = lots;
    this.working = working;
    this.views = views;
    this.instrument = instrument;
  }

  void add(long signedLots) {
    lots[instrument] += signedLots;
  }

  /** Orders of so many lots are known to be working, or done. */
  void work(long signedLots) {
    working[instrument] += signedLots;
  }

  @Override
  public long lots() {
    return lots[instrument];
  }

  @Override
  public long workingLots() {
    return working[instrument];
  }

  @Override
  public long cash() {
    return 0;
  }

  @Override
  public double averageTicks() {
    return Double.NaN;
  }

  @Override
  public long equity() {
    return 0;
  }

  @Override
  public Known of(int other) {
    return views[other];
  }
}
