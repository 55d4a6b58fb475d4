package io.tapedeck.core.replay;

/** Positions as reported, of the account or of one strategy. Average prices are statistics. */
final class KnownPositions {
  private final long[] lots;
  private final double[] averageTicks;

  KnownPositions(int instruments) {
    lots = new long[instruments];
    averageTicks = new double[instruments];
  }

  /** Signed. */
  long lots(int instrument) {
    return lots[instrument];
  }

  /** Average entry price; NaN when flat. */
  double averageTicks(int instrument) {
    return lots[instrument] == 0 ? Double.NaN : averageTicks[instrument];
  }

  void learnFill(int instrument, long signedLots, long priceTicks) {
    long held = lots[instrument];
    long now = Math.addExact(held, signedLots);
    boolean isSameWay = held == 0 || (held > 0) == (signedLots > 0);
    if (isSameWay) {
      double paid = averageTicks[instrument] * held + (double) priceTicks * signedLots;
      averageTicks[instrument] = held == 0 ? (double) priceTicks : paid / now;
    } else if (now != 0 && (now > 0) != (held > 0)) {
      averageTicks[instrument] = (double) priceTicks;
    }
    lots[instrument] = now;
  }
}
