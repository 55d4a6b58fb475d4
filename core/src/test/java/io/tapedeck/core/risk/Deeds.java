package io.tapedeck.core.risk;

import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;
import java.util.ArrayList;
import java.util.List;

/** Writes down what guards report and ask for, in order. */
final class Deeds implements RiskActions, RiskListener {
  final List<String> reported = new ArrayList<>();
  final List<String> asked = new ArrayList<>();

  @Override
  public void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {
    reported.add("%d %s %d %s %d/%d".formatted(nanos, event, instrument, reason, measured, limit));
  }

  @Override
  public void changeState(TradingState state, RiskReason reason) {
    asked.add("become " + state + " " + reason);
  }

  @Override
  public void cancelAll(RiskReason reason) {
    asked.add("cancel all " + reason);
  }

  @Override
  public void flattenAll(RiskReason reason) {
    asked.add("flatten all " + reason);
  }

  @Override
  public void flatten(int instrument, RiskReason reason) {
    asked.add("flatten " + instrument + " " + reason);
  }
}
