package io.tapedeck.core.ledger;

import io.tapedeck.core.account.MarginFraction;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.contract.Require;
import java.util.ArrayList;
import java.util.List;

/** What the positions of a ledger, and of the strategies behind it, are worth at their marks. */
final class Valuation {
  private final Ledger ledger;
  private final Attribution attribution;
  private final Marks marks;
  private final int instruments;
  private final boolean isAttributed;

  Valuation(Ledger ledger, Attribution attribution, Marks marks) {
    this.ledger = ledger;
    this.attribution = attribution;
    this.marks = marks;
    instruments = ledger.instruments();
    isAttributed = attribution.strategies() > 0;
  }

  /** The value of one position, now. */
  long value(int instrument) {
    Position position = ledger.position(instrument);
    long lots = position.lots();
    return lots == 0 ? 0 : position.valueAt(marks.doubledTicks(instrument, lots));
  }

  /** Cash plus the value of all positions, which remember the marks for their excursions. */
  long observedEquity() {
    long equity = ledger.cash();
    if (ledger.openPositions() > 0) {
      for (int i = 0; i < instruments; i++) {
        Position position = ledger.position(i);
        long lots = position.lots();
        if (lots != 0) {
          long doubledTicks = marks.doubledTicks(i, lots);
          position.observe(doubledTicks);
          equity = Math.addExact(equity, position.valueAt(doubledTicks));
        }
      }
    }
    if (isAttributed) {
      for (int i = 0; i < instruments; i++) {
        attribution.observe(i, marks.doubledTicksOfNet(i, ledger.lots(i)));
      }
    }
    return equity;
  }

  long equity() {
    long equity = ledger.cash();
    for (int i = 0; i < instruments; i++) {
      equity = Math.addExact(equity, value(i));
    }
    return equity;
  }

  long netValue() {
    return Math.subtractExact(equity(), ledger.cash());
  }

  long grossValue() {
    long sum = 0;
    for (int i = 0; i < instruments; i++) {
      sum = Math.addExact(sum, Math.absExact(value(i)));
    }
    return sum;
  }

  long requirement(MarginFraction fraction) {
    long sum = 0;
    for (int i = 0; i < instruments; i++) {
      sum = Math.addExact(sum, fraction.requirement(value(i)));
    }
    return sum;
  }

  long strategyProfit(int strategy) {
    if (!isAttributed) {
      Require.that(strategy == 0, "the books are of one strategy, which is 0, not %d", strategy);
      long change = Math.subtractExact(equity(), ledger.startCash());
      return Math.addExact(change, ledger.interest());
    }
    Ledger own = attribution.ledger(strategy);
    long profit = own.cash();
    for (int i = 0; i < instruments; i++) {
      if (own.lots(i) != 0) {
        long doubledTicks = marks.doubledTicksOfNet(i, ledger.lots(i));
        profit = Math.addExact(profit, attribution.value(strategy, i, doubledTicks));
      }
    }
    return profit;
  }

  List<RoundTrip> openTrips(long nanos) {
    List<RoundTrip> open = new ArrayList<>();
    for (int i = 0; i < instruments; i++) {
      long lots = ledger.lots(i);
      if (isAttributed) {
        attribution.addOpenTrips(i, nanos, marks.doubledTicksOfNet(i, lots), open);
      } else if (lots != 0) {
        ledger.addOpenTrips(i, nanos, marks.doubledTicks(i, lots), open);
      }
    }
    return List.copyOf(open);
  }
}
