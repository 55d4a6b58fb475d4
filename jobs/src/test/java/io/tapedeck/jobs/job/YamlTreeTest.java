package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTreeTest {
  @Test
  void symbolsThatLookLikeOtherThingsStayText() {
    Node.Mapping job =
        YamlTree.parse(
            "universe: [ON, NO, 005930, 1e5, null, 2013-10-07, BRK.B, BTC/USD, yes]", "j");

    assertThat(Fields.of(job).texts("universe"))
        .containsExactly(
            "ON", "NO", "005930", "1e5", "null", "2013-10-07", "BRK.B", "BTC/USD", "yes");
  }

  @Test
  void everyNodeKnowsItsLineAndColumn() {
    Node.Mapping job = YamlTree.parse("name: x\nstrategy:\n  name: sma\n", "job.yaml");

    Node.Mapping strategy = (Node.Mapping) job.entries().get("strategy").value();
    assertThat(strategy.entries().get("name").value().mark())
        .isEqualTo(new Mark("job.yaml", 3, 9))
        .hasToString("job.yaml:3:9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a: 1\nb: 2\na: 3'       | job.yaml:3:1: key 'a' is given twice, first at line 1
          'a: !!int 1'             | job.yaml:1:4: YAML tags are not read
          'a: &x 1'                | anchors and aliases are not read
          'a: 1\n---\nb: 2'        | only one YAML document
          '- a\n- b'               | expected keys such as 'strategy:', found a list
          ''                       | expected keys such as 'strategy:', found nothing
          'a: [1, 2'               | job.yaml:1:9: not YAML
          '? [x]\n: 1'             | a key must be a word, found a list
          'a: !!javax.script.ScriptEngineManager [x]' | YAML tags are not read
          """)
  void whatIsNoPlainTreeIsRefusedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> YamlTree.parse(text.replace("\\n", "\n"), "job.yaml"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }

  @Test
  void nestingHasABound() {
    String deep = "a: " + "[".repeat(1_000) + "]".repeat(1_000);

    assertThatThrownBy(() -> YamlTree.parse(deep, "j")).isInstanceOf(UsageException.class);
  }

  @Test
  void aFileThatIsMissingOrNoTextIsAUsageError(@TempDir Path folder) throws Exception {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "name: café".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> YamlTree.read(folder.resolve("none.yaml")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("none.yaml does not exist");
    assertThatThrownBy(() -> YamlTree.read(latin)).hasMessageContaining("is not UTF-8");
  }
}
