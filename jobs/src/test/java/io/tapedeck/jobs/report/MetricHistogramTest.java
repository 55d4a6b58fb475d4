package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.report.HeatMap.Measure;
import io.tapedeck.jobs.report.MetricHistogram.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MetricHistogramTest {
  private static final Measure SHARPE =
      new Measure("Sharpe", HeatMap.Unit.NUMBER, HeatMap.Sense.MORE_IS_BETTER);

  @Test
  void windowsShareBinsAndWhatIsNotFiniteCountsForNothing() {
    // 24 bins from 0 to 24: 0 in the first, 24 in the last, 12.5 in the thirteenth
    MetricHistogram histogram =
        MetricHistogram.of(
            SHARPE,
            List.of(
                new Values("train", List.of(0.0, 24.0, Double.NaN), 24),
                new Values("test", List.of(12.5, Double.POSITIVE_INFINITY), 12.5)));

    assertThat(histogram.edges()).hasSize(25).startsWith(0.0, 1.0).endsWith(24.0);
    assertThat(histogram.lines().get(0).counts().get(0)).isOne();
    assertThat(histogram.lines().get(0).counts().get(23)).isOne();
    assertThat(histogram.lines().get(1).counts().get(12)).isOne();
    assertThat(sum(histogram, 0)).isEqualTo(2);
    assertThat(sum(histogram, 1)).isOne();
    assertThat(histogram.isOpenBelow() || histogram.isOpenAbove()).isFalse();
  }

  @Test
  void oneFarOutlierOpensTheLastBinAndIsStillCounted() {
    // 0 to 199 and 1e6: the 1 % quantiles are 2 and 198, so 1e6 would stretch the bins 5,000 times
    List<Double> values =
        new ArrayList<>(DoubleStream.iterate(0, v -> v + 1).limit(200).boxed().toList());
    values.add(1e6);

    MetricHistogram histogram =
        MetricHistogram.of(SHARPE, List.of(new Values("train", values, 1e6)));

    assertThat(histogram.edges().get(0)).isEqualTo(2.0);
    assertThat(histogram.edges().get(24)).isEqualTo(198.0);
    assertThat(histogram.isOpenBelow()).isTrue();
    assertThat(histogram.isOpenAbove()).isTrue();
    assertThat(sum(histogram, 0)).isEqualTo(201);
    assertThat(histogram.binOf(1e6)).isEqualTo(23);
  }

  @Test
  void oneValueIsOneBinAndNoneIsNoHistogram() {
    assertThat(MetricHistogram.of(SHARPE, List.of(new Values("all", List.of(3.0), 3))).bins())
        .isOne();
    assertThat(MetricHistogram.of(SHARPE, List.of(new Values("all", List.of(Double.NaN), 3))))
        .isSameAs(MetricHistogram.NONE);
  }

  private static int sum(MetricHistogram histogram, int line) {
    return histogram.lines().get(line).counts().stream().mapToInt(Integer::intValue).sum();
  }
}
