package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {
  @Test
  void upToFiveThousandPointsAreAllDrawn() {
    assertThat(Thinning.places(flat(5_000))).hasSize(5_000);
  }

  @Test
  void moreAreThinnedAndEveryExtremeStays() {
    List<Double> equity = flat(20_000);
    List<Double> depth = flat(20_000);
    equity.set(7_777, 9.0);
    depth.set(12_345, -1.0);

    List<Integer> places = Thinning.places(equity, depth);

    assertThat(places).hasSizeLessThanOrEqualTo(Thinning.MOST_POINTS).isSorted();
    assertThat(places).contains(0, 7_777, 12_345, 19_999);
  }

  private static List<Double> flat(int length) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      values.add(1.0);
    }
    return values;
  }
}
