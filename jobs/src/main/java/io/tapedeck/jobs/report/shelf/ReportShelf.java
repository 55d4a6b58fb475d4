package io.tapedeck.jobs.report.shelf;

import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.page.HtmlReport;
import io.tapedeck.jobs.report.page.IndexPage;
import io.tapedeck.jobs.report.page.ReportMeta;
import io.tapedeck.lake.table.Lake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The reports of a lake, in its folder {@code reports}, on any file system Hadoop knows. */
public final class ReportShelf {
  private static final String FOLDER = "reports";
  private static final String INDEX = "index.html";
  private static final String PAGE = ".html";
  private static final int MOST_NAME = 60;
  private static final int ID_LENGTH = 8;

  /** What a report says of itself stands within so much of its beginning. */
  private static final int BEGINNING = 64 * 1024;

  private final FileSystem files;
  private final Path folder;

  /**
   * Where a report was put: a path on this machine, or a URI.
   *
   * @param report the page
   * @param index the list of all pages
   */
  public record Placed(String report, String index) {}

  public ReportShelf(Lake lake) throws IOException {
    this.folder = new Path(lake.root(), FOLDER);
    this.files = folder.getFileSystem(lake.hadoopConfiguration());
    this.files.setWriteChecksum(false); // a page is opened as it is; no .crc lies beside it
  }

  /**
   * Writes a report, over the one of the same sweep or run, and the index anew.
   *
   * @return where they lie
   */
  public Placed put(ReportModel report) throws IOException {
    StringBuilder page = new StringBuilder();
    HtmlReport.write(report, page);
    Path file = new Path(folder, fileName(report.heading()));
    write(file, page);
    return new Placed(shown(file), index());
  }

  /** Makes the index anew from the reports that are there; gives where it lies. */
  public String index() throws IOException {
    List<IndexPage.Entry> entries = new ArrayList<>();
    int others = 0;
    for (Path file : pages()) {
      Optional<ReportMeta> meta = ReportMeta.in(beginning(file));
      if (meta.isPresent()) {
        entries.add(new IndexPage.Entry(file.getName(), meta.get()));
      } else {
        others++;
      }
    }
    entries.sort(
        Comparator.comparing((IndexPage.Entry entry) -> entry.meta().date())
            .reversed()
            .thenComparing(entry -> entry.meta().title())
            .thenComparing(IndexPage.Entry::file));
    StringBuilder page = new StringBuilder();
    new IndexPage(entries, others).write(page);
    Path file = new Path(folder, INDEX);
    write(file, page);
    return shown(file);
  }

  /** Name of a report's file: of the sweep or run, and the beginning of its id. */
  static String fileName(ReportModel.Heading heading) {
    String words =
        heading
            .title()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String name = words.isEmpty() ? "report" : words;
    String id = heading.id().substring(0, Math.min(ID_LENGTH, heading.id().length()));
    return name.substring(0, Math.min(MOST_NAME, name.length())) + "-" + id + PAGE;
  }

  private List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    if (files.exists(folder)) {
      for (FileStatus status : files.listStatus(folder)) {
        String name = status.getPath().getName();
        if (status.isFile() && name.endsWith(PAGE) && !name.equals(INDEX)) {
          pages.add(status.getPath());
        }
      }
    }
    return pages;
  }

  private String beginning(Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
    }
  }

  private void write(Path file, CharSequence page) throws IOException {
    try (var out = files.create(file, true)) {
      out.write(page.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A local file as a path, another as a URI. */
  private String shown(Path file) {
    Path whole = files.makeQualified(file);
    return whole.toUri().getScheme().equals("file") ? whole.toUri().getPath() : whole.toString();
  }
}
