package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.metrics.RunMetrics;
import java.util.List;
import java.util.Set;

/**
 * What a run came to.
 *
 * @param metrics its numbers
 * @param daily the books at each session close, in order
 * @param openTrades positions still open at the end, marked
 * @param strategyProfits what each strategy earned, in money, in the order of the run's strategies;
 *     interest on cash is nobody's
 * @param counts what happened to its wishes
 * @param warnings in the order of {@link RunWarning}
 * @param fingerprint 64 bits over every order event, fill and session close in order, and over the
 *     drawdown: equal for equal runs
 */
public record RunResult(
    RunMetrics metrics,
    List<DailyEquity> daily,
    List<RoundTrip> openTrades,
    List<Long> strategyProfits,
    RunCounts counts,
    Set<RunWarning> warnings,
    long fingerprint) {}
