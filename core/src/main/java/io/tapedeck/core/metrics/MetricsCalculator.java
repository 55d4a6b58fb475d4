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
 * two sessions, and every equity before the last above zero.
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
 * <tr><td>exposure</td><td>time with a position / session time</td><td></td></tr>
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
    return new RunMetrics(
        run.startEquity(),
        run.endEquity(),
        run.realised(),
        run.unrealised(),
        run.fees(),
        (double) run.endEquity() / (double) run.startEquity() - 1.0,
        cagr,
        enough ? returns.deviation() * year : Double.NaN,
        enough ? ratio(returns.mean(), returns.deviation()) * year : Double.NaN,
        enough ? ratio(returns.mean(), returns.downsideDeviation()) * year : Double.NaN,
        ratio(cagr, run.maxDrawdown()),
        run.maxDrawdown(),
        run.maxDrawdownMoney(),
        run.maxDrawdownNanos(),
        ratio((double) trips.winners(), (double) trips.closed()),
        ratio((double) trips.netProfits(), (double) trips.netLosses()),
        ratio((double) (trips.netProfits() - trips.netLosses()), (double) trips.closed()),
        turnover(run),
        exposure(daily),
        trips.closed(),
        run.openTrades(),
        run.fills(),
        enough ? loss(returns.quantile05()) : Double.NaN,
        enough ? loss(returns.tailMean05()) : Double.NaN,
        daily.size());
  }

  private static double cagr(MetricsInput run) {
    if (run.daily().isEmpty() || run.endEquity() < 0) {
      return Double.NaN;
    }
    double growth = (double) run.endEquity() / (double) run.startEquity();
    double years = (double) run.daily().size() / run.sessionsPerYear();
    return finite(StrictMath.pow(growth, 1.0 / years) - 1.0);
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
    return finite(notional / equity * run.sessionsPerYear());
  }

  private static double exposure(List<DailyEquity> daily) {
    long openNanos = 0;
    long sessionNanos = 0;
    for (DailyEquity session : daily) {
      openNanos += session.openNanos();
      sessionNanos += session.sessionNanos();
    }
    return ratio((double) openNanos, (double) sessionNanos);
  }

  /** A quotient; NaN where the divisor is not above zero. */
  private static double ratio(double dividend, double divisor) {
    return divisor > 0 ? finite(dividend / divisor) : Double.NaN;
  }

  /** A return as a loss; never minus zero. */
  private static double loss(double sessionReturn) {
    return 0.0 - sessionReturn;
  }

  private static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
