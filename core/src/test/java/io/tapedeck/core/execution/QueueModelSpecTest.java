package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.QueueModelSpec.Kind.LOG_PROB;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.LOG_PROB2;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.NONE;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.POWER_PROB;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.POWER_PROB2;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.POWER_PROB3;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.RISK_ADVERSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The share of canceled size that was behind an order, by hand. */
class QueueModelSpecTest {
  @ParameterizedTest
  @CsvSource({
    "POWER_PROB, 1, 60, 40, 0.4", // 40 / (40 + 60)
    "POWER_PROB, 2, 60, 40, 0.3076923076923077", // 1600 / (1600 + 3600)
    "POWER_PROB2, 2, 60, 40, 0.16", // 1600 / 10 000
    "POWER_PROB3, 1, 60, 40, 0.4", // 1 - 60 / 100
    "POWER_PROB3, 2, 60, 40, 0.64", // 1 - 0.6 * 0.6
    "LOG_PROB, 1, 7, 1, 0.25", // ln 2 / (ln 2 + ln 8) = 1 / (1 + 3)
    "LOG_PROB2, 1, 12, 3, 0.5" // ln 4 / ln 16
  })
  void isTheModelsFormula(
      QueueModelSpec.Kind kind, double exponent, double ahead, double behind, double share) {
    assertThat(new QueueModelSpec(kind, exponent).shareBehind(ahead, behind))
        .isEqualTo(share, within(1e-15));
  }

  @Test
  void isAllWhereTheFormulaHasNoValue() {
    for (QueueModelSpec.Kind kind :
        new QueueModelSpec.Kind[] {POWER_PROB, POWER_PROB2, POWER_PROB3, LOG_PROB, LOG_PROB2}) {
      assertThat(QueueModelSpec.of(kind).shareBehind(0, 0)).as(kind.name()).isEqualTo(1);
    }
  }

  @Property
  void isNothingWithNoneBehindAndAllWithNoneAhead(
      @ForAll @DoubleRange(min = 1, max = 1e6) double lots) {
    for (QueueModelSpec.Kind kind :
        new QueueModelSpec.Kind[] {POWER_PROB, POWER_PROB2, POWER_PROB3, LOG_PROB, LOG_PROB2}) {
      assertThat(QueueModelSpec.of(kind).shareBehind(lots, 0)).as(kind.name()).isZero();
      assertThat(QueueModelSpec.of(kind).shareBehind(0, lots)).as(kind.name()).isEqualTo(1);
    }
  }

  @Test
  void anExponentBelongsToThePowerModelsAndIsPositive() {
    assertThatThrownBy(() -> new QueueModelSpec(POWER_PROB, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exponent of POWER_PROB must be positive, was 0.0");
    assertThatThrownBy(() -> new QueueModelSpec(RISK_ADVERSE, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use POWER_PROB");
    assertThatThrownBy(() -> new QueueModelSpec(NONE, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
