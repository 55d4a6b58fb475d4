package io.tapedeck.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house that only the source can tell. */
class SourceTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final int LONGEST_FILE_LINES = 300;

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhereItStands() throws IOException {
    List<Path> folders = sources().stream().map(Path::getParent).distinct().toList();

    assertThat(folders).isNotEmpty();
    assertThat(folders)
        .allSatisfy(
            folder -> {
              Path info = folder.resolve("package-info.java");
              assertThat(info).exists();
              assertThat(text(info)).containsPattern("Vocabulary:|A stage:|Composition:");
            });
  }

  @Test
  void noFileIsLongerThanAClassMayBe() throws IOException {
    assertThat(sources())
        .allSatisfy(
            file -> assertThat(text(file).lines().count()).isLessThanOrEqualTo(LONGEST_FILE_LINES));
  }

  @Test
  void nothingIsLeftToDoWithoutAnOwner() throws IOException {
    assertThat(sources())
        .allSatisfy(file -> assertThat(text(file)).doesNotContain("TODO", "FIXME"));
  }
}
