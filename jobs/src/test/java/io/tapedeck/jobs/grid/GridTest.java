package io.tapedeck.jobs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GridTest {
  @Test
  void aRangeIsExactAndIncludesItsEnd() {
    // 0.1 + 2 × 0.1 is 0.3, not 0.30000000000000004
    assertThat(texts(range("0.1", "0.3", "0.1"))).containsExactly("0.1", "0.2", "0.3");
    assertThat(texts(range("1", "10", "4"))).containsExactly("1", "5", "9");
    assertThat(texts(range("3", "1", "-1"))).containsExactly("3", "2", "1");
    assertThat(texts(range("5", "5", "1"))).containsExactly("5");
    assertThatIllegalArgumentException().isThrownBy(() -> range("1", "3", "-1"));
    assertThatIllegalArgumentException().isThrownBy(() -> range("1", "3", "0"));
  }

  @Test
  void aLogRangeIsRoundedToWholeNumbersOrToFourDigits() {
    // 1, 10^0.5 = 3.16, 10, 31.6, 100
    assertThat(texts(logRange("1", "100", 5))).containsExactly("1", "3", "10", "32", "100");
    assertThat(texts(logRange("0.1", "10", 5)))
        .containsExactly("0.1", "0.3162", "1", "3.162", "10");
    // 1, 1.19, 1.41, 1.68, 2: rounding makes 1, 1, 1, 2, 2
    assertThat(texts(logRange("1", "2", 5))).containsExactly("1", "2");
  }

  @Test
  void theLastParameterVariesFastest() {
    Grid grid = Grid.of(space("a", listed("1", "2"), "b", listed("x", "y", "x")));

    assertThat(sets(grid)).containsExactly("a=1 b=x", "a=1 b=y", "a=2 b=x", "a=2 b=y");
    assertThat(grid.count()).isEqualTo(4);
  }

  @Test
  void positionsDoNotMoveWhenAConditionExcludesSets() {
    ParameterSpace space = space("fast", listed("1", "2", "3"), "slow", listed("2", "3"));
    Grid grid = where(space, "fast < slow");

    assertThat(grid.positions()).isEqualTo(6);
    assertThat(grid.count()).isEqualTo(3);
    assertThat(grid.at(1)).map(ParameterSet::toString).contains("fast=1 slow=3");
    assertThat(grid.at(2)).isEmpty(); // 2 < 2
    assertThat(grid.at(3)).map(ParameterSet::toString).contains("fast=2 slow=3");
  }

  @Test
  void pointsComeFirstAndAreNotRepeated() {
    ParameterSpace space = space("a", listed("1", "2"), "b", listed("5"));
    Grid grid =
        Grid.of(
            space,
            List.of(point("a", "9"), point("a", "2.0"), point("a", "9")),
            Optional.empty(),
            Where.ALWAYS);

    assertThat(sets(grid)).containsExactly("a=9 b=5", "a=2.0 b=5", "a=1 b=5");
    assertThat(grid.count()).isEqualTo(3);
  }

  @Test
  void pointsAloneNeedNoProduct() {
    Grid grid =
        Grid.of(
            space("b", listed("5")),
            List.of(point("a", "9"), point("a", "8")),
            Optional.empty(),
            Where.ALWAYS);

    assertThat(sets(grid)).containsExactly("a=9 b=5", "a=8 b=5");
    assertThat(grid.varying()).containsExactly("a");
  }

  @Test
  void aPointMustGiveWhatVaries() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Grid.of(
                    space("a", listed("1", "2"), "b", listed("1", "2")),
                    List.of(point("a", "9")),
                    Optional.empty(),
                    Where.ALWAYS))
        .withMessage("point (a=9) must give b, which takes 2 values");
  }

  @Test
  void drawsAreDistinctRepeatableAndMeetTheCondition() {
    ParameterSpace space = space("a", range("1", "100", "1"), "b", range("1", "100", "1"));
    Where where = Where.parse("a < b", List.of("a", "b"));
    Grid grid = Grid.of(space, List.of(), Optional.of(new Draws(50, 7)), where);
    Grid again = Grid.of(space, List.of(), Optional.of(new Draws(50, 7)), where);
    Grid other = Grid.of(space, List.of(), Optional.of(new Draws(50, 8)), where);

    assertThat(grid.count()).isEqualTo(50);
    assertThat(sets(grid)).doesNotHaveDuplicates().isEqualTo(sets(again)).isNotEqualTo(sets(other));
  }

  @Test
  void drawsEndWhenThereAreNoMoreSets() {
    ParameterSpace space = space("a", range("1", "5", "1"));
    Grid grid = Grid.of(space, List.of(), Optional.of(new Draws(50, 7)), Where.ALWAYS);

    assertThat(sets(grid)).containsExactlyInAnyOrder("a=1", "a=2", "a=3", "a=4", "a=5");
  }

  @Test
  void aPermutationHitsEveryPlaceOnce() {
    for (long size : new long[] {1, 2, 3, 5, 64, 1_000}) {
      KeyedPermutation order = new KeyedPermutation(size, 42);
      assertThat(LongStream.range(0, size).map(order::at).sorted().toArray())
          .isEqualTo(LongStream.range(0, size).toArray());
    }
  }

  @Test
  void aGridOfTrillionsIsCountedAndReadWithoutBeingMade() {
    Grid grid = Grid.of(space("a", range("1", "1000000", "1"), "b", range("1", "1000000", "1")));

    assertThat(grid.count()).isEqualTo(1_000_000_000_000L);
    assertThat(grid.at(999_999_999_999L))
        .map(ParameterSet::toString)
        .contains("a=1000000 b=1000000");
  }

  private static Grid where(ParameterSpace space, String condition) {
    return Grid.of(space, List.of(), Optional.empty(), Where.parse(condition, space.names()));
  }

  private static ParameterSpace space(Object... namesAndAxes) {
    List<String> names = new ArrayList<>();
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < namesAndAxes.length; i += 2) {
      names.add((String) namesAndAxes[i]);
      axes.add((Axis) namesAndAxes[i + 1]);
    }
    return new ParameterSpace(names, axes);
  }

  private static ParameterSet point(String name, String value) {
    return new ParameterSet(List.of(name), List.of(ParameterValue.parse(value)));
  }

  private static Axis listed(String... values) {
    return Axis.of(Stream.of(values).map(ParameterValue::parse).toList());
  }

  private static Axis range(String from, String to, String step) {
    return new Axis.Range(new BigDecimal(from), new BigDecimal(to), new BigDecimal(step));
  }

  private static Axis logRange(String from, String to, int points) {
    return Axis.logRange(new BigDecimal(from), new BigDecimal(to), points);
  }

  private static List<String> texts(Axis axis) {
    return LongStream.range(0, axis.size()).mapToObj(i -> axis.at(i).text()).toList();
  }

  private static List<String> sets(Grid grid) {
    return LongStream.range(0, grid.positions())
        .mapToObj(grid::at)
        .flatMap(Optional::stream)
        .map(ParameterSet::toString)
        .toList();
  }
}
