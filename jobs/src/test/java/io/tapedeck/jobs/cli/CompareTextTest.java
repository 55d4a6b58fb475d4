package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.compare.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.compare.Comparison;
import io.tapedeck.jobs.compare.Runs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompareTextTest {
  @Test
  void twoRunsAreComparedOnOnePage() {
    List<String> lines =
        lines(
            run("a".repeat(64)),
            run("b".repeat(64))
                .with("fingerprint", "bb")
                .with("parameters", new TreeMap<>(Map.of("fast", "5", "slow", "40")))
                .figure("end_equity", new BigDecimal("1007.250000000"))
                .equity("1000", "1002.50", "1007.25"));

    assertThat(lines)
        .containsExactly(
            "A  aaaaaaaaaaaa  sma-cross on XYZ, 2024-01-08 to 2024-01-10, completed",
            "B  bbbbbbbbbbbb  sma-cross on XYZ, 2024-01-08 to 2024-01-10, completed",
            "",
            "A and B: other orders, fills or marks",
            "",
            "What differs:",
            "of the      term   A   B",
            "parameters  slow  20  40",
            "",
            "figure                  A        B  B - A",
            "end_equity        1010.00  1007.25  -2.75",
            "sharpe              1.500    1.500      0",
            "fills                   4        4      0",
            "sessions                3        3      0",
            "denied.MAX_ORDER        2        2      0",
            "",
            "A and B part on 2024-01-09: equity 1005.00 and 1002.50, -2.50 (3 sessions in common).");
  }

  @Test
  void theSameRunAndTheSameFiguresAreToldPlainly() {
    assertThat(lines(run("a"), run("a")))
        .contains(
            "A and B: the same run, bit for bit",
            "Nothing of their question differs.",
            "A and B have the same equity at each close of 3 sessions.");
    assertThat(lines(run("a"), run("b")))
        .contains("A and B: same figures, other id: every order, fill and mark is the same");
  }

  @Test
  void aFailedRunIsShownWithItsReasonAndNoFigures() {
    List<String> lines =
        lines(
            run("a").failed("REFUSED", "fast must be below slow"),
            run("b").failed("OVERFLOW", "cash"));

    assertThat(lines.get(0)).endsWith("failed: REFUSED: fast must be below slow");
    assertThat(lines)
        .contains("A and B: figures are not compared: one of them has none")
        .noneMatch(line -> line.startsWith("figure"));
  }

  @Test
  void moneyOfSeveralCurrenciesIsRefusedInAWord() {
    assertThat(lines(run("a"), run("b").with("currency", "EUR")))
        .contains("Money is not compared: EUR, USD are different currencies.")
        .noneMatch(line -> line.startsWith("end_equity"))
        .anyMatch(line -> line.startsWith("sharpe"));
  }

  @Test
  void moreThanTwoRunsHaveTheirDifferencesInATableOfTheirOwn() {
    assertThat(lines(run("a"), run("b").figure("fills", 9L), run("c").figure("fills", 1L)))
        .contains("fills                   4        9        1", "fills                +5     -3");
  }

  @Test
  void nothingIsWiderThanTheConsoleHoweverLongTheTermsAre() {
    Runs[] runs =
        Stream.of("a", "b", "c", "d")
            .map(
                id ->
                    run(id.repeat(64))
                        .with("fingerprint", id)
                        .with("symbols", List.of(("SYMBOL" + id).repeat(40), "OTHER"))
                        .with(
                            "parameters",
                            new TreeMap<>(
                                Map.of("a_parameter_with_a_long_name".repeat(4), id.repeat(300))))
                        .figure("end_equity", new BigDecimal(id.hashCode() + "e15"))
                        .figure("a_figure_with_a_long_name".repeat(3), 1e300 * id.hashCode())
                        .equity("1" + "0".repeat(18), id.hashCode() + "0".repeat(20)))
            .toArray(Runs[]::new);

    List<String> lines = lines(runs);

    assertThat(lines).allMatch(line -> line.length() <= Console.WIDTH);
    assertThat(String.join("", lines).chars().filter(c -> c == 'd').count())
        .as("nothing that differs is cut off")
        .isGreaterThan(300);
  }

  private static List<String> lines(Runs... runs) {
    return CompareText.lines(Comparison.of(Stream.of(runs).map(Runs::compared).toList()));
  }
}
