package io.tapedeck.core.replay;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.risk.KnownBasis;
import io.tapedeck.core.risk.PositionGuard;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskActions;

/** The guards of the known positions; none where the run has no use for them. */
final class PositionWatch {
  private final KnownView known;
  private final PositionGuard[] guards;
  private final KnownBasis[] bases;

  PositionWatch(
      PositionGuardSpec spec,
      Universe universe,
      KnownView known,
      RiskActions actions,
      RiskListener listener) {
    this.known = known;
    int watched = spec.equals(PositionGuardSpec.NONE) ? 0 : universe.size();
    guards = new PositionGuard[watched];
    bases = new KnownBasis[watched];
    for (int i = 0; i < watched; i++) {
      guards[i] = new PositionGuard(i, universe.instrument(i), spec, actions, listener);
      bases[i] = new KnownBasis(universe.instrument(i).moneyScale());
    }
  }

  /** A price became known. */
  void onPrice(int instrument, long nanos) {
    if (guards.length > 0) {
      long doubledTicks = known.doubledTicks(instrument);
      if (!Missing.is(doubledTicks)) {
        guards[instrument].onPrice(nanos, doubledTicks);
      }
    }
  }

  /** A fill became known. */
  void onFill(int instrument, long nanos, long signedLots, long priceTicks) {
    if (guards.length > 0) {
      KnownBasis basis = bases[instrument];
      basis.onFill(signedLots, priceTicks);
      guards[instrument].onPosition(nanos, basis.lots(), basis.basis());
    }
  }

  void openSession() {
    for (PositionGuard guard : guards) {
      guard.onSessionOpen();
    }
  }
}
