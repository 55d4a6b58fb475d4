package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.strategy.PriceSource;
import io.tapedeck.core.strategy.SmaCross;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategiesTest {
  @Test
  void theParametersOfAJobBecomeTheStrategysRecord() {
    assertThat(Strategies.found().bind(choice("{fast: 10, slow: 50, size: 1.5}")))
        .isEqualTo(new SmaCross.Params(10, 50, new BigDecimal("1.5"), PriceSource.AUTO, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{fast: 10, slow: 50}'           | job.yaml:3:41: sma-cross needs parameter size
          '{fast: ten, slow: 50, size: 1}' | job.yaml:3:48: fast of sma-cross must be a whole number
          '{fst: 10, slow: 50, size: 1}'   | job.yaml:3:47: sma-cross has no parameter fst; did you mean fast?
          '{fast: 50, slow: 10, size: 1}'  | slow must be above fast (50 events), was 10
          '{fast: [1, 2], slow: 10, size: 1}' | strategy.parameters.fast is a list and one value is needed here
          """)
  void aRefusedParameterHasItsPlace(String parameters, String message) {
    assertThatThrownBy(() -> Strategies.found().bind(choice(parameters)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anUnknownStrategyNamesTheNearest() {
    StrategyChoice choice = JobSpec.bind(job("{name: sma-crss}")).strategies().get(0);

    assertThatThrownBy(() -> Strategies.found().of(choice))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "job.yaml:3:18: unknown strategy sma-crss: did you mean 'sma-cross'?; "
                + "a jar of your own is given with --jars");
  }

  private static StrategyChoice choice(String parameters) {
    return JobSpec.bind(job("{name: sma-cross, parameters: " + parameters + "}"))
        .strategies()
        .get(0);
  }

  private static Fields job(String strategy) {
    return Fields.of(YamlTree.parse("lake: l\nuniverse: [BAC]\nstrategy: " + strategy, "job.yaml"));
  }
}
