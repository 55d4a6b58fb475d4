package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.report.HtmlReport;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportReader;
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
      description = "Where to write. Default: ${DEFAULT-VALUE}, in the current folder.",
      defaultValue = "report.html")
  private Path out;

  @Override
  public ExitCode run(Console console) throws IOException {
    Lake lake = Lake.at(SessionFactory.open("report"), lakeOption.root(console));
    ReportReader reader = new ReportReader(lake);
    ReportModel report = name == null ? reader.readLatest() : reader.read(name);
    write(report, out);
    console.print("written: " + out);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("report", out);
    answer.put("title", report.title());
    answer.put("sets_tried", report.setsTried());
    answer.put("warnings", report.warnings());
    console.json(answer);
    return ExitCode.DONE;
  }

  /** Writes a report into a file; its folder is made if it is missing. */
  static void write(ReportModel report, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    try (Writer writer = Files.newBufferedWriter(file)) {
      HtmlReport.write(report, writer);
    }
  }
}
