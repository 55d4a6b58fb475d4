package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {
  private final Node.Mapping job =
      YamlTree.parse("strategy: {name: sma, parameters: {fast: 10, slow: 50}}\nseed: 1\n", "job");

  @Test
  void theLastOverrideWinsOverTheFileAndLeavesItsNeighbours() {
    Fields fields =
        Fields.of(
            Overrides.apply(
                job, List.of("strategy.parameters.fast=20", "strategy.parameters.fast=30")));

    Fields parameters = fields.group("strategy").orElseThrow().group("parameters").orElseThrow();
    assertThat(parameters.text("fast")).contains("30");
    assertThat(parameters.text("slow")).contains("50");
  }

  @Test
  void aListIsSetAsYamlWritesIt() {
    Fields fields = Fields.of(Overrides.apply(job, List.of("universe=[BAC, NO]")));

    assertThat(fields.texts("universe")).containsExactly("BAC", "NO");
  }

  @Test
  void groupsThatAreMissingAreMade() {
    Fields fields = Fields.of(Overrides.apply(job, List.of("latency.entry=5ms")));

    assertThat(fields.group("latency").orElseThrow().nanos("entry")).contains(5_000_000L);
  }

  @Test
  void aDefaultYieldsToWhatIsThere() {
    assertThat(Fields.of(Overrides.withDefault(job, "seed", "7", "ENV")).text("seed"))
        .contains("1");
    assertThat(Fields.of(Overrides.withDefault(job, "lake", "x", "ENV")).text("lake"))
        .contains("x");
  }

  @Test
  void refusalsNameTheOption() {
    assertThatThrownBy(() -> Overrides.apply(job, List.of("seed")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--set needs key.path=value, was 'seed'");
    Fields fields = Fields.of(Overrides.apply(job, List.of("seed=x")));
    assertThatThrownBy(() -> fields.integer("seed", 0, 9))
        .hasMessage("--set seed=x: seed must be a whole number from 0 to 9, was 'x'");
  }
}
