package io.tapedeck.lake.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files that a source means. */
final class SourceDiscovery {
  private static final List<String> EXTENSIONS = List.of(".csv", ".csv.gz", ".zip");

  private SourceDiscovery() {}

  /**
   * The files of a source, by logical name.
   *
   * <p>A file is known by its name; a folder's files, at any depth, by their path below it; the
   * matches of a glob by their path below the part before the first wildcard. Hidden files, readmes
   * and licences in folders are passed over.
   *
   * @throws FileNotFoundException if there is no such file or folder, or nothing in it
   */
  static List<SourceFile> find(String source, Configuration conf) throws IOException {
    List<SourceFile> found = list(source, conf);
    if (found.isEmpty()) {
      throw none(source);
    }
    return found;
  }

  /**
   * Those files of a source, under the names that a format gives them, whose names match; none if
   * an existing folder has none of them.
   *
   * @throws FileNotFoundException if there is no such file or folder, or nothing in it though all
   *     files are meant
   */
  static List<SourceFile> find(
      String source, UnaryOperator<SourceFile> naming, NamePattern only, Configuration conf)
      throws IOException {
    List<SourceFile> found = only.isAll() ? find(source, conf) : list(source, conf);
    return found.stream().map(naming).filter(only::matches).toList();
  }

  private static List<SourceFile> list(String source, Configuration conf) throws IOException {
    Path path = new Path(source);
    FileSystem files = path.getFileSystem(conf);
    List<SourceFile> found = new ArrayList<>();
    if (files.exists(path)) {
      Path base = files.getFileStatus(path).isFile() ? path.getParent() : path;
      add(files, files.getFileStatus(path), files.makeQualified(base), found);
    } else {
      FileStatus[] matches = files.globStatus(path);
      Path base = files.makeQualified(fixedPart(path));
      for (FileStatus match : matches == null ? new FileStatus[0] : matches) {
        add(files, match, base, found);
      }
      if (found.isEmpty()) {
        throw none(source);
      }
    }
    found.sort(Comparator.comparing(SourceFile::logicalName));
    return found;
  }

  private static FileNotFoundException none(String source) {
    return new FileNotFoundException(
        "no files at " + source + "; give a file, a folder or a glob of " + EXTENSIONS);
  }

  /** Whether this is a kind of file that can be read. */
  static boolean isReadable(SourceFile file) {
    return EXTENSIONS.stream().anyMatch(file::hasExtension);
  }

  private static void add(FileSystem files, FileStatus status, Path base, List<SourceFile> found)
      throws IOException {
    if (status.isFile()) {
      found.add(file(status, base));
      return;
    }
    RemoteIterator<LocatedFileStatus> below = files.listFiles(status.getPath(), true);
    while (below.hasNext()) {
      LocatedFileStatus file = below.next();
      if (!isPassedOver(file.getPath(), base)) {
        found.add(file(file, base));
      }
    }
  }

  private static SourceFile file(FileStatus status, Path base) {
    String path = status.getPath().toUri().getPath();
    String folder = base.toUri().getPath();
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    String name = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    return new SourceFile(name, status.getPath().toString(), status.getLen());
  }

  private static boolean isPassedOver(Path path, Path base) {
    String below = path.toUri().getPath().substring(base.toUri().getPath().length());
    String name = path.getName().toLowerCase(Locale.ROOT);
    return Arrays.stream(below.split("/")).anyMatch(part -> part.startsWith("."))
        || name.startsWith("readme")
        || name.startsWith("license")
        || name.endsWith(".md");
  }

  /** The folder above the first part with a wildcard. */
  private static Path fixedPart(Path glob) {
    Path fixed = glob;
    for (Path part = glob; part != null; part = part.getParent()) {
      if (part.getName().matches(".*[*?\\[{].*")) {
        fixed = part.getParent();
      }
    }
    return fixed;
  }
}
