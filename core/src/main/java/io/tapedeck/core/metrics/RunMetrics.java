package io.tapedeck.core.metrics;

/**
 * The numbers of one run. A figure that is not defined (no trades, no variance, fewer than two
 * sessions) is NaN. {@link MetricsCalculator} gives formulas, annualisation and sources.
 *
 * @param startEquity money at the start
 * @param endEquity money at the end, open positions marked
 * @param realised realised profit, before fees
 * @param unrealised profit of open positions at the last mark
 * @param fees money
 * @param totalReturn end over start, less one
 * @param cagr compound annual growth rate
 * @param volatility of session returns, annualised
 * @param sharpe annualised, risk-free rate zero
 * @param sortino annualised, target zero
 * @param calmar CAGR over maximum drawdown
 * @param maxDrawdown largest fall from a peak as a fraction of the peak, at marks; not negative
 * @param maxDrawdownMoney largest fall from a peak in money, at marks; not negative
 * @param maxDrawdownNanos longest time from a peak to its recovery, or to the end
 * @param hitRate share of closed round trips with a net profit
 * @param profitFactor net profits over net losses of closed round trips
 * @param expectancy mean net profit of a closed round trip, in money
 * @param turnover notional traded over mean equity, a year
 * @param exposure share of session time with a position
 * @param roundTrips closed round trips
 * @param openTrades positions still open
 * @param fills number of fills
 * @param valueAtRisk95 5 % quantile of session returns, as a loss; positive when it is one
 * @param expectedShortfall95 mean of the session returns at or below that quantile, as a loss
 * @param sessions sessions with a daily equity
 */
public record RunMetrics(
    long startEquity,
    long endEquity,
    long realised,
    long unrealised,
    long fees,
    double totalReturn,
    double cagr,
    double volatility,
    double sharpe,
    double sortino,
    double calmar,
    double maxDrawdown,
    long maxDrawdownMoney,
    long maxDrawdownNanos,
    double hitRate,
    double profitFactor,
    double expectancy,
    double turnover,
    double exposure,
    long roundTrips,
    long openTrades,
    long fills,
    double valueAtRisk95,
    double expectedShortfall95,
    int sessions) {}
