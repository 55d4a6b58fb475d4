package io.tapedeck.jobs.result;

import io.tapedeck.lake.table.Columns;

/** A column of run_metrics that sets can be ranked by, and which end of it is good. */
public enum RankMetric {
  SHARPE(Columns.SHARPE, true),
  SORTINO(Columns.SORTINO, true),
  CALMAR(Columns.CALMAR, true),
  TOTAL_RETURN(Columns.TOTAL_RETURN, true),
  CAGR(Columns.CAGR, true),
  PROFIT_FACTOR(Columns.PROFIT_FACTOR, true),
  EXPECTANCY(Columns.EXPECTANCY, true),
  HIT_RATE(Columns.HIT_RATE, true),
  END_EQUITY(Columns.END_EQUITY, true),
  OMEGA(Columns.OMEGA, true),
  SQN(Columns.SQN, true),
  ALPHA(Columns.ALPHA, true),
  INFORMATION_RATIO(Columns.INFORMATION_RATIO, true),
  IMPLEMENTATION_SHORTFALL(Columns.IMPLEMENTATION_SHORTFALL, false),
  MAX_DRAWDOWN(Columns.MAX_DRAWDOWN, false),
  VOLATILITY(Columns.VOLATILITY, false);

  private final String column;
  private final boolean isMoreBetter;

  RankMetric(String column, boolean isMoreBetter) {
    this.column = column;
    this.isMoreBetter = isMoreBetter;
  }

  public String column() {
    return column;
  }

  public boolean isMoreBetter() {
    return isMoreBetter;
  }
}
