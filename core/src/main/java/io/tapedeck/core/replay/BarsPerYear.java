package io.tapedeck.core.replay;

import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;

/** How many bars of a run a year has, to annualise volatility by; bars of ticks count as days. */
final class BarsPerYear {
  private BarsPerYear() {}

  static double of(RunSpec spec, Universe universe) {
    double sessions = spec.calendar().sessionsPerYear();
    if (!spec.bars().isEmpty() && spec.bars().get(0) instanceof BarRule.TimeBars time) {
      Session session = spec.calendar().sessions().get(0);
      double length = (double) (session.closeNanos() - session.openNanos());
      return sessions * Math.max(1.0, Math.rint(length / (double) time.length().nanos()));
    }
    return sessions;
  }
}
