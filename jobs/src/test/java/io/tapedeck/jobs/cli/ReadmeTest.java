package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.jobs.sweep.SweepSpec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {
  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandParses(String command) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    assertThatCode(
            () -> Tapedeck.line(nowhere, nowhere, Map.of()).parseArgs(ShellLine.words(command)))
        .doesNotThrowAnyException();
  }

  static Stream<String> commands() {
    Stream<String> readme = Readme.blocks("sh").stream().flatMap(String::lines);
    Stream<String> demo = DemoCommand.commands("lake", "lake/demo.yaml").stream();
    return Stream.concat(readme, demo).filter(ShellLine::isTapedeck);
  }

  @Test
  void thereAreCommandsToParse() {
    assertThat(commands()).hasSizeGreaterThan(12);
  }

  @Test
  void theSweepOfTheReadmeIsOne() {
    SweepSpec sweep =
        SweepSpec.bind(Fields.of(YamlTree.parse(Readme.blocks("yaml").get(0), "README.md")));

    // 3 fast × 10 slow, less those with fast × 4 not below slow: 50 and 200; 100 and 200, 400
    assertThat(sweep.grid().count()).isEqualTo(27);
    assertThat(sweep.ranges()).hasSize(2);
  }

  @Test
  void theAssumptionsOfTheReadmeAreOnes() {
    String job =
        "lake: lake\nuniverse: [BAC, IBM]\nstrategy: {name: sma-cross}\n"
            + Readme.blocks("yaml").get(1);
    Fields keys = Fields.of(YamlTree.parse(job, "README.md"));

    JobSpec spec = JobSpec.bind(keys);
    keys.refuseOthers();

    assertThat(spec.account()).isEqualTo(JobSpec.Account.SHARED);
    assertThat(spec.terms().warmUpSessions()).isEqualTo(2);
  }

  @Test
  void theDemoReplaysAtLeast200SetsWithCostsAndASplit() {
    String job = DemoFiles.job() + "\nlake: anywhere\n";

    SweepSpec sweep = SweepSpec.bind(Fields.of(YamlTree.parse(job, "demo.yaml")));

    assertThat(sweep.grid().count()).isEqualTo(240); // 10 fast × 12 slow × 2
    assertThat(sweep.ranges()).extracting(range -> range.label()).containsExactly("train", "test");
    assertThat(sweep.job().terms().market().slippage().isNone()).isFalse();
    assertThat(sweep.job().terms().market().fees().toString()).contains("20");
  }

  @Test
  void commandsAreCutAsTheShellAndTheLauncherCutThem() {
    assertThat(ShellLine.words("tapedeck --jars a.jar sweep x.yaml --set 'k=[1, 2]' > out # done"))
        .containsExactly("sweep", "x.yaml", "--set", "k=[1, 2]");
    assertThat(List.of("mvn verify", "tapedecks")).noneMatch(ShellLine::isTapedeck);
  }
}
