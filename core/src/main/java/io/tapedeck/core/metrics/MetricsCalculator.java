package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.util.List;

/**
 * The formulas behind {@link RunMetrics}.
 *
 * <p>Symbols: {@code S} start equity, {@code E} end equity, {@code n} sessions, {@code P} sessions
 * of a usual year, {@code r} the n session returns ({@code E_i / E_(i-1) - 1}, the first from
 * {@code S}), {@code m} their mean. All are dimensionless but money and times. The risk-free rate
 * and the target return are zero. Operations run in session order with {@link StrictMath}; what is
 * not defined or leaves the range of a double is NaN. Figures of the distribution of returns need
 * two sessions, and every equity before the last above zero; the best and the worst day need one
 * session. Figures against a benchmark pair its return {@code b} of each session, mean {@code m_b},
 * with the run's.
 *
 * <table>
 * <caption>Formulas</caption>
 * <tr><th>Figure</th><th>Formula</th><th>Source</th></tr>
 * <tr><td>total return</td><td>{@code E / S - 1}</td><td></td></tr>
 * <tr><td>CAGR</td><td>{@code (E / S)^(P / n) - 1}; not of an end below zero</td><td></td></tr>
 * <tr><td>volatility</td><td>{@code s √P}, {@code s} the sample deviation of r (n - 1)</td><td></td>
 * </tr>
 * <tr><td>Sharpe</td><td>{@code m / s × √P}; not of s = 0</td><td>W. F. Sharpe, "The Sharpe Ratio",
 * Journal of Portfolio Management 21(1), 49-58 (1994)</td></tr>
 * <tr><td>Sortino</td><td>{@code m / d × √P}, {@code d = √(Σ min(r, 0)² / n)}, a population
 * deviation over all n; not of d = 0</td><td>F. A. Sortino, L. N. Price, "Performance Measurement
 * in a Downside Risk Framework", Journal of Investing 3(3), 59-64 (1994)</td></tr>
 * <tr><td>Calmar</td><td>CAGR over maximum drawdown, both over the whole run where the source takes
 * 36 months; not of drawdown 0</td><td>T. W. Young, "Calmar Ratio: A Smoother Tool", Futures 20(1),
 * 40 (1991)</td></tr>
 * <tr><td>value at risk, 95 %</td><td>{@code -r_(k)}, the k-th smallest return with {@code k = ⌈n /
 * 20⌉}: historical, no interpolation, one session ahead</td><td>quantile definition 1 of R. J.
 * Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4),
 * 361-365 (1996)</td></tr>
 * <tr><td>expected shortfall, 95 %</td><td>minus the mean of the returns not above {@code r_(k)}
 * </td><td>tail conditional expectation of P. Artzner et al., "Coherent Measures of Risk",
 * Mathematical Finance 9(3), 203-228 (1999)</td></tr>
 * <tr><td>hit rate</td><td>winners / closed round trips; net of fees, here and below</td><td></td>
 * </tr>
 * <tr><td>profit factor</td><td>net profits / net losses; not without losses</td><td></td></tr>
 * <tr><td>expectancy</td><td>(net profits - net losses) / closed round trips, in money</td><td></td>
 * </tr>
 * <tr><td>turnover</td><td>notional of all fills / mean equity at session closes {@code × P / n}
 * </td><td></td></tr>
 * <tr><td>exposure</td><td>time with a position / session time: the time in market</td><td></td>
 * </tr>
 * <tr><td>best day, worst day</td><td>{@code max r}, {@code min r}</td><td></td></tr>
 * <tr><td>tail ratio</td><td>{@code q(95 %) / |q(5 %)|}, linear between returns; below zero if even
 * the upper tail loses, not of a lower tail of zero</td><td>quantile definition 7 of Hyndman and Fan
 * (1996), which mirrors with the sample as the one of the value at risk does not</td></tr>
 * <tr><td>omega</td><td>{@code Σ max(r, 0) / Σ max(-r, 0)}, threshold zero; not without losses</td>
 * <td>C. Keating, W. F. Shadwick, "A Universal Performance Measure", Journal of Performance
 * Measurement 6(3), 59-84 (2002)</td></tr>
 * <tr><td>SQN</td><td>{@code √n × mean / s} of the net profits of n closed round trips; {@link
 * RoundTripTally#systemQuality}</td><td>V. K. Tharp (2008)</td></tr>
 * <tr><td>beta</td><td>{@code Σ (r - m)(b - m_b) / Σ (b - m_b)²}; not of a benchmark that does not
 * move</td><td>W. F. Sharpe, "Capital Asset Prices", Journal of Finance 19(3), 425-442 (1964)</td>
 * </tr>
 * <tr><td>alpha</td><td>{@code (m - beta × m_b) × P}, arithmetic</td><td>M. C. Jensen, "The
 * Performance of Mutual Funds in the Period 1945-1964", Journal of Finance 23(2), 389-416 (1968)
 * </td></tr>
 * <tr><td>information ratio</td><td>{@code mean(r - b) / s(r - b) × √P}, sample deviation; not of
 * deviation 0</td><td>T. H. Goodwin, "The Information Ratio", Financial Analysts Journal 54(4),
 * 34-43 (1998)</td></tr>
 * <tr><td>slippage, spread, financing</td><td>money, as {@link CostBreakdown} has it</td><td></td>
 * </tr>
 * <tr><td>implementation shortfall</td><td>money, as {@link OrderShortfall} has it, of all orders
 * </td><td>A. F. Perold (1988)</td></tr>
 * </table>
 */
