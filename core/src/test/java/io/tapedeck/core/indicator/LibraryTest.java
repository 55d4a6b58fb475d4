package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.MMAIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticOscillatorDIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.PearsonCorrelationIndicator;
import org.ta4j.core.indicators.statistics.SigmaIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator.SimpleLinearRegressionType;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNum;

/**
 * Against ta4j 0.15, on a random walk of 1 000 bars. Its recursive means start from the first
 * value; where another start is meant, the comparison is of the last 300 bars, where it is
 * forgotten: (13 / 14)^700 is below 10^-22.
 */
class LibraryTest {
  private static final int BARS = 1_000;
  private static final int LATE = 700;

  private final long[] high = new long[BARS];
  private final long[] low = new long[BARS];
  private final long[] close = new long[BARS];
  private final long[] lots = new long[BARS];
  private final long[] rowNumber = new long[BARS];
  private final BarSeries series =
      new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).withName("walk").build();
  private final ClosePriceIndicator closes = new ClosePriceIndicator(series);

  LibraryTest() {
    SplittableRandom random = new SplittableRandom(20_131_007);
    ZonedDateTime time = ZonedDateTime.of(2013, 10, 7, 9, 31, 0, 0, ZoneOffset.UTC);
    long price = 100_000;
    for (int bar = 0; bar < BARS; bar++) {
      price += random.nextLong(-200, 201);
      // a typical price, (high + low + close) / 3, that is the close: the library's mean uses it
      long half = random.nextLong(1, 150);
      high[bar] = price + half;
      low[bar] = price - half;
      close[bar] = price;
      lots[bar] = random.nextLong(1, 5_000);
      rowNumber[bar] = bar;
      series.addBar(time.plusMinutes(bar), price, high[bar], low[bar], price, lots[bar]);
    }
  }

  private double[][] column(IndicatorSpec spec, long[]... inputs) {
    Indicator indicator = spec.create();
    double[][] outputs = new double[indicator.outputs().size()][BARS];
    indicator.column(inputs, 0, BARS, outputs);
    return outputs;
  }

  private static void assertAgree(
      double[] ours, org.ta4j.core.Indicator<?> theirs, int from, double tolerance) {
    for (int bar = from; bar < BARS; bar++) {
      double expected = ((org.ta4j.core.num.Num) theirs.getValue(bar)).doubleValue();
      assertThat(ours[bar]).as("bar %d", bar).isCloseTo(expected, within(tolerance));
    }
  }

  @Test
  void meansAgree() {
    assertAgree(column(new SimpleMean.Spec(20), close)[0], new SMAIndicator(closes, 20), 19, 1e-6);
    assertAgree(
        column(new WeightedMean.Spec(20), close)[0], new WMAIndicator(closes, 20), 19, 1e-6);
    assertAgree(
        column(new ExponentialMean.Spec(20, Seeding.FIRST, Smoothing.STANDARD), close)[0],
        new EMAIndicator(closes, 20),
        19,
        1e-6);
    assertAgree(
        column(new ExponentialMean.Spec(14, Seeding.FIRST, Smoothing.WILDER), close)[0],
        new MMAIndicator(closes, 14),
        13,
        1e-6);
  }

  @Test
  void macdAgrees() {
    double[][] macd = column(new Macd.Spec(12, 26, 9, Seeding.FIRST), close);
    MACDIndicator line = new MACDIndicator(closes, 12, 26);

    assertAgree(macd[0], line, 25, 1e-6);
    assertAgree(macd[1], new EMAIndicator(line, 9), LATE, 1e-6);
  }

  @Test
  void strengthAndRangeAgree() {
    assertAgree(
        column(new RelativeStrength.Spec(14, Seeding.SMA), close)[0],
        new RSIIndicator(closes, 14),
        LATE,
        1e-9);
    assertAgree(
        column(new AverageTrueRange.Spec(14, Seeding.FIRST), high, low, close)[0],
        new ATRIndicator(series, 14),
        LATE,
        1e-6);
  }

  @Test
  void directionalMovementAgrees() {
    double[][] movement = column(new DirectionalMovement.Spec(14), high, low, close);

    assertAgree(movement[0], new PlusDIIndicator(series, 14), LATE, 1e-9);
    assertAgree(movement[1], new MinusDIIndicator(series, 14), LATE, 1e-9);
    assertAgree(movement[2], new ADXIndicator(series, 14, 14), LATE, 1e-9);
  }

  @Test
  void bandsAndScoresAgree() {
    double[][] bands = column(new BollingerBands.Spec(20, 1.0), close);
    double[] deviation = new double[BARS];
    for (int bar = 0; bar < BARS; bar++) {
      deviation[bar] = bands[1][bar] - bands[0][bar];
    }
    assertAgree(deviation, new StandardDeviationIndicator(closes, 20), 19, 1e-6);
    assertAgree(column(new ZScore.Spec(20), close)[0], new SigmaIndicator(closes, 20), 19, 1e-9);
  }

  @Test
  void placesInTheRangeAgree() {
    double[][] stochastic = column(new Stochastic.Spec(14, 1, 3), high, low, close);
    StochasticOscillatorKIndicator fast = new StochasticOscillatorKIndicator(series, 14);
    double[][] channel = column(new DonchianChannel.Spec(20), high, low);

    assertAgree(stochastic[0], fast, 13, 1e-9);
    assertAgree(stochastic[2], new StochasticOscillatorDIndicator(fast), 15, 1e-9);
    assertAgree(
        channel[0], new HighestValueIndicator(new HighPriceIndicator(series), 20), 19, 1e-9);
    assertAgree(channel[2], new LowestValueIndicator(new LowPriceIndicator(series), 20), 19, 1e-9);
  }

  @Test
  void meanPricesByVolumeAgree() {
    assertAgree(
        column(new RollingVwap.Spec(20), close, lots)[0], new VWAPIndicator(series, 20), 19, 1e-6);
  }

  @Test
  void regressionAndCorrelationAgree() {
    double[][] line = column(new RollingRegression.Spec(20), rowNumber, close);

    assertAgree(
        line[0],
        new SimpleLinearRegressionIndicator(closes, 20, SimpleLinearRegressionType.SLOPE),
        19,
        1e-6);
    assertAgree(
        column(new RollingCorrelation.Spec(20), close, lots)[0],
        new PearsonCorrelationIndicator(closes, new VolumeIndicator(series), 20),
        19,
        1e-9);
  }
}
