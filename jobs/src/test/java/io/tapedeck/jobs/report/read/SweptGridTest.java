package io.tapedeck.jobs.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.market.Currency;
import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ParameterGrid;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.page.HtmlReport;
import io.tapedeck.jobs.report.read.SweptSet.SweptRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweptGridTest {
  private static final RankColumn SHARPE = new RankColumn("sharpe");
  private static final List<String> NAMES = List.of("fast", "size", "slow");
  private static final List<String> WINDOWS = List.of("train", "test");

  @Test
  void pairsAreOfTheParametersWithTheMostValuesAndTheBestSetIsMarked() {
    List<SweptSet> sets = sets(3, 4, 2); // Sharpe over train: fast + 10 × slow + 100 × size
    SweptSet best = sets.get(sets.size() - 1);

    ParameterGrid grid = new SweptGrid(sets, NAMES, WINDOWS, SHARPE, best).grid();

    // slow has 4 values, fast 3, size 2: slow × fast, slow × size, fast × size, each for two
    // windows
    assertThat(grid.maps()).hasSize(3);
    HeatMap map = grid.maps().get(0).get(0);
    assertThat(map.rowParameter()).isEqualTo("slow");
    assertThat(map.columnParameter()).isEqualTo("fast");
    // slow 4, fast 3 over size 1 and 2: 3 + 40 + 100 and 3 + 40 + 200, median 193
    assertThat(map.cells().get(3).get(2)).isEqualTo(new HeatMap.Cell(193, 2));
    assertThat(List.of(map.chosenRow(), map.chosenColumn())).containsExactly(3, 2);
  }

  @Test
  void aSliceKeepsTheOtherParametersAtTheBestSets() {
    List<SweptSet> sets = sets(3, 4, 2);
    SweptSet best = sets.get(sets.size() - 1); // fast 3, slow 4, size 2

    List<Slice> fast = new SweptGrid(sets, NAMES, WINDOWS, SHARPE, best).grid().slices().get(1);

    assertThat(fast.get(0).parameter()).isEqualTo("fast");
    // at slow 4 and size 2: 240 + fast; all sets with fast 1: 111 to 141 and 211 to 241, median 176
    assertThat(fast.get(0).bands())
        .extracting(Slice.Band::best)
        .containsExactly(241.0, 242.0, 243.0);
    assertThat(fast.get(0).bands().get(0).median()).isEqualTo(176, within(1e-9));
    assertThat(fast.get(0).chosen()).isEqualTo(2);
  }

  @Test
  void everySetIsInTheDistributionOfEachWindow() {
    List<SweptSet> sets = sets(3, 4, 2);

    MetricHistogram all =
        new SweptGrid(sets, NAMES, WINDOWS, SHARPE, sets.get(5)).grid().distribution();

    assertThat(all.lines()).hasSize(2);
    assertThat(all.lines())
        .allMatch(line -> line.counts().stream().mapToInt(Integer::intValue).sum() == 24);
    assertThat(all.lines().get(0).best()).isEqualTo(sets.get(5).metric("train"));
  }

  @Test
  void aSweepOfManySetsStaysASmallPage() throws IOException {
    List<SweptSet> sets = sets(60, 60, 5);
    ParameterGrid grid = new SweptGrid(sets, NAMES, WINDOWS, SHARPE, sets.get(7)).grid();
    StringBuilder page = new StringBuilder();

    HtmlReport.write(report(sets.size(), grid), page);

    // 18,000 sets: at most 24 places on an axis, so 24 × 24 cells of a map
    assertThat(grid.maps().get(0).get(0).cells()).hasSize(24).allMatch(row -> row.size() == 24);
    assertThat(page.length()).isLessThan(1_000_000);
  }

  private static ReportModel report(long sets, ParameterGrid grid) {
    return new ReportModel(
        new ReportModel.Heading(ReportModel.Kind.SWEEP, "5eed5eed5eed", "many", "", ""),
        Currency.USD,
        sets,
        List.of(
            new ReportModel.Window("train", "2024-01-01"),
            new ReportModel.Window("test", "2024-01-02")),
        "sharpe over train",
        NAMES,
        List.of(),
        grid,
        List.of(),
        ReportModel.Failures.NONE,
        new ReportModel.Background(List.of(), List.of(), List.of(), List.of()));
  }

  private static List<SweptSet> sets(int fasts, int slows, int sizes) {
    List<SweptSet> sets = new ArrayList<>();
    for (int fast = 1; fast <= fasts; fast++) {
      for (int slow = 1; slow <= slows; slow++) {
        for (int size = 1; size <= sizes; size++) {
          double sharpe = fast + 10.0 * slow + 100.0 * size;
          sets.add(
              new SweptSet(
                  sets.size(),
                  "QQQ",
                  Map.of("fast", "" + fast, "slow", "" + slow, "size", "" + size),
                  Map.of(
                      "train", new SweptRun("a", sharpe, "", ""),
                      "test", new SweptRun("b", -sharpe, "", ""))));
        }
      }
    }
    return sets;
  }
}
