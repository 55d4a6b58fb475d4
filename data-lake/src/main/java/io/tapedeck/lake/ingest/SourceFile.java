package io.tapedeck.lake.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * A file to take.
 *
 * @param logicalName its path below the source folder, with {@code /} between the parts
 * @param location where it lies: a URI for Hadoop's file systems, or a path
 * @param bytes its length
 */
public record SourceFile(String logicalName, String location, long bytes) implements Serializable {
  static final List<String> ARROW_EXTENSIONS = List.of(".arrow", ".feather", ".ipc");

  /** The last part of its name. */
  public String fileName() {
    return lastPart(location);
  }

  /** The name of the folder it lies in; empty if there is none. */
  public String folderName() {
    int slash = location.lastIndexOf('/');
    return slash <= 0 ? "" : lastPart(location.substring(0, slash));
  }

  boolean hasExtension(String extension) {
    return fileName().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  /** Whether its rows are cells of an Arrow file and not lines of text. */
  boolean isArrow() {
    return ARROW_EXTENSIONS.stream().anyMatch(this::hasExtension);
  }

  /** What its rows are called in a message with their number. */
  String rowWord() {
    return isArrow() ? "row" : "line";
  }

  SourceFile named(String name) {
    return new SourceFile(name, location, bytes);
  }

  private static String lastPart(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
