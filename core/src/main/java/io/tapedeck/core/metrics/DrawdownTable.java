package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the drawdowns of an equity curve; close 0 is the start. */
final class DrawdownTable {
  private final long startEquity;
  private final List<DailyEquity> daily;
  private final List<Drawdown> drawdowns = new ArrayList<>();

  private DrawdownTable(long startEquity, List<DailyEquity> daily) {
    this.startEquity = startEquity;
    this.daily = daily;
  }

  /** The deepest drawdowns, deepest first and of equal ones the earliest. */
  static List<Drawdown> deepest(long startEquity, List<DailyEquity> daily, int most) {
    DrawdownTable table = new DrawdownTable(startEquity, daily);
    table.walk();
    return table.drawdowns.stream()
        .sorted(Comparator.comparingDouble(Drawdown::depth).reversed())
        .limit(most)
        .toList();
  }

  private void walk() {
    int peak = 0;
    int trough = 0;
    for (int close = 1; close <= daily.size(); close++) {
      if (equity(close) >= equity(peak)) {
        if (trough > peak) {
          drawdowns.add(drawdown(peak, trough, Optional.of(date(close)), close));
        }
        peak = close;
        trough = close;
      } else if (equity(close) < equity(trough)) {
        trough = close;
      }
    }
    if (trough > peak) {
      drawdowns.add(drawdown(peak, trough, Optional.empty(), daily.size()));
    }
  }

  private Drawdown drawdown(int peak, int trough, Optional<LocalDate> recovery, int last) {
    long depthMoney = Math.subtractExact(equity(peak), equity(trough));
    return new Drawdown(
        peak == 0 ? Optional.empty() : Optional.of(date(peak)),
        date(trough),
        recovery,
        (double) depthMoney / (double) equity(peak),
        depthMoney,
        trough - peak,
        last - peak);
  }

  private long equity(int close) {
    return close == 0 ? startEquity : daily.get(close - 1).equity();
  }

  private LocalDate date(int close) {
    return daily.get(close - 1).date();
  }
}
