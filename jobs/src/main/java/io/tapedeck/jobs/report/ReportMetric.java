package io.tapedeck.jobs.report;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** The metrics that a report shows, in its order, each with its label and its format. */
public enum ReportMetric {
  TOTAL_RETURN(
      "Return",
      "end equity over start equity, less one, after all costs",
      percent(RunMetrics::totalReturn)),
  SHARPE(
      "Sharpe", "of session returns, annualised, risk-free rate zero", ratio(RunMetrics::sharpe)),
  MAX_DRAWDOWN(
      "Max drawdown", "largest fall from a peak, at marks", percent(RunMetrics::maxDrawdown)),
  ROUND_TRIPS(
      "Round trips",
      "closed, from flat to flat",
      (run, currency) -> Figure.count(run.roundTrips())),
  FEES("Fees", "all fees of the window", (run, currency) -> Figure.money(run.fees(), currency)),
  END_EQUITY(
      "End equity",
      "open positions marked, not closed",
      (run, currency) -> Figure.money(run.endEquity(), currency)),
  CAGR(
      "CAGR",
      "compound annual growth rate; a few days say little of a year",
      percent(RunMetrics::cagr)),
  VOLATILITY("Volatility", "of session returns, annualised", percent(RunMetrics::volatility)),
  SORTINO("Sortino", "annualised, target zero", ratio(RunMetrics::sortino)),
  CALMAR("Calmar", "CAGR over maximum drawdown", ratio(RunMetrics::calmar)),
  DRAWDOWN_DURATION(
      "Longest drawdown",
      "from a peak to its recovery, or to the end",
      (run, currency) -> Figure.duration(run.maxDrawdownNanos())),
  HIT_RATE(
      "Hit rate", "share of closed round trips with a net profit", percent(RunMetrics::hitRate)),
  PROFIT_FACTOR(
      "Profit factor",
      "net profits over net losses of closed round trips",
      ratio(RunMetrics::profitFactor)),
  EXPECTANCY(
      "Expectancy",
      "mean net profit of a closed round trip",
      (run, currency) -> Figure.money(run.expectancy(), currency)),
  TURNOVER("Turnover", "notional traded over mean equity, a year", ratio(RunMetrics::turnover)),
  EXPOSURE("Exposure", "share of session time with a position", percent(RunMetrics::exposure)),
  FILLS("Fills", "number of fills", (run, currency) -> Figure.count(run.fills())),
  OPEN_TRADES(
      "Open trades",
      "positions marked at the end, not closed",
      (run, currency) -> Figure.count(run.openTrades())),
  VALUE_AT_RISK(
      "VaR 95%", "5% quantile of session returns, as a loss", percent(RunMetrics::valueAtRisk95)),
  EXPECTED_SHORTFALL(
      "ES 95%",
      "mean of the session returns at or below it, as a loss",
      percent(RunMetrics::expectedShortfall95)),
  SESSIONS(
      "Sessions", "sessions with a daily equity", (run, currency) -> Figure.count(run.sessions())),
  BEST_DAY("Best day", "largest session return", percent(RunMetrics::bestDay)),
  WORST_DAY("Worst day", "smallest session return", percent(RunMetrics::worstDay)),
  OMEGA("Omega", "gains over losses of session returns", ratio(RunMetrics::omega)),
  SQN("SQN", "system quality number of closed round trips", ratio(RunMetrics::sqn)),
  ALPHA("Alpha", "Jensen's, against the benchmark, a year", percent(RunMetrics::alpha)),
  BETA("Beta", "slope of session returns on the benchmark's", ratio(RunMetrics::beta)),
  INFORMATION_RATIO(
      "Information ratio",
      "of session returns less the benchmark's, annualised",
      ratio(RunMetrics::informationRatio)),
  SLIPPAGE(
      "Slippage",
      "paid beyond quoted prices, within the profit already",
      (run, currency) -> Figure.money(run.slippage(), currency)),
  SPREAD(
      "Spread",
      "paid from the mid to the quote, within the profit already",
      (run, currency) -> Figure.money(run.spreadCost(), currency)),
  FINANCING(
      "Financing",
      "interest, borrowing and funding; negative where more was received",
      (run, currency) -> Figure.money(run.financing(), currency)),
  IMPLEMENTATION_SHORTFALL(
      "Impl. shortfall",
      "what all orders cost against paper: delay, execution, fees, what was missed",
      (run, currency) -> Figure.money(run.implementationShortfall(), currency));

  /** What the ranking shows of each window. */
  public static final List<ReportMetric> IN_RANKING =
      List.of(TOTAL_RETURN, SHARPE, MAX_DRAWDOWN, ROUND_TRIPS, FEES);

  private final String label;
  private final String meaning;
  private final BiFunction<RunMetrics, Currency, String> format;

  ReportMetric(String label, String meaning, BiFunction<RunMetrics, Currency, String> format) {
    this.label = label;
    this.meaning = meaning;
    this.format = format;
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  /** The figure for people; a dash where there is none. */
  public String of(WindowOutcome outcome, Currency currency) {
    return outcome instanceof WindowOutcome.Figures figures
        ? format.apply(figures.metrics(), currency)
        : Figure.NONE;
  }

  private static BiFunction<RunMetrics, Currency, String> percent(
      ToDoubleFunction<RunMetrics> metric) {
    return (run, currency) -> Figure.percent(metric.applyAsDouble(run));
  }

  private static BiFunction<RunMetrics, Currency, String> ratio(
      ToDoubleFunction<RunMetrics> metric) {
    return (run, currency) -> Figure.ratio(metric.applyAsDouble(run));
  }
}
