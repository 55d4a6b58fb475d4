package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.page.HtmlReport;
import io.tapedeck.jobs.report.read.ReportReader;
import io.tapedeck.jobs.report.shelf.ReportShelf;
import io.tapedeck.lake.table.Lake;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a sweep or a run as a page. */
@Command(
    name = "report",
    description = "Writes a sweep or a run as one HTML file that loads nothing.",
    footer = {
      "",
      "Examples:",
      "  tapedeck report --lake lake",
      "  tapedeck report --index --lake lake",
      "  tapedeck report momentum --lake lake --out momentum.html",
      "  tapedeck report 3fa9c1 --lake lake --json"
    })
final class ReportCommand implements Verb {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A sweep's name, or the beginning of a sweep's or a run's id. Default: the last sweep.")
  private String name;

  @Mixin private LakeOption lakeOption;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "A local file to write instead. Default: reports/NAME-ID.html in the lake, and the index"
              + " over its reports is made anew.")
  private Path out;

  @Option(
      names = "--index",
      description = "Makes only reports/index.html anew, from the reports that are there.")
  private boolean isIndexOnly;

  @Override
  public ExitCode run(Console console) throws IOException {
    if (isIndexOnly && (name != null || out != null)) {
      throw UsageException.of("--index is over all reports: give neither a NAME nor --out");
    }
    Lake lake = Lake.at(SessionFactory.open("report"), lakeOption.root(console));
    return isIndexOnly ? index(lake, console) : report(lake, console);
  }

  private static ExitCode index(Lake lake, Console console) throws IOException {
    String index = new ReportShelf(lake).index();
    console.print("written: " + index);
    console.json(Map.of("index", index));
    return ExitCode.DONE;
  }

  private ExitCode report(Lake lake, Console console) throws IOException {
    ReportReader reader = new ReportReader(lake);
    ReportModel report = name == null ? reader.readLatest() : reader.read(name);
    Map<String, Object> answer = new LinkedHashMap<>();
    if (out == null) {
      ReportShelf.Placed placed = new ReportShelf(lake).put(report);
      answer.put("report", placed.report());
      answer.put("index", placed.index());
    } else {
      write(report, out);
      answer.put("report", out);
      answer.put("index", null);
    }
    console.print("written: " + answer.get("report"));
    answer.put("title", report.heading().title());
    answer.put("sets_tried", report.setsTried());
    answer.put("warnings", report.background().warnings());
    console.json(answer);
    return ExitCode.DONE;
  }

  /** Writes a report into a file; its folder is made if it is missing. */
  private static void write(ReportModel report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (Writer writer = Files.newBufferedWriter(file)) {
      HtmlReport.write(report, writer);
    }
  }
}
