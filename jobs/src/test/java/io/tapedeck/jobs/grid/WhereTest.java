package io.tapedeck.jobs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereTest {
  private static final List<String> NAMES = List.of("fast", "slow", "band", "mode");
  private static final ParameterSet SET =
      new ParameterSet(
          NAMES,
          List.of(
              ParameterValue.parse("10"),
              ParameterValue.parse("30"),
              ParameterValue.parse("0.1"),
              ParameterValue.parse("LONG")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fast < slow                      | true",
        "fast * 3 = slow                  | true",
        "fast * 3 != slow                 | false",
        "slow / fast >= 4                 | false",
        "1 < fast < slow <= 30            | true",
        "1 < fast < 5                     | false",
        "not fast < slow                  | false",
        "not not fast < slow              | true",
        "fast > slow or fast = 10         | true",
        "fast > slow or fast = 10 and 1=2 | false",
        "(fast > slow or fast = 10) and 1=1 | true",
        "band * 3 = 0.3                   | true",
        "band / 3 * 3 == band             | true",
        "-fast + slow = 20                | true",
        "slow - fast - 5 = 15             | true",
        "slow / 2 / 3 = 5                 | true",
        "2 + 3 * 4 = 14                   | true",
        "(2 + 3) * 4 = 20                 | true",
        "fast > -1e3                      | true",
        "mode = 'LONG'                    | true",
        "mode != 'LONG'                   | false",
      })
  void decides(String condition, boolean expected) {
    assertThat(Where.parse(quotes(condition), NAMES).test(SET)).isEqualTo(expected);
  }

  private static String quotes(String condition) {
    return condition.contains("LONG") && !condition.contains("'LONG'")
        ? condition.replace("LONG", "'LONG'")
        : condition;
  }

  @Test
  void pointsAtTheMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast < sloww", NAMES))
        .withMessage(
            """
            where: no parameter 'sloww' in this grid; it has fast, slow, band, mode
              fast < sloww
                     ^""");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast <", NAMES))
        .withMessageContaining("expected a parameter, a number or '(', found the end")
        .withMessageEndingWith("\n        ^");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast + 1", NAMES))
        .withMessageContaining("expected a condition such as fast < slow, found a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("(fast < slow) + 1 = 2", NAMES))
        .withMessageContaining("expected a number, found a condition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast < slow; drop", NAMES))
        .withMessageContaining("unexpected character ';'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast < slow slow", NAMES))
        .withMessageContaining("expected 'and', 'or' or the end, found 'slow'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("(".repeat(10_000) + "1=1", NAMES))
        .withMessageContaining("nested more than 200 deep");
  }

  @Test
  void refusesWhatCannotBeDecided() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("fast / (slow - 30) > 1", NAMES).test(SET))
        .withMessageContaining("division by zero")
        .withMessageContaining("fast=10 slow=30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Where.parse("mode > 3", NAMES).test(SET))
        .withMessageContaining("texts are compared with texts");
  }
}
