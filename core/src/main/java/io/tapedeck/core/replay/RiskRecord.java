package io.tapedeck.core.replay;

import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskReason;

/**
 * What a guard did.
 *
 * @param instrument index in the run's universe, or {@link
 *     io.tapedeck.core.order.RiskListener#ACCOUNT}
 * @param measured what was found, in the unit of the reason
 * @param limit what it was held against, in the same unit
 */
public record RiskRecord(
    long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {}
