package io.tapedeck.core.metrics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One fall of equity below a peak, at session closes: from the last close at the peak to the first
 * that is not below it. Falls within a session do not show here; {@link RunMetrics#maxDrawdown} has
 * them, at marks.
 *
 * @param peak date of the peak; empty if that is the start of the run
 * @param trough date of the lowest close, the first of equal ones
 * @param recovery date of the first close not below the peak; empty if there was none
 * @param depth {@code (peak - trough) / peak}; positive, above one if equity fell below zero
 * @param depthMoney {@code peak - trough}, in money; positive
 * @param sessionsToTrough sessions from the peak to the trough; at least 1
 * @param sessions sessions from the peak to the recovery, or to the last close; at least 1
 */
public record Drawdown(
    Optional<LocalDate> peak,
    LocalDate trough,
    Optional<LocalDate> recovery,
    double depth,
    long depthMoney,
    int sessionsToTrough,
    int sessions) {}
