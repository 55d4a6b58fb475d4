package io.tapedeck.jobs.report.read;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.jobs.report.BenchmarkLine;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.lake.table.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prices that a run met, each instrument's read once. */
final class RunPrices {
  private final PinnedPrices pinned;
  private final RunRow run;
  private final EquityCurve curve;
  private final Map<String, Optional<PriceReading>> read = new TreeMap<>();

  RunPrices(Lake lake, RunRow run, EquityCurve curve) {
    this.pinned = new PinnedPrices(lake, run);
    this.run = run;
    this.curve = curve;
  }

  /** Prices of an instrument; none if the run read none of it. */
  Optional<PriceReading> of(String symbol) {
    return read.computeIfAbsent(
        symbol,
        unread ->
            pinned.of(unread).stream()
                .map(prices -> PriceReading.of(prices, curve.days()))
                .filter(prices -> !prices.spans().isEmpty())
                .findFirst());
  }

  /** What the start equity had become in the run's benchmark; none if it has no benchmark. */
  BenchmarkLine benchmark() {
    String symbol = run.identity().benchmark();
    return symbol.isEmpty()
        ? BenchmarkLine.NONE
        : of(symbol)
            .map(prices -> held(symbol, curve, prices.spans().get(0).first(), prices.closes()))
            .orElse(BenchmarkLine.NONE);
  }

  /**
   * The start equity times price over first price; a session without a price has the one before.
   */
  static BenchmarkLine held(
      String symbol, EquityCurve curve, double first, Map<LocalDate, Double> closes) {
    List<Double> equity = new ArrayList<>();
    double price = first;
    equity.add((double) curve.startEquity());
    for (DailyEquity day : curve.days()) {
      price = closes.getOrDefault(day.date(), price);
      equity.add(curve.startEquity() * price / first);
    }
    return new BenchmarkLine(symbol, equity);
  }
}
