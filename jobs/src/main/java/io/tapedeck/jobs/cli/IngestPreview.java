package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.ingest.DryRun;
import io.tapedeck.lake.ingest.DryRun.Preview;
import io.tapedeck.lake.ingest.DryRun.PreviewRow;
import io.tapedeck.lake.ingest.Inference;
import io.tapedeck.lake.ingest.RefusedFileException;
import io.tapedeck.lake.ingest.SourceFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ingest can tell about files without taking anything: no lake and no session. */
final class IngestPreview {
  private IngestPreview() {}

  /** Prints a mapping drafted from a file. */
  static ExitCode infer(Console console, Path file) throws RefusedFileException {
    String draft = Inference.draft(existing(file));
    console.print(draft);
    console.json(Map.of("mapping", draft));
    return ExitCode.DONE;
  }

  /** Prints what a format makes of the first rows of a file, or of the first file of a folder. */
  static ExitCode dryRun(Console console, String source, SourceFormat format)
      throws IOException, RefusedFileException {
    Path file = firstFile(existing(Path.of(source)));
    Preview preview = DryRun.preview(file, format);
    console.print(file + ": " + preview.format() + " into " + preview.table());
    TextTable table = TextTable.of("line", "symbol", "UTC", preview.zone(), "values");
    for (PreviewRow row : preview.rows()) {
      table.row(row.line(), row.symbol(), row.utc(), row.local(), values(row));
    }
    table.print(console);
    preview.problems().forEach(problem -> console.print("not taken: " + problem));
    console.json(Map.of("file", file, "preview", preview));
    return ExitCode.DONE;
  }

  private static String values(PreviewRow row) {
    return row.values().entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw UsageException.of(path + " does not exist: name a local file");
    }
    return path;
  }

  private static Path firstFile(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return path;
    }
    try (Stream<Path> below = Files.walk(path)) {
      return below
          .filter(Files::isRegularFile)
          .sorted()
          .findFirst()
          .orElseThrow(() -> UsageException.of(path + " holds no file"));
    }
  }
}
