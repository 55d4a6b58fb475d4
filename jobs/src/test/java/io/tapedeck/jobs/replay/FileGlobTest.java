package io.tapedeck.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.jobs.job.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileGlobTest {
  @TempDir private Path folder;

  @Test
  void aGlobMatchesFilesInOrderAndAFolderIsItself() throws Exception {
    Path b = Files.createFile(folder.resolve("b.csv"));
    Path a = Files.createFile(folder.resolve("a.csv"));
    Files.createFile(folder.resolve("a.txt"));

    assertThat(FileGlob.paths(folder + "/*.csv")).containsExactly(a, b);
    assertThat(FileGlob.paths(folder.toString())).containsExactly(folder);
    assertThat(FileGlob.paths(a.toString())).containsExactly(a);
  }

  @Test
  void whatMatchesNothingIsAUsageError() {
    assertThatThrownBy(() -> FileGlob.paths(folder + "/none*/x.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no file is there of the name " + folder + "/none*/x.csv");
    assertThatThrownBy(() -> FileGlob.paths("none.csv")).isInstanceOf(UsageException.class);
  }
}
