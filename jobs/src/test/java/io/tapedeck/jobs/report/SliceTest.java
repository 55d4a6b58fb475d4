package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.report.Slice.Band;
import io.tapedeck.jobs.report.Slice.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class SliceTest {
  private static final HeatMap.Measure SHARPE =
      new HeatMap.Measure("Sharpe", HeatMap.Unit.NUMBER, HeatMap.Sense.MORE_IS_BETTER);

  @Test
  void aBandIsTheMiddleHalfOfAllSetsAndTheLineTheBestSetsNeighbours() {
    // fast 5: 1, 2, 4, 8 -> quarters 1.5 and 6, median 3; the neighbour among them has 8
    Slice slice =
        Slice.of(
            SHARPE,
            "fast",
            List.of(
                new Point("5", 4, false),
                new Point("5", 1, false),
                new Point("5", 8, true),
                new Point("5", 2, false),
                new Point("20", Double.NaN, true),
                new Point("10", -1, true)),
            "10");

    assertThat(slice.values()).containsExactly("5", "10", "20");
    assertThat(slice.bands().get(0)).isEqualTo(new Band(4, 1.5, 3, 6, 8));
    assertThat(slice.bands().get(1)).isEqualTo(new Band(1, -1, -1, -1, -1));
    assertThat(slice.bands().get(2).sets()).isZero();
    assertThat(slice.chosen()).isEqualTo(1);
  }
}
