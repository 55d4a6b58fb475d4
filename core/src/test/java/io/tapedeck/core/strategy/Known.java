package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;

/** Positions as a test says they are known. */
final class Known implements PositionView {
  private final long[] lots;
  private final Known[] views;
  private final int instrument;

  Known(int instruments) {
    this(new long[instruments], new Known[instruments], 0);
    views[0] = this;
    for (int i = 1; i < instruments; i++) {
      views[i] = new Known(lots, views, i);
    }
  }

  private Known(long[] lots, Known[] views, int instrument) {
    this.lots = lots;
    this.views = views;
    this.instrument = instrument;
  }

  void add(long signedLots) {
    lots[instrument] += signedLots;
  }

  @Override
  public long lots() {
    return lots[instrument];
  }

  @Override
  public long workingLots() {
    return 0;
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