public final class MetricsCalculator {
  private MetricsCalculator() {}

  /** The numbers of a run; a pure function. */
  public static RunMetrics of(MetricsInput run) {
    List<DailyEquity> daily = run.daily();
    SessionReturns returns = SessionReturns.of(run.startEquity(), daily);
    boolean enough = returns.areEnough();
    double year = StrictMath.sqrt(run.sessionsPerYear());
    double cagr = cagr(run);
    RoundTripTally trips = run.trips();
    ActiveReturns active = new ActiveReturns(returns, run.benchmark(), run.sessionsPerYear());
    return new RunMetrics(
        run.startEquity(),
        run.endEquity(),
        run.realised(),
        run.unrealised(),
        run.fees(),
        (double) run.endEquity() / (double) run.startEquity() - 1.0,
        cagr,
        enough ? returns.deviation() * year : Double.NaN,
        returns.sharpe(run.sessionsPerYear()),
        enough ? Quotient.of(returns.mean(), returns.downsideDeviation()) * year : Double.NaN,
        Quotient.of(cagr, run.maxDrawdown()),
        run.maxDrawdown(),
        run.maxDrawdownMoney(),
        run.maxDrawdownNanos(),
        trips.hitRate(),
        trips.profitFactor(),
        trips.expectancy(),
        turnover(run),
        exposure(daily),
        trips.closed(),
        run.openTrades(),
        run.fills(),
        enough ? loss(returns.quantile05()) : Double.NaN,
        enough ? loss(returns.tailMean05()) : Double.NaN,
        daily.size(),
        returns.count() > 0 ? returns.at(returns.best()) : Double.NaN,
        returns.count() > 0 ? returns.at(returns.worst()) : Double.NaN,
        enough ? tailRatio(returns) : Double.NaN,
        enough ? returns.omega() : Double.NaN,
        trips.systemQuality(),
        active.alpha(),
        active.beta(),
        active.informationRatio(),
        run.costs().slippage(),
        run.costs().spread(),
        run.costs().financing(),
        run.shortfall().total());
  }

  private static double tailRatio(SessionReturns returns) {
    return Quotient.of(returns.percentile(95), Math.abs(returns.percentile(5)));
  }

  private static double cagr(MetricsInput run) {
    if (run.daily().isEmpty() || run.endEquity() < 0) {
      return Double.NaN;
    }
    double growth = (double) run.endEquity() / (double) run.startEquity();
    double years = (double) run.daily().size() / run.sessionsPerYear();
    return Quotient.finite(StrictMath.pow(growth, 1.0 / years) - 1.0);
  }

  private static double turnover(MetricsInput run) {
    double notional = 0;
    double equity = 0;
    for (DailyEquity session : run.daily()) {
      notional += session.notionalTraded();
      equity += session.equity();
    }
    if (!(equity > 0)) {
      return Double.NaN;
    }
    // notional / (equity / n) × P / n
    return Quotient.finite(notional / equity * run.sessionsPerYear());
  }

  private static double exposure(List<DailyEquity> daily) {
    long openNanos = 0;
    long sessionNanos = 0;
    for (DailyEquity session : daily) {
      openNanos += session.openNanos();
      sessionNanos += session.sessionNanos();
    }
    return Quotient.of((double) openNanos, (double) sessionNanos);
  }

  /** A return as a loss; never minus zero. */
  private static double loss(double sessionReturn) {
    return 0.0 - sessionReturn;
  }
}
