package io.tapedeck.core.indicator;

import io.tapedeck.core.market.Missing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * An indicator, how it is used tick by tick, and how many rows its outputs depend on.
 *
 * @param spec its definition
 * @param tick adds a row and answers the outputs
 * @param lookback rows that decide the outputs after them; {@link #ALL} of those before
 */
record IndicatorCase(IndicatorSpec spec, Tick tick, int lookback) {
  /** Outputs that depend on every row since the first. */
  static final int ALL = 0;

  /** Streaming: one row. */
  interface Tick {
    double[] add(Indicator indicator, long[][] inputs, int row);
  }

  /** Every indicator; some with several parameters. */
  static final List<IndicatorCase> CASES =
      List.of(
          one(new SimpleMean.Spec(7), IndicatorCase::simpleMean, 7),
          one(mean(5, Seeding.FIRST, Smoothing.STANDARD), IndicatorCase::exponentialMean, ALL),
          one(mean(5, Seeding.SMA, Smoothing.WILDER), IndicatorCase::exponentialMean, ALL),
          one(new WeightedMean.Spec(6), IndicatorCase::weightedMean, 6),
          one(new RelativeStrength.Spec(4, Seeding.SMA), IndicatorCase::strength, ALL),
          one(new RelativeStrength.Spec(4, Seeding.FIRST), IndicatorCase::strength, ALL),
          one(new Macd.Spec(3, 6, 4, Seeding.SMA), IndicatorCase::macd, ALL),
          one(new Macd.Spec(3, 6, 4, Seeding.FIRST), IndicatorCase::macd, ALL),
          one(new BollingerBands.Spec(8, 2.0), IndicatorCase::bands, 8),
          one(new ZScore.Spec(8), IndicatorCase::score, 8),
          one(new AverageTrueRange.Spec(4, Seeding.SMA), IndicatorCase::range, ALL),
          one(new DirectionalMovement.Spec(3), IndicatorCase::movement, ALL),
          one(new Stochastic.Spec(5, 3, 2), IndicatorCase::stochastic, 5 + 2 + 1),
          one(new SessionVwap.Spec(), IndicatorCase::sessionVwap, ALL),
          one(new RollingVwap.Spec(5), IndicatorCase::rollingVwap, 5),
          one(new DonchianChannel.Spec(9), IndicatorCase::channel, 9),
          one(volatility(ReturnKind.LOG, Centring.MEAN), IndicatorCase::volatility, 7),
          one(volatility(ReturnKind.SIMPLE, Centring.ZERO), IndicatorCase::volatility, 7),
          one(new RollingRegression.Spec(6), IndicatorCase::regression, 6),
          one(new RollingCorrelation.Spec(6), IndicatorCase::correlation, 6),
          one(new QuoteImbalance.Spec(), IndicatorCase::quoteImbalance, 1),
          one(new TradeImbalance.Spec(5), IndicatorCase::tradeImbalance, 5));

  private static IndicatorCase one(IndicatorSpec spec, Tick tick, int lookback) {
    return new IndicatorCase(spec, tick, lookback);
  }

  private static IndicatorSpec mean(int window, Seeding seeding, Smoothing smoothing) {
    return new ExponentialMean.Spec(window, seeding, smoothing);
  }

  private static IndicatorSpec volatility(ReturnKind returns, Centring centring) {
    return new RealisedVolatility.Spec(6, returns, centring, 252);
  }

  /** Any of them. */
  static Arbitrary<IndicatorCase> any() {
    return Arbitraries.of(CASES);
  }

  /** Input columns that the indicator accepts, made of these positive numbers. */
  static long[][] inputs(Indicator indicator, List<Long> numbers) {
    return indicator.inputs().stream().map(name -> input(name, numbers)).toArray(long[][]::new);
  }

  private static long[] input(String name, List<Long> numbers) {
    long[] column = new long[numbers.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = input(name, numbers.get(row), row);
    }
    return column;
  }

  private static long input(String name, long number, int row) {
    return switch (name) {
      case "value", "price", "x", "close" -> number;
      case "high" -> number + number % 7;
      case "low" -> number - number % 5;
      case "y" -> 3 * number - number % 1_000;
      case "session" -> row / 20;
      case "lots" -> number % 4;
      case "aggressor" -> number % 4 == 3 ? Missing.VALUE : number % 4 - 1;
      case "bidLots" -> number % 13 == 0 ? Missing.VALUE : number % 3;
      case "askLots" -> number % 11 == 0 ? Missing.VALUE : number % 2;
      default -> throw new IllegalArgumentException("no column of " + name);
    };
  }

  private static double[] simpleMean(Indicator indicator, long[][] in, int row) {
    SimpleMean mean = (SimpleMean) indicator;
    mean.add(in[0][row]);
    return new double[] {mean.value()};
  }

  private static double[] exponentialMean(Indicator indicator, long[][] in, int row) {
    ExponentialMean mean = (ExponentialMean) indicator;
    mean.add(in[0][row]);
    return new double[] {mean.value()};
  }

  private static double[] weightedMean(Indicator indicator, long[][] in, int row) {
    WeightedMean mean = (WeightedMean) indicator;
    mean.add(in[0][row]);
    return new double[] {mean.value()};
  }

  private static double[] strength(Indicator indicator, long[][] in, int row) {
    RelativeStrength strength = (RelativeStrength) indicator;
    strength.add(in[0][row]);
    return new double[] {strength.value()};
  }

  private static double[] macd(Indicator indicator, long[][] in, int row) {
    Macd macd = (Macd) indicator;
    macd.add(in[0][row]);
    return new double[] {macd.line(), macd.signal(), macd.histogram()};
  }

  private static double[] bands(Indicator indicator, long[][] in, int row) {
    BollingerBands bands = (BollingerBands) indicator;
    bands.add(in[0][row]);
    return new double[] {bands.middle(), bands.upper(), bands.lower()};
  }

  private static double[] score(Indicator indicator, long[][] in, int row) {
    ZScore score = (ZScore) indicator;
    score.add(in[0][row]);
    return new double[] {score.value()};
  }

  private static double[] range(Indicator indicator, long[][] in, int row) {
    AverageTrueRange range = (AverageTrueRange) indicator;
    range.add(in[0][row], in[1][row], in[2][row]);
    return new double[] {range.value()};
  }

  private static double[] movement(Indicator indicator, long[][] in, int row) {
    DirectionalMovement movement = (DirectionalMovement) indicator;
    movement.add(in[0][row], in[1][row], in[2][row]);
    return new double[] {movement.plus(), movement.minus(), movement.index()};
  }

  private static double[] stochastic(Indicator indicator, long[][] in, int row) {
    Stochastic stochastic = (Stochastic) indicator;
    stochastic.add(in[0][row], in[1][row], in[2][row]);
    return new double[] {stochastic.fastK(), stochastic.slowK(), stochastic.percentD()};
  }

  private static double[] sessionVwap(Indicator indicator, long[][] in, int row) {
    SessionVwap vwap = (SessionVwap) indicator;
    vwap.add(in[0][row], in[1][row], in[2][row]);
    return new double[] {vwap.value()};
  }

  private static double[] rollingVwap(Indicator indicator, long[][] in, int row) {
    RollingVwap vwap = (RollingVwap) indicator;
    vwap.add(in[0][row], in[1][row]);
    return new double[] {vwap.value()};
  }

  private static double[] channel(Indicator indicator, long[][] in, int row) {
    DonchianChannel channel = (DonchianChannel) indicator;
    channel.add(in[0][row], in[1][row]);
    return new double[] {channel.upper(), channel.middle(), channel.lower()};
  }

  private static double[] volatility(Indicator indicator, long[][] in, int row) {
    RealisedVolatility volatility = (RealisedVolatility) indicator;
    volatility.add(in[0][row]);
    return new double[] {volatility.value()};
  }

  private static double[] regression(Indicator indicator, long[][] in, int row) {
    RollingRegression line = (RollingRegression) indicator;
    line.add(in[0][row], in[1][row]);
    return new double[] {line.slope(), line.intercept(), line.rSquared()};
  }

  private static double[] correlation(Indicator indicator, long[][] in, int row) {
    RollingCorrelation correlation = (RollingCorrelation) indicator;
    correlation.add(in[0][row], in[1][row]);
    return new double[] {correlation.value()};
  }

  private static double[] quoteImbalance(Indicator indicator, long[][] in, int row) {
    QuoteImbalance imbalance = (QuoteImbalance) indicator;
    imbalance.add(in[0][row], in[1][row]);
    return new double[] {imbalance.value()};
  }

  private static double[] tradeImbalance(Indicator indicator, long[][] in, int row) {
    TradeImbalance imbalance = (TradeImbalance) indicator;
    imbalance.add(in[0][row], in[1][row]);
    return new double[] {imbalance.value()};
  }
}
