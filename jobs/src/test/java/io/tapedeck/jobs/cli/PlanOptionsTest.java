package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import io.tapedeck.jobs.sweep.PlanCheck.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong on the command line is told before Spark is started. */
class PlanOptionsTest {
  @Test
  void aShardIsOneOfSome() {
    for (String wrong : new String[] {"0/2", "3/2", "2", "a/b"}) {
      refused("a shard is i/n with i from 1 to n, as 2/8; was", "--plan", "3fa1", "--shard", wrong);
    }
    refused("--shard needs a stored plan: give --plan ID", "--shard", "1/2");
  }

  @Test
  void optionsThatDoNotBelongTogetherAreRefused() {
    refused("--verify needs a stored plan", "--verify");
    refused("--shards is for --plan-only", "job.yaml", "--shards", "2");
    refused("leave --plan-only out", "--plan", "3fa1", "--plan-only");
    refused("leave JOB and --set out", "job.yaml", "--plan", "3fa1");
    refused("leave JOB and --set out", "--plan", "3fa1", "--set", "name=x");
    refused("--shard computes and --verify does not", "--plan", "3", "--shard", "1/2", "--verify");
    refused("--plan needs an id", "--plan", " ", "--lake", "lake");
    refused("no lake is named", "--plan", "3fa1");
  }

  @Test
  void aCheckEndsWithTheCodeOfItsVerdict() {
    assertThat(SweepCommand.ended(Verdict.COMPLETE).code()).isZero();
    assertThat(SweepCommand.ended(Verdict.DISAGREES).code()).isEqualTo(3);
    assertThat(SweepCommand.ended(Verdict.SOME_FAILED).code()).isEqualTo(4);
    assertThat(SweepCommand.ended(Verdict.UNFINISHED).code()).isEqualTo(75);
  }

  @Test
  void theHistoryIsServedFromAFolderAndNotToEveryMachine(@TempDir Path folder) {
    Ended missing = tapedeck("history", "--dir", folder.resolve("none").toString());
    Ended open = tapedeck("history", "--dir", folder.toString());

    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.lastErrorLine()).contains("--dir must be a folder of event logs");
    assertThat(open.code()).isEqualTo(2);
    assertThat(open.lastErrorLine()).contains("would be served to every machine");
  }

  private static void refused(String sentence, String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "sweep";
    System.arraycopy(words, 0, line, 1, words.length);
    Ended ended = tapedeck(line);

    assertThat(ended.code()).as(String.join(" ", words)).isEqualTo(2);
    assertThat(ended.lastErrorLine()).contains(sentence);
  }
}
