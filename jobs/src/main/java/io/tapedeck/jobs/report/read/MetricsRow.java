package io.tapedeck.jobs.report.read;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Rows of `run_metrics` and `run_daily` as the values they were written from. */
final class MetricsRow {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Row row;
  private final Currency currency;

  MetricsRow(Row row, Currency currency) {
    this.row = row;
    this.currency = currency;
  }

  RunMetrics metrics() {
    return new RunMetrics(
        money(Columns.START_EQUITY),
        money(Columns.END_EQUITY),
        money(Columns.REALISED),
        money(Columns.UNREALISED),
        money(Columns.FEES),
        number(Columns.TOTAL_RETURN),
        number(Columns.CAGR),
        number(Columns.VOLATILITY),
        number(Columns.SHARPE),
        number(Columns.SORTINO),
        number(Columns.CALMAR),
        number(Columns.MAX_DRAWDOWN),
        money(Columns.MAX_DRAWDOWN_MONEY),
        nanos(Columns.MAX_DRAWDOWN_SECONDS),
        number(Columns.HIT_RATE),
        number(Columns.PROFIT_FACTOR),
        number(Columns.EXPECTANCY) * Math.pow(10, currency.decimals()),
        number(Columns.TURNOVER),
        number(Columns.EXPOSURE),
        count(Columns.ROUND_TRIPS),
        count(Columns.OPEN_TRADES),
        count(Columns.FILLS),
        number(Columns.VALUE_AT_RISK_95),
        number(Columns.EXPECTED_SHORTFALL_95),
        (int) count(Columns.SESSIONS),
        number(Columns.BEST_DAY),
        number(Columns.WORST_DAY),
        number(Columns.TAIL_RATIO),
        number(Columns.OMEGA),
        number(Columns.SQN),
        number(Columns.ALPHA),
        number(Columns.BETA),
        number(Columns.INFORMATION_RATIO),
        moneyOrNothing(Columns.SLIPPAGE),
        moneyOrNothing(Columns.SPREAD_COST),
        moneyOrNothing(Columns.FINANCING),
        moneyOrNothing(Columns.IMPLEMENTATION_SHORTFALL));
  }

  DailyEquity daily() {
    return new DailyEquity(
        date(Columns.DATE),
        money(Columns.EQUITY),
        money(Columns.CASH),
        money(Columns.REALISED),
        money(Columns.FEES),
        money(Columns.NOTIONAL_TRADED),
        nanos(Columns.OPEN_SECONDS),
        nanos(Columns.SESSION_SECONDS),
        moneyOrNothing(Columns.FINANCING));
  }

  long money(String column) {
    BigDecimal amount = row.getAs(column);
    return currency.money(amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY));
  }

  /** Zero in rows of before there was such a column. */
  private long moneyOrNothing(String column) {
    return row.getAs(column) == null ? 0 : money(column);
  }

  private double number(String column) {
    Double number = row.getAs(column);
    return number == null ? Double.NaN : number;
  }

  private long count(String column) {
    Number count = row.getAs(column);
    return count.longValue();
  }

  private long nanos(String column) {
    Double seconds = row.getAs(column);
    return Math.round(seconds * NANOS_PER_SECOND);
  }

  LocalDate date(String column) {
    Object date = row.getAs(column);
    return date instanceof Date sql ? sql.toLocalDate() : (LocalDate) date;
  }
}
