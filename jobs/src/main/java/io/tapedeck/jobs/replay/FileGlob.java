package io.tapedeck.jobs.replay;

import io.tapedeck.jobs.job.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The local files that a job's text means: a file, a folder or a glob. */
final class FileGlob {
  private FileGlob() {}

  /**
   * Files and folders as they are, or the files that a glob matches, sorted.
   *
   * @throws UsageException if there are none
   */
  static List<Path> paths(String text) {
    Path whole = Path.of(text);
    if (Files.exists(whole)) {
      return List.of(whole);
    }
    List<Path> matches = isGlob(text) ? matches(text) : List.of();
    if (matches.isEmpty()) {
      throw UsageException.of(
          "no file is there of the name " + text + ", seen from " + Path.of("").toAbsolutePath());
    }
    return matches;
  }

  private static List<Path> matches(String glob) {
    Path folder = Path.of(glob).toAbsolutePath();
    while (isGlob(folder.toString())) {
      folder = folder.getParent();
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + Path.of(glob).toAbsolutePath());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(path -> matcher.matches(path) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list " + folder, unreadable);
    }
  }

  private static boolean isGlob(String text) {
    return text.matches(".*[*?\\[{].*");
  }
}
