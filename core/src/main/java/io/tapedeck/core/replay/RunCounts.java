package io.tapedeck.core.replay;

import io.tapedeck.core.order.DenialReason;
import java.util.Map;

/**
 * What happened to a run's wishes, to answer why there were no trades.
 *
 * @param events venue events replayed
 * @param decisions targets, orders and cancels the strategy asked for, those that changed nothing
 *     included
 * @param sent orders that passed the gate
 * @param filled orders filled completely
 * @param partlyFilled orders that ended, or the run did, with some but not all of them filled
 * @param unfilled orders that ended, or the run did, with nothing filled
 * @param denied refusals of the gate, by reason
 */
public record RunCounts(
    long events,
    long decisions,
    long sent,
    long filled,
    long partlyFilled,
    long unfilled,
    Map<DenialReason, Long> denied) {}
