package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;

import io.tapedeck.jobs.report.BenchmarkLine;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Reads what a run's benchmark, bought at its first price and held, had become at each close. */
final class BenchmarkReading {
  private static final String FIRST = "first";

  private final Lake lake;
  private final RunRow run;

  BenchmarkReading(Lake lake, RunRow run) {
    this.lake = lake;
    this.run = run;
  }

  /** The line beside this curve; none if the run has no benchmark or its prices are gone. */
  BenchmarkLine line(EquityCurve curve) {
    String symbol = run.identity().benchmark();
    if (symbol.isEmpty()) {
      return BenchmarkLine.NONE;
    }
    Optional<PinnedPrices.Prices> prices = new PinnedPrices(lake, run).of(symbol);
    return prices.map(found -> line(symbol, found, curve)).orElse(BenchmarkLine.NONE);
  }

  private static BenchmarkLine line(String symbol, PinnedPrices.Prices prices, EquityCurve curve) {
    Map<LocalDate, Double> closes = new TreeMap<>();
    double first = Double.NaN;
    for (Row row :
        prices
            .rows()
            .groupBy(Columns.DATE)
            .agg(
                min_by(col(PinnedPrices.LAST), col(Columns.TS_EVENT)).as(FIRST),
                max_by(col(PinnedPrices.LAST), col(Columns.TS_EVENT)).as(PinnedPrices.LAST))
            .orderBy(Columns.DATE)
            .collectAsList()) {
      LocalDate date = new MetricsRow(row, null).date(Columns.DATE);
      first = Double.isNaN(first) ? row.<Double>getAs(FIRST) : first;
      closes.put(date, row.getAs(PinnedPrices.LAST));
    }
    return held(symbol, curve, first, closes);
  }

  /**
   * The start equity times price over first price; a session without a price has the one before.
   */
  static BenchmarkLine held(
      String symbol, EquityCurve curve, double first, Map<LocalDate, Double> closes) {
    List<Double> equity = new ArrayList<>();
    double price = first;
    equity.add((double) curve.startEquity());
    for (var day : curve.days()) {
      price = closes.getOrDefault(day.date(), price);
      equity.add(curve.startEquity() * (price / first));
    }
    return new BenchmarkLine(symbol, equity);
  }
}
