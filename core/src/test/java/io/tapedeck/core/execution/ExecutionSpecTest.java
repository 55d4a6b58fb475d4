package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.ExecutionSpec.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionSpecTest {
  private static final QueueModelSpec QUEUE = QueueModelSpec.of(QueueModelSpec.Kind.RISK_ADVERSE);

  private static Universe tape(boolean hasQuotes, boolean hasTrades) {
    return new Universe(List.of(new Listing(Instruments.share("XYZ"), hasQuotes, hasTrades)));
  }

  @Test
  void theStandardTakesWhatIsShownAndKeepsTheRest() {
    assertThat(STANDARD.residual()).isEqualTo(ResidualRule.RESTS);
    assertThat(STANDARD.queue()).isEqualTo(QueueModelSpec.NONE);
    assertThat(STANDARD.triggers()).isEqualTo(TriggerSource.AUTO);
    assertThat(STANDARD.maxParticipation()).isEqualByComparingTo("1");
    assertThatCode(() -> STANDARD.requireFits(tape(true, true))).doesNotThrowAnyException();
    assertThatCode(() -> STANDARD.requireFits(tape(false, true))).doesNotThrowAnyException();
  }

  @Test
  void participationIsAShare() {
    for (String wrong : List.of("0", "-0.1", "1.01", "0.0000000001")) {
      assertThatThrownBy(() -> STANDARD.withMaxParticipation(new BigDecimal(wrong)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("participation must be above 0 and at most 1");
    }
    assertThat(STANDARD.withMaxParticipation(new BigDecimal("0.10")))
        .isEqualTo(STANDARD.withMaxParticipation(new BigDecimal("0.1")));
  }

  @Test
  void whoMayTakeAShareOfTheTouchCannotWalkBeyondIt() {
    ExecutionSpec walking = STANDARD.withResidual(ResidualRule.WALKS);

    assertThatThrownBy(() -> walking.withMaxParticipation(new BigDecimal("0.1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("let residuals rest or be canceled");
  }

  @Test
  void aQueueNeedsQuotes() {
    assertThatThrownBy(() -> STANDARD.withQueue(QUEUE).requireFits(tape(false, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "queue model RISK_ADVERSE needs quotes of XYZ: add them to the tape, or use NONE");
    assertThatCode(() -> STANDARD.withQueue(QUEUE).requireFits(tape(true, true)))
        .doesNotThrowAnyException();
  }

  @Test
  void triggersNeedThePricesTheyLookAt() {
    assertThatThrownBy(
            () -> STANDARD.withTriggers(TriggerSource.MID).requireFits(tape(false, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use LAST or AUTO");
    assertThatThrownBy(
            () -> STANDARD.withTriggers(TriggerSource.LAST).requireFits(tape(true, false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use MID or AUTO");
  }

  @Test
  void aProbabilityOfATouchBelongsToItsMode() {
    assertThatThrownBy(
            () -> new BarFillSpec(BarMarketMode.NEXT_OPEN, BarLimitMode.TOUCH, 0.5, BarPath.OHLC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use PROBABILITY");
    assertThatThrownBy(
            () ->
                new BarFillSpec(
                    BarMarketMode.NEXT_OPEN, BarLimitMode.PROBABILITY, 1.5, BarPath.OHLC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from 0 to 1, was 1.5");
  }
}
