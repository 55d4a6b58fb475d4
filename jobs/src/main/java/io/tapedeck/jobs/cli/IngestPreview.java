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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    console.print("");
    times(preview).print(console);
    console.print("");
    values(preview).ifPresent(values -> values.print(console));
    preview.problems().forEach(problem -> console.print("not taken: " + problem));
    console.json(Map.of("file", file, "preview", preview));
    return ExitCode.DONE;
  }

  private static TextTable times(Preview preview) {
    TextTable table = TextTable.of("line", "symbol", "session", "UTC", preview.zone());
    for (PreviewRow row : preview.rows()) {
      String local = row.local().split(" ", -1)[0];
      table.row(row.line(), row.symbol(), row.sessionDate(), row.utc(), local);
    }
    return table;
  }

  /** A column for each field; rows of one format have the same fields. */
  private static Optional<TextTable> values(Preview preview) {
    if (preview.rows().isEmpty()) {
      return Optional.empty();
    }
    List<String> header = new ArrayList<>(List.of("line"));
    header.addAll(preview.rows().get(0).values().keySet());
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (PreviewRow row : preview.rows()) {
      List<Object> cells = new ArrayList<>(List.of(row.line()));
      header.stream().skip(1).forEach(name -> cells.add(row.values().getOrDefault(name, "")));
      table.row(cells.toArray());
    }
    return Optional.of(table);
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
