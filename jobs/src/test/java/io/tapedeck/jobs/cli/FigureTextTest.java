package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureTextTest {
  @Test
  void sharesAreInPerCentAndMoneyToTheCent() {
    assertThat(FigureText.of("total_return", 0.01234)).isEqualTo("1.234 %");
    assertThat(FigureText.of("value_at_risk_95", 0.05)).isEqualTo("5.000 %");
    assertThat(FigureText.of("sharpe", 1.5)).isEqualTo("1.500");
    assertThat(FigureText.of("end_equity", new BigDecimal("10465.767460550")))
        .isEqualTo("10465.77");
    assertThat(FigureText.of("fills", 44L)).isEqualTo("44");
  }

  @Test
  void whatIsNotDefinedIsADash() {
    assertThat(FigureText.of("sharpe", null)).isEqualTo("-");
    assertThat(FigureText.difference("sharpe", null)).isEqualTo("-");
    assertThat(FigureText.of("profit_factor", Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }

  @Test
  void aDifferenceIsZeroOnlyIfThereIsNone() {
    assertThat(FigureText.difference("sharpe", 0.0)).isEqualTo("0");
    assertThat(FigureText.difference("sharpe", 0.25)).isEqualTo("+0.250");
    assertThat(FigureText.difference("sharpe", -1e-7)).isEqualTo("-1.0E-07");
    assertThat(FigureText.difference("total_return", 2e-6)).isEqualTo("+2.0E-04 %");
    assertThat(FigureText.difference("fees", new BigDecimal("0.000000000"))).isEqualTo("0");
    assertThat(FigureText.difference("fees", new BigDecimal("-0.001000000"))).isEqualTo("-0.001");
    assertThat(FigureText.difference("fees", new BigDecimal("178.234736640"))).isEqualTo("+178.23");
    assertThat(FigureText.difference("fills", 154L)).isEqualTo("+154");
  }
}
