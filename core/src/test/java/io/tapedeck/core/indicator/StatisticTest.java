package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Volatility, regression and correlation against published tables. */
class StatisticTest {
  /**
   * Daily closes in cents. Source: J. C. Hull, "Options, Futures, and Other Derivatives", table
   * "Computation of volatility": Σ u = 0.09531, Σ u² = 0.00326, 1.216 % a day, 19.3 % a year.
   */
  private static final long[] HULL = {
    2000, 2010, 1990, 2000, 2050, 2025, 2090, 2090, 2090, 2075, 2075, 2100, 2110, 2090, 2090, 2125,
    2140, 2140, 2125, 2175, 2200
  };

  /**
   * In tenths. Source: NIST, Statistical Reference Datasets, linear regression, "Norris", with
   * certified values.
   */
  private static final long[] NORRIS_Y = {
    1, 3388, 1181, 8880, 92, 2281, 6685, 9985, 4491, 7789, 5592, 3, 1, 7781, 6688, 3393, 4489, 108,
    5577, 2283, 9980, 8888, 1196, 3, 6, 5576, 3393, 8880, 9985, 7789, 102, 1176, 2289, 6684, 4492, 2
  };

  private static final long[] NORRIS_X = {
    2, 3374, 1182, 8846, 101, 2265, 6663, 9963, 4486, 7770, 5582, 4, 6, 7755, 6669, 3380, 4475, 116,
    5560, 2281, 9958, 8876, 1202, 3, 3, 5568, 3391, 8872, 9990, 7790, 111, 1183, 2292, 6691, 4489, 5
  };

  /**
   * y in hundredths. Source: F. J. Anscombe, "Graphs in Statistical Analysis", The American
   * Statistician 27, 1973, data set 1: slope 0.500, intercept 3.00, r² 0.667, r 0.816.
   */
  private static final long[] ANSCOMBE_X = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};

  private static final long[] ANSCOMBE_Y = {804, 695, 758, 881, 833, 996, 724, 426, 1084, 482, 568};

  private static double volatility(RealisedVolatility.Spec spec, long... prices) {
    RealisedVolatility volatility = spec.create();
    for (long price : prices) {
      assertThat(volatility.value()).isNaN();
      volatility.add(price);
    }
    return volatility.value();
  }

  @Test
  void volatilityAgreesWithThePublishedTable() {
    RealisedVolatility.Spec daily =
        new RealisedVolatility.Spec(20, ReturnKind.LOG, Centring.MEAN, 1);
    RealisedVolatility.Spec yearly =
        new RealisedVolatility.Spec(20, ReturnKind.LOG, Centring.MEAN, 252);
    RealisedVolatility.Spec realised =
        new RealisedVolatility.Spec(20, ReturnKind.LOG, Centring.ZERO, 20);

    assertThat(volatility(daily, HULL)).isCloseTo(0.01216, within(0.000005));
    assertThat(volatility(yearly, HULL)).isCloseTo(0.193, within(0.0005));
    double sumOfSquares = volatility(realised, HULL) * volatility(realised, HULL);
    assertThat(sumOfSquares).isCloseTo(0.00326, within(0.000005));
  }

  @Test
  void volatilityOfSimpleReturns() {
    RealisedVolatility.Spec about0 =
        new RealisedVolatility.Spec(2, ReturnKind.SIMPLE, Centring.ZERO, 8);
    RealisedVolatility.Spec aboutMean =
        new RealisedVolatility.Spec(2, ReturnKind.SIMPLE, Centring.MEAN, 8);

    // returns +25 % and -25 %: √(8 × (0.0625 + 0.0625) / 2)
    assertThat(volatility(about0, 400, 500, 375)).isEqualTo(StrictMath.sqrt(0.5));
    // returns +25 % and +50 %, mean 37.5 %: √(8 × (0.015625 + 0.015625) / 1)
    assertThat(volatility(aboutMean, 400, 500, 750)).isEqualTo(0.5);
  }

  @Test
  void aReturnNeedsPositivePrices() {
    RealisedVolatility volatility =
        new RealisedVolatility.Spec(2, ReturnKind.LOG, Centring.ZERO, 252).create();

    assertThatThrownBy(() -> volatility.add(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RealisedVolatility.Spec(2, ReturnKind.LOG, Centring.ZERO, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RollingRegression regression(long[] xs, long[] ys) {
    RollingRegression regression = new RollingRegression.Spec(xs.length).create();
    for (int i = 0; i < xs.length; i++) {
      assertThat(regression.slope()).isNaN();
      assertThat(regression.intercept()).isNaN();
      assertThat(regression.rSquared()).isNaN();
      regression.add(xs[i], ys[i]);
    }
    return regression;
  }

  @Test
  void regressionAgreesWithTheCertifiedValues() {
    RollingRegression norris = regression(NORRIS_X, NORRIS_Y);

    assertThat(norris.slope()).isCloseTo(1.00211681802045, within(1e-14));
    assertThat(norris.intercept() / 10).isCloseTo(-0.262323073774029, within(1e-12));
    assertThat(norris.rSquared()).isCloseTo(0.999993745883712, within(1e-14));
  }

  @Test
  void regressionAndCorrelationAgreeWithThePublishedQuartet() {
    RollingRegression regression = regression(ANSCOMBE_X, ANSCOMBE_Y);
    RollingCorrelation correlation = new RollingCorrelation.Spec(11).create();
    for (int i = 0; i < ANSCOMBE_X.length; i++) {
      correlation.add(ANSCOMBE_X[i], ANSCOMBE_Y[i]);
    }
    assertThat(regression.slope() / 100).isCloseTo(0.5001, within(0.00005));
    assertThat(regression.intercept() / 100).isCloseTo(3.0001, within(0.00005));
    assertThat(regression.rSquared()).isCloseTo(0.6665, within(0.00005));
    assertThat(correlation.value()).isCloseTo(0.8164, within(0.00005));
  }

  @Test
  void aLineIsFoundExactlyAndWhatDoesNotVaryHasNone() {
    RollingRegression line = regression(new long[] {1, 2, 4}, new long[] {1, 4, 10}); // y = 3x - 2
    assertThat(line.slope()).isEqualTo(3.0);
    assertThat(line.intercept()).isEqualTo(-2.0);
    assertThat(line.rSquared()).isEqualTo(1.0);

    RollingRegression vertical = regression(new long[] {5, 5}, new long[] {1, 2});
    assertThat(vertical.slope()).isNaN();
    assertThat(vertical.intercept()).isNaN();

    RollingRegression level = regression(new long[] {1, 2}, new long[] {7, 7});
    assertThat(level.slope()).isZero();
    assertThat(level.intercept()).isEqualTo(7.0);
    assertThat(level.rSquared()).isNaN();
  }

  @Test
  void correlationFollowsTheLastPairs() {
    RollingCorrelation correlation = new RollingCorrelation.Spec(2).create();
    correlation.add(1, 10);
    assertThat(correlation.value()).isNaN();
    correlation.add(2, 15);
    assertThat(correlation.value()).isEqualTo(1.0);
    correlation.add(3, 14);
    assertThat(correlation.value()).isEqualTo(-1.0);
    correlation.add(3, 13);
    assertThat(correlation.value()).isNaN(); // x stood still
  }
}
