package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.jobs.report.HeatMap.Cell;
import io.tapedeck.jobs.report.HeatMap.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final HeatMap.Measure SHARPE =
      new HeatMap.Measure("Sharpe", HeatMap.Unit.NUMBER, HeatMap.Sense.MORE_IS_BETTER);
  private static final HeatMap.Measure RETURN =
      new HeatMap.Measure("Return", HeatMap.Unit.PERCENT, HeatMap.Sense.MORE_IS_BETTER);

  @Test
  void aCellIsTheMedianOverEveryOtherParameter() {
    // fast 10, slow 50 at three sizes: 1.0, 3.0, 0.5 -> 1.0
    // fast 10, slow 100 at two sizes: -2.0, 1.0 -> -0.5
    HeatMap map =
        HeatMap.of(
            SHARPE,
            "fast",
            "slow",
            List.of(
                new Point("10", "50", 1.0),
                new Point("10", "50", 3.0),
                new Point("10", "50", 0.5),
                new Point("10", "100", -2.0),
                new Point("10", "100", 1.0)),
            new Point("10", "50", 3.0));

    assertThat(map.cells()).containsExactly(List.of(new Cell(1.0, 3), new Cell(-0.5, 2)));
  }

  @Test
  void runsWithoutTheMetricCountForNothing() {
    HeatMap map =
        HeatMap.of(
            SHARPE,
            "fast",
            "slow",
            List.of(
                new Point("10", "50", Double.NaN),
                new Point("10", "50", 2.0),
                new Point("20", "50", Double.NaN)),
            null);

    assertThat(map.cells().get(0)).containsExactly(new Cell(2.0, 1));
    assertThat(map.cells().get(1).get(0).median()).isNaN();
    assertThat(map.cells().get(1).get(0).sets()).isZero();
  }

  @Test
  void valuesStandInTheOrderOfTheirSizeAndWordsAfterThem() {
    HeatMap map =
        HeatMap.of(
            RETURN,
            "window",
            "side",
            List.of(
                new Point("1000", "long", 1),
                new Point("20", "both", 1),
                new Point("2e2", "short", 1),
                new Point("none", "long", 1)),
            null);

    assertThat(map.rowValues()).containsExactly("20", "2e2", "1000", "none");
    assertThat(map.columnValues()).containsExactly("both", "long", "short");
  }

  @Test
  void theChosenCellIsTheBestSetsAndThereMayBeNone() {
    List<Point> points = List.of(new Point("1", "5", 1), new Point("2", "6", 2));

    HeatMap chosen = HeatMap.of(RETURN, "a", "b", points, points.get(1));
    HeatMap none = HeatMap.of(RETURN, "a", "b", points, null);

    assertThat(List.of(chosen.chosenRow(), chosen.chosenColumn())).containsExactly(1, 1);
    assertThat(List.of(none.chosenRow(), none.chosenColumn())).containsExactly(-1, -1);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(HeatMap.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5, within(0.0));
    assertThat(HeatMap.median(new double[] {9})).isEqualTo(9, within(0.0));
    assertThat(HeatMap.median(new double[0])).isNaN();
  }

  @Test
  void neighboursAreTheCellsAroundTheBestSetsWithoutIt() {
    // 3 × 3 cells of 1 to 9, the best in the corner (a 1, b 1): around it 2, 4, 5 -> 4
    List<Point> points = new java.util.ArrayList<>();
    for (int a = 1; a <= 3; a++) {
      for (int b = 1; b <= 3; b++) {
        points.add(new Point("" + a, "" + b, 3 * (a - 1) + b));
      }
    }

    assertThat(HeatMap.of(SHARPE, "a", "b", points, points.get(0)).neighbours()).isEqualTo(4.0);
    assertThat(HeatMap.of(SHARPE, "a", "b", points, null).neighbours()).isNaN();
  }
}
