package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The 24 monthly returns of C. R. Bacon, "Practical Portfolio Performance Measurement and
 * Attribution", 2nd ed., Wiley (2008), pp. 65-66, and the figures that he and the R package
 * PerformanceAnalytics, which checks itself against the book, publish for them.
 */
class BaconReturnsTest {
  private static final int MONTHS = 12;
  private static final double[] PORTFOLIO = {
    0.003, 0.026, 0.011, -0.010, 0.015, 0.025, 0.016, 0.067, -0.014, 0.040, -0.005, 0.081,
    0.040, -0.037, -0.061, 0.017, -0.049, -0.022, 0.070, 0.058, -0.065, 0.024, -0.005, -0.009
  };
  private static final double[] INDEX = {
    0.002, 0.025, 0.018, -0.011, 0.014, 0.018, 0.014, 0.065, -0.015, 0.042, -0.006, 0.083,
    0.039, -0.038, -0.062, 0.015, -0.048, 0.021, 0.060, 0.056, -0.067, 0.019, -0.003, 0.000
  };

  private final SessionReturns returns = SessionReturns.of(PORTFOLIO);
  private final ActiveReturns active =
      new ActiveReturns(returns, Benchmark.ofReturns(INDEX), MONTHS);

  @Test
  void omegaAtZeroIsTheRatioOfBernardoAndLedoit() {
    // gains add up to 0.493 and losses to 0.277; p. 95 gives 1.78
    assertThat(returns.omega()).isCloseTo(0.493 / 0.277, within(1e-12));
    assertThat(returns.omega()).isCloseTo(1.78, within(0.005));
  }

  @Test
  void kurtosisIsRawAndSkewnessThePopulations() {
    ReturnDistribution distribution = distribution();

    assertThat(distribution.kurtosis()).isCloseTo(2.43, within(0.005));
    // the book's sample skewness is √(n (n - 1)) / (n - 2) of the population's: -0.09
    double sample = Math.sqrt(24 * 23) / 22 * distribution.skewness();
    assertThat(sample).isCloseTo(-0.09, within(0.005));
    assertThat(sample).isCloseTo(new Skewness().evaluate(PORTFOLIO), within(1e-12));
  }

  @Test
  void theTailsLieBetweenReturns() {
    // (24 - 1) × 0.05 = 1.15: -0.061 + 0.15 × 0.012; 21.85: 0.067 + 0.85 × 0.003
    assertThat(returns.percentile(5)).isCloseTo(-0.0592, within(1e-15));
    assertThat(returns.percentile(95)).isCloseTo(0.06955, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 25, 50, 75, 95, 99, 100})
  void percentilesAreThoseOfCommonsMath(int percent) {
    Percentile definition7 = new Percentile().withEstimationType(EstimationType.R_7);

    assertThat(returns.percentile(percent))
        .isCloseTo(definition7.evaluate(PORTFOLIO, percent), within(1e-15));
  }

  @Test
  void alphaAndBetaAreARegression() {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < PORTFOLIO.length; i++) {
      regression.addData(INDEX[i], PORTFOLIO[i]);
    }

    assertThat(active.beta()).isCloseTo(regression.getSlope(), within(1e-13));
    assertThat(active.alpha()).isCloseTo(MONTHS * regression.getIntercept(), within(1e-13));
  }

  @Test
  void whatAlphaAndBetaLeaveIsTheSpecificRiskOfTheBook() {
    double squares = 0;
    for (int i = 0; i < PORTFOLIO.length; i++) {
      double rest = PORTFOLIO[i] - active.alpha() / MONTHS - active.beta() * INDEX[i];
      squares += rest * rest;
    }

    // p. 75: the population's deviation of the residuals, annualised, is 3.29 %
    assertThat(Math.sqrt(squares / PORTFOLIO.length * MONTHS)).isCloseTo(0.0329, within(5e-5));
  }

  @Test
  void theInformationRatioIsASharpeRatioOfDifferences() {
    // differences add up to -0.025: mean -1.0417e-3; their squares to 0.002195
    double mean = -0.025 / 24;
    double deviation = Math.sqrt((0.002195 - 24 * mean * mean) / 23);

    assertThat(active.informationRatio())
        .isCloseTo(mean / deviation * Math.sqrt(12), within(1e-10));
  }

  private ReturnDistribution distribution() {
    return ReturnDistribution.of(returns, Closes.of(new long[PORTFOLIO.length]));
  }
}
