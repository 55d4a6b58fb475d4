package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.strategy.Parameter;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterBinderTest {
  enum Direction {
    LONG_ONLY,
    BOTH
  }

  record Wide(
      @Parameter(value = "events in the mean", unit = "quotes", range = "at least 2") int window,
      @Parameter(value = "half-width", unit = "bps", standard = "12.5") BigDecimal bandBps,
      @Parameter(value = "size", standard = "100") long size,
      @Parameter(value = "decay", standard = "0.5") double decay,
      @Parameter(value = "sides", standard = "both") Direction direction,
      @Parameter(value = "whether it waits", standard = "no") boolean isPatient,
      @Parameter(value = "a label", standard = "x") String label)
      implements StrategySpec {
    Wide {
      Require.that(window >= 2, "window must be at least 2 quotes, was %d", window);
    }

    @Override
    public Strategy create(Universe universe) {
      return new Strategy() {};
    }
  }

  @Test
  void valuesAreParsedByTheirTypesAndTheRestAreStandard() {
    assertThat(bind("{window: 10, size: 1_000, direction: long-only, is_patient: yes, label: NO}"))
        .isEqualTo(
            new Wide(10, new BigDecimal("12.5"), 1_000, 0.5, Direction.LONG_ONLY, true, "NO"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                         | strategy.parameters.window is missing: give a whole number at least 2 (quotes)
          {window: 1}                | window must be at least 2 quotes, was 1
          {window: ten}              | strategy.parameters.window must be a whole number at least 2 (quotes), was 'ten'
          {window: 10.0}             | was '10.0'
          {window: 99999999999}      | was '99999999999'
          '{window: [10, 20]}'       | must be a single value here; several are for: tapedeck sweep
          '{window: 10, decay: NaN}' | strategy.parameters.decay must be a number, was 'NaN'
          '{window: 10, direction: up}' | must be long_only or both, was 'up'
          '{window: 10, is_patient: 1}' | must be true or false, was '1'
          '{window: 10, band_bps: 1e99}' | must be a number (bps), was '1e99'
          '{window: 10, bandbps: 1}' | unknown key strategy.parameters.bandbps: did you mean 'band_bps'?
          """)
  void aWrongParameterIsRefusedWithWhatIsExpected(String parameters, String message) {
    assertThatThrownBy(() -> bind(parameters))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parametersAreDescribedInTheRecordsOrder() {
    assertThat(ParameterBinder.of(Wide.class).describe())
        .startsWith(
            new ParameterText(
                "window", "a whole number", "events in the mean", "quotes", "at least 2", ""),
            new ParameterText("band_bps", "a number", "half-width", "bps", "", "12.5"));
  }

  private static Wide bind(String parameters) {
    Fields job = Fields.of(YamlTree.parse("{p: " + parameters + "}", "job.yaml"));
    return ParameterBinder.of(Wide.class)
        .bind(Fields.of(job.node("p").orElseThrow(), "strategy.parameters"));
  }
}
