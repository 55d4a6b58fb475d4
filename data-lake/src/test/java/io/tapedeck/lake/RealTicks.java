package io.tapedeck.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Real ticks beside the project, which may not be redistributed with it. Without them a test is
 * skipped, but in CI (environment variable {@code CI}) it fails.
 */
public final class RealTicks {
  private RealTicks() {}

  /** A file or folder of the market data, such as {@code equity/bac}. */
  public static Path require(String path) {
    Path found = projectRoot().resolveSibling("shared").resolve("market-data").resolve(path);
    if (Files.exists(found)) {
      return found;
    }
    String message = "no real ticks at ../shared/market-data/" + path + " beside the project";
    if (System.getenv("CI") != null) {
      Assertions.fail(message);
    }
    Assumptions.abort(message);
    throw new IllegalStateException(message);
  }

  /** The folder of the parent project. */
  public static Path projectRoot() {
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(".git"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside the project: " + System.getProperty("user.dir"));
    }
    return folder;
  }
}
