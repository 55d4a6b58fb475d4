package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void moneyIsShownToTheCentWithThousandsApart() {
    assertThat(Figure.money(Books.usd("-1234567.895"), Currency.USD)).isEqualTo("-1,234,567.90");
    assertThat(Figure.money(Books.usd("0.001"), Currency.USD)).isEqualTo("0.00");
    assertThat(Figure.money(1_234_000_000L, Currency.of("JPY"))).isEqualTo("1,234");
    assertThat(Figure.money(150_000_000L, Currency.of("BTC"))).isEqualTo("1.500000");
  }

  @Test
  void theMeanOfMoneyMayLieBetweenTwoUnits() {
    assertThat(Figure.money(123_456_789.5, Currency.USD)).isEqualTo("1.23");
    assertThat(Figure.money(Double.NaN, Currency.USD)).isEqualTo("–");
  }

  @Test
  void fractionsBecomePercentAndWhatIsNotDefinedADash() {
    assertThat(Figure.percent(-0.01239)).isEqualTo("-1.24%");
    assertThat(Figure.percent(12.5)).isEqualTo("1,250.00%");
    assertThat(Figure.percent(-0.000001)).isEqualTo("0.00%");
    assertThat(Figure.percent(Double.NaN)).isEqualTo("–");
  }

  @Test
  void aRatioMayBeInfinite() {
    assertThat(Figure.ratio(1.005)).isEqualTo("1.01");
    assertThat(Figure.ratio(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    assertThat(Figure.ratio(Double.NaN)).isEqualTo("–");
  }

  @Test
  void durationsAreInHoursAndThenInDays() {
    assertThat(Figure.duration(5_400_000_000_000L)).isEqualTo("1.5 h");
    assertThat(Figure.duration(97_200_000_000_000L)).isEqualTo("1 d 3 h"); // 27 h
  }

  @Test
  void theMachinesLanguageChangesNothing() {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figure.money(Books.usd("1234.5"), Currency.USD)).isEqualTo("1,234.50");
    } finally {
      Locale.setDefault(usual);
    }
  }
}
