package io.tapedeck.core.order;

/** Hears what guards do, once each; primitive arguments, so that hearing costs no allocation. */
@FunctionalInterface
public interface RiskListener {
  /** The instrument of events of the whole account. */
  int ACCOUNT = -1;

  /**
   * A guard acted.
   *
   * @param instrument index in the run's universe, or {@link #ACCOUNT}
   * @param measured what was found, in the unit that {@link RiskReason} gives; zero for {@link
   *     RiskReason#SESSION_OPENED}
   * @param limit what it was held against, in the same unit
   */
  void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit);
}
