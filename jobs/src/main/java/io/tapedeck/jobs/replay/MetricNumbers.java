package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The metrics of a run by their column names, money as exact decimals of its currency. */
public final class MetricNumbers {
  private MetricNumbers() {}

  /** In the order of {@link RunMetrics}; values are BigDecimal, Double, Long or Integer. */
  public static Map<String, Object> of(RunMetrics metrics, Currency currency) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put(Columns.START_EQUITY, currency.amount(metrics.startEquity()));
    numbers.put(Columns.END_EQUITY, currency.amount(metrics.endEquity()));
    numbers.put("realised", currency.amount(metrics.realised()));
    numbers.put("unrealised", currency.amount(metrics.unrealised()));
    numbers.put("fees", currency.amount(metrics.fees()));
    numbers.put(Columns.TOTAL_RETURN, metrics.totalReturn());
    numbers.put("cagr", metrics.cagr());
    numbers.put("volatility", metrics.volatility());
    numbers.put("sharpe", metrics.sharpe());
    numbers.put("sortino", metrics.sortino());
    numbers.put("calmar", metrics.calmar());
    numbers.put(Columns.MAX_DRAWDOWN, metrics.maxDrawdown());
    numbers.put(Columns.MAX_DRAWDOWN_MONEY, currency.amount(metrics.maxDrawdownMoney()));
    numbers.put("max_drawdown_nanos", metrics.maxDrawdownNanos());
    numbers.put(Columns.HIT_RATE, metrics.hitRate());
    numbers.put(Columns.PROFIT_FACTOR, metrics.profitFactor());
    numbers.put("expectancy", inCurrency(metrics.expectancy(), currency));
    numbers.put("turnover", metrics.turnover());
    numbers.put("exposure", metrics.exposure());
    numbers.put(Columns.ROUND_TRIPS, metrics.roundTrips());
    numbers.put(Columns.OPEN_TRADES, metrics.openTrades());
    numbers.put("fills", metrics.fills());
    numbers.put(Columns.VALUE_AT_RISK_95, metrics.valueAtRisk95());
    numbers.put(Columns.EXPECTED_SHORTFALL_95, metrics.expectedShortfall95());
    numbers.put("sessions", metrics.sessions());
    numbers.put(Columns.BEST_DAY, metrics.bestDay());
    numbers.put(Columns.WORST_DAY, metrics.worstDay());
    numbers.put(Columns.TAIL_RATIO, metrics.tailRatio());
    numbers.put(Columns.OMEGA, metrics.omega());
    numbers.put(Columns.SQN, metrics.sqn());
    numbers.put(Columns.ALPHA, metrics.alpha());
    numbers.put(Columns.BETA, metrics.beta());
    numbers.put(Columns.INFORMATION_RATIO, metrics.informationRatio());
    numbers.put(Columns.SLIPPAGE, currency.amount(metrics.slippage()));
    numbers.put(Columns.SPREAD_COST, currency.amount(metrics.spreadCost()));
    numbers.put(Columns.FINANCING, currency.amount(metrics.financing()));
    numbers.put(
        Columns.IMPLEMENTATION_SHORTFALL, currency.amount(metrics.implementationShortfall()));
    return numbers;
  }

  /** A mean of money is a double in units of the currency. */
  private static double inCurrency(double money, Currency currency) {
    return money / BigDecimal.TEN.pow(currency.decimals()).doubleValue();
  }
}
