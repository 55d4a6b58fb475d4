package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/**
 * Which files of a source are meant, by logical name.
 *
 * @param glob as a shell has it: {@code *} and {@code ?} stay within a folder, {@code **} does not,
 *     {@code {a,b}} and {@code [a-z]} choose; empty for all files
 */
public record NamePattern(String glob) implements Serializable {
  /** All files. */
  public static final NamePattern ALL = new NamePattern("");

  public NamePattern {
    Require.that(isGlob(glob), "'%s' is no glob: its brackets do not close", glob);
  }

  /** Whether no file is passed over. */
  public boolean isAll() {
    return glob.isEmpty();
  }

  boolean matches(SourceFile file) {
    return isAll() || matcher(glob).matches(Path.of(file.logicalName()));
  }

  private static boolean isGlob(String glob) {
    try {
      return matcher(glob) != null;
    } catch (PatternSyntaxException malformed) {
      return false;
    }
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }
}
