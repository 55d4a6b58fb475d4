package io.tapedeck.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.jobs.result.RankMetric;
import io.tapedeck.jobs.result.RecordLevel;
import org.junit.jupiter.api.Test;

class SweepSpecTest {
  private static final String JOB =
      """
      lake: lake
      universe: [BAC]
      strategy:
        name: sma-cross
        parameters:
          fast: [5, 10]
          slow: {from: 20, to: 60, step: 20}
          size: 100
      """;

  @Test
  void readsListsRangesWindowsAndTheRanking() {
    SweepSpec spec =
        bind(
            JOB
                + """
                where: fast * 2 < slow
                train: {from: 2013-10-07, to: 2013-10-09}
                test: {from: 2013-10-10, to: 2013-10-11}
                rank: total_return
                record: fills
                """);

    // 2 × 3 less (10, 20)
    assertThat(spec.grid().count()).isEqualTo(5);
    assertThat(spec.grid().varying()).containsExactly("fast", "slow");
    assertThat(spec.ranges())
        .extracting(SweepSpec.LabelledRange::label)
        .containsExactly("train", "test");
    assertThat(spec.rank()).isEqualTo(RankMetric.TOTAL_RETURN);
    assertThat(spec.record()).contains(RecordLevel.FILLS);
  }

  @Test
  void severalStrategiesSpanOneGrid() {
    SweepSpec spec =
        bind(
            """
            lake: lake
            universe: [BAC]
            strategies:
              - {name: sma-cross, parameters: {fast: [5, 10], slow: 20, size: 100}}
              - {name: sma-cross, as: late, parameters: {fast: 50, slow: [100, 200], size: 100}}
            where: sma_cross.fast * 20 <= late.slow
            """);

    // (5, 100), (5, 200), (10, 200)
    assertThat(spec.grid().count()).isEqualTo(3);
    assertThat(spec.grid().varying()).containsExactly("sma_cross.fast", "late.slow");
    refused(
        "unknown parameter late.fsat",
        JOB.replaceAll("(?s)strategy:.*", "")
            + "strategies: [{name: sma-cross}, {name: sma-cross, as: late, parameters: {fsat: 1}}]\n");
  }

  @Test
  void mistakesAreNamedWithTheirPlace() {
    refused("unknown parameter fsat", JOB.replace("fast:", "fsat:"));
    refused("did you mean 'fast'", JOB.replace("fast:", "fsat:"));
    refused("step", JOB.replace(", step: 20", ""));
    refused("no parameter 'fats' in this grid", JOB + "where: fats < slow\n");
    refused("needs dates to train on", JOB + "test: {from: 2013-10-10, to: 2013-10-11}\n");
    refused("rank must be one of", JOB + "rank: shape\n");
    refused("unknown key wheer", JOB + "wheer: fast < slow\n");
    refused("points must be a list", JOB + "points: {fast: 1}\n");
  }

  private static void refused(String message, String yaml) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> bind(yaml))
        .withMessageContaining("job.yaml:")
        .withMessageContaining(message);
  }

  private static SweepSpec bind(String yaml) {
    return SweepSpec.bind(Fields.of(YamlTree.parse(yaml, "job.yaml")));
  }
}
