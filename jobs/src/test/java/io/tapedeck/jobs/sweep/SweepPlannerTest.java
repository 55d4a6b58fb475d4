package io.tapedeck.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.grid.Axis;
import io.tapedeck.jobs.grid.Grid;
import io.tapedeck.jobs.grid.ParameterSpace;
import io.tapedeck.jobs.grid.Where;
import io.tapedeck.jobs.sweep.SweepPlanner.Cut;
import io.tapedeck.jobs.sweep.SweepPlanner.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepPlannerTest {
  private static final LocalDate DAY = LocalDate.of(2024, 1, 8);
  private static final Window WINDOW = new Window(Window.ALL, DAY, DAY);
  private static final List<Share> SHARES =
      List.of(
          new Share(List.of("BAC"), WINDOW, 1_000),
          new Share(List.of("IBM"), WINDOW, 3_000),
          new Share(List.of("SPY"), WINDOW, 2_000));
  private static final Cut TWO_CORES = new Cut(2, 32, 512, 500_000, 1);

  @Test
  void thereAreFourUnitsACoreUnlessBlocksGetTooSmall() {
    // 3 shares on 2 cores: ⌈4 × 2 / 3⌉ = 3 blocks of 300 sets
    assertThat(SweepPlanner.blockSize(300, 3, TWO_CORES)).isEqualTo(100);
    assertThat(SweepPlanner.blockSize(40, 3, TWO_CORES)).isEqualTo(32);
    assertThat(SweepPlanner.blockSize(1_000_000, 3, TWO_CORES)).isEqualTo(512);
  }

  @Test
  void everySetIsInOneUnitOfEachShare() {
    SweepPlan plan = SweepPlanner.plan("s", grid(300, ""), SHARES, TWO_CORES);

    assertThat(plan.units()).hasSize(9);
    assertThat(plan.runs()).isEqualTo(900);
    assertThat(plan.tickLanes()).isEqualTo(300 * 6_000);
    for (Share share : SHARES) {
      List<PlannedUnit> units =
          plan.units().stream()
              .filter(unit -> unit.symbols().equals(share.symbols()))
              .sorted(java.util.Comparator.comparingLong(PlannedUnit::fromPosition))
              .toList();
      assertThat(units.get(0).fromPosition()).isZero();
      assertThat(units.get(2).toPosition()).isEqualTo(300);
      assertThat(units.get(1).fromPosition()).isEqualTo(units.get(0).toPosition());
    }
  }

  @Test
  void theLargestUnitsComeFirstAndChunksHaveTheWorkTheyShould() {
    SweepPlan plan = SweepPlanner.plan("s", grid(300, ""), SHARES, TWO_CORES);

    assertThat(plan.units())
        .extracting(PlannedUnit::ticks)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    // full with 500 000: 300 + 300; 300 + 200; 200 + 200 + 100; and the rest, 100 + 100 thousand
    assertThat(plan.units())
        .extracting(PlannedUnit::chunk)
        .containsExactly(0, 0, 1, 1, 2, 2, 2, 3, 3);
  }

  @Test
  void excludedPositionsCountForNothing() {
    SweepPlan plan = SweepPlanner.plan("s", grid(300, "a > 100"), SHARES, TWO_CORES);

    assertThat(plan.runs()).isEqualTo(600);
    assertThat(plan.units()).allMatch(unit -> unit.sets() >= 66 && unit.sets() <= 67);
    assertThat(plan.units().stream().mapToLong(PlannedUnit::toPosition).max()).hasValue(300);
  }

  @Test
  void shardsGetChunksOfTheirOwnEvenIfBlocksGetSmall() {
    SweepPlan plan = SweepPlanner.plan("s", grid(10, ""), SHARES, TWO_CORES.withLeastChunks(5));

    // blocks of at least 10 × 3 / 5 = 6 sets: two of 5 for each share, so 15, 15, 10, 10, 5 and 5
    // thousand; a fifth of all is 12: 15; 15; 10 + 10; and the last two must do for two chunks
    assertThat(plan.units())
        .extracting(PlannedUnit::tickLanes)
        .containsExactly(15_000L, 15_000L, 10_000L, 10_000L, 5_000L, 5_000L);
    assertThat(plan.units()).extracting(PlannedUnit::chunk).containsExactly(0, 1, 2, 2, 3, 4);
  }

  @Test
  void thereAreNoMoreChunksThanRuns() {
    SweepPlan plan = SweepPlanner.plan("s", grid(1, ""), SHARES, TWO_CORES.withLeastChunks(100));

    assertThat(plan.chunks()).isEqualTo(3);
  }

  @Test
  void aPlanIsAFunctionOfItsArguments() {
    SweepPlan plan = SweepPlanner.plan("s", grid(300, ""), SHARES, TWO_CORES);

    assertThat(SweepPlanner.plan("s", grid(300, ""), SHARES, TWO_CORES)).isEqualTo(plan);
    assertThat(SweepPlanner.plan("s", grid(300, ""), SHARES, new Cut(4, 32, 512, 500_000, 1)).id())
        .isNotEqualTo(plan.id());
  }

  private static Grid grid(int sets, String where) {
    ParameterSpace space =
        new ParameterSpace(
            List.of("a"),
            List.of(new Axis.Range(BigDecimal.ONE, BigDecimal.valueOf(sets), BigDecimal.ONE)));
    return Grid.of(space, List.of(), Optional.empty(), Where.parse(where, space.names()));
  }
}
