package io.tapedeck.core.metrics;

/**
 * The numbers of one run. A figure that is not defined (no trades, no variance, fewer than two
 * sessions, no benchmark) is NaN. {@link MetricsCalculator} gives formulas, annualisation and
 * sources.
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
 * @param exposure share of session time with a position: the time in market
 * @param roundTrips closed round trips
 * @param openTrades positions still open
 * @param fills number of fills
 * @param valueAtRisk95 5 % quantile of session returns, as a loss; positive when it is one
 * @param expectedShortfall95 mean of the session returns at or below that quantile, as a loss
 * @param sessions sessions with a daily equity
 * @param bestDay largest session return
 * @param worstDay smallest session return
 * @param tailRatio 95 % over the magnitude of the 5 % quantile of session returns
 * @param omega gains over losses of session returns, threshold zero
 * @param sqn system quality number of closed round trips
 * @param alpha Jensen's, against the benchmark, a year
 * @param beta slope of session returns on the benchmark's
 * @param informationRatio of session returns less the benchmark's, annualised
 * @param slippage money paid beyond quoted prices, within the profit already; not negative
 * @param spreadCost money paid from the mid to the quoted price by fills that took, within the
 *     profit already; not negative
 * @param financing money of interest, borrowing and funding paid; negative where more was received
 * @param implementationShortfall money all orders cost against paper: delay, execution, fees and
 *     what was missed
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
    int sessions,
    double bestDay,
    double worstDay,
    double tailRatio,
    double omega,
    double sqn,
    double alpha,
    double beta,
    double informationRatio,
    long slippage,
    long spreadCost,
    long financing,
    long implementationShortfall) {
  /**
   * A run of which no more was recorded than this: of what is missing, figures are NaN and money is
   * zero.
   */
  public RunMetrics(
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
      int sessions) {
    this(
        startEquity,
        endEquity,
        realised,
        unrealised,
        fees,
        totalReturn,
        cagr,
        volatility,
        sharpe,
        sortino,
        calmar,
        maxDrawdown,
        maxDrawdownMoney,
        maxDrawdownNanos,
        hitRate,
        profitFactor,
        expectancy,
        turnover,
        exposure,
        roundTrips,
        openTrades,
        fills,
        valueAtRisk95,
        expectedShortfall95,
        sessions,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        0,
        0,
        0,
        0);
  }
}
