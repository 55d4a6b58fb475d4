package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.ingest.FileOutcome;
import io.tapedeck.lake.ingest.Ingest;
import io.tapedeck.lake.ingest.IngestOptions;
import io.tapedeck.lake.ingest.IngestReport;
import io.tapedeck.lake.ingest.IngestRequest;
import io.tapedeck.lake.ingest.IntakeCounts;
import io.tapedeck.lake.ingest.NamePattern;
import io.tapedeck.lake.ingest.ProgressSink;
import io.tapedeck.lake.ingest.RefusedFileException;
import io.tapedeck.lake.ingest.TableImport;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes files into a lake. */
@Command(
    name = "ingest",
    description = {
      "Takes files into a lake. The same files again change nothing; a new version of a file replaces",
      "its rows; a damaged file is refused (exit code 3) and the others are taken."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck ingest --profile lean-equity --source data/equity --lake lake",
      "  tapedeck ingest --mapping my-ticks.yaml --source 'ticks/*.csv' --lake lake --json",
      "  tapedeck ingest --profile lean-equity --source data/equity --only '*/20131007_*' --lake lake",
      "  tapedeck ingest --infer ticks/day.csv > my-ticks.yaml",
      "  tapedeck ingest --mapping my-ticks.yaml --source ticks/day.csv --dry-run",
      "  tapedeck ingest --table instruments --source instruments.csv --lake lake"
    })
final class IngestCommand implements Verb {
  private static final int SHOWN_REFUSALS = 20;

  @Mixin private LakeOption lakeOption;
  @Mixin private FormatOptions format;

  @Option(
      names = "--source",
      paramLabel = "PATH",
      description = "A file, a folder with all below it, or a quoted glob; or a URI.")
  private String source;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = {
        "Takes only files whose path below the source matches, as 'bac/20131007_*.zip' or '**_trade.zip';",
        "what was taken of the others stays. Day by day leaves what all at once leaves."
      })
  private String only;

  @Option(
      names = "--allow-none",
      description = "With --only: it is no error if no file matches (a holiday).")
  private boolean allowNone;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "signals, instruments or calendars: takes a CSV under the table's own column names.")
  private LakeTable table;

  @Option(
      names = "--infer",
      paramLabel = "FILE",
      description = "Drafts a mapping for a file, prints it, and takes nothing.")
  private Path infer;

  @Option(
      names = "--dry-run",
      description = "Shows what the format makes of the first rows, and takes nothing.")
  private boolean isDryRun;

  @Option(
      names = "--max-quarantined",
      paramLabel = "SHARE",
      defaultValue = "0.1%",
      description = "Most damaged rows of a file, as 0.1%% or 0.001; above it the file is refused.")
  private String maxQuarantined;

  @Option(
      names = "--reread",
      description = "Takes files again whose bytes are in the lake already.")
  private boolean reread;

  @Option(
      names = "--replace-disjoint",
      description = "Lets a new version of a file replace one that has no date in common with it.")
  private boolean replaceDisjoint;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long to wait for another writer; then exit code 75. Default: 60.")
  private int waitSeconds;

  @Override
  public ExitCode run(Console console) throws IOException, RefusedFileException {
    if (infer != null) {
      return IngestPreview.infer(console, infer);
    }
    if (source == null) {
      throw UsageException.of("--source is missing: name a file, a folder or a quoted glob");
    }
    if (only == null ? allowNone : isDryRun) {
      throw UsageException.of(
          only == null
              ? "--allow-none goes with --only GLOB"
              : "--dry-run shows one file: name it with --source, without --only");
    }
    if (isDryRun) {
      return IngestPreview.dryRun(console, source, format.format());
    }
    IngestOptions options = options();
    String from = table == null ? format.format().name() : table.folder();
    String root = lakeOption.root(console);
    IngestReport report = take(console, root, options);
    if (report.files().isEmpty() && !allowNone) {
      throw UsageException.of(
          "no file of "
              + source
              + " matches --only "
              + only
              + "; names are paths below the source; where none is no error, add --allow-none");
    }
    print(console, report);
    console.json(answer(root, source, from, report));
    return ended(console, report);
  }

  private IngestReport take(Console console, String root, IngestOptions options) {
    try (ProgressLine line = console.progress("ingest")) {
      ProgressSink sink =
          (done, total, rows) -> line.update((double) done / Math.max(1, total), rows);
      Lake lake = Lake.at(SessionFactory.open("ingest"), root);
      return table == null
          ? Ingest.run(lake, new IngestRequest(source, format.format(), options), sink)
          : TableImport.run(lake, table, source, options, sink);
    }
  }

  private IngestOptions options() {
    if (waitSeconds < 0) {
      throw UsageException.of("--wait must not be negative, was " + waitSeconds);
    }
    IngestOptions options =
        IngestOptions.DEFAULT
            .withMaxQuarantined(Shares.parse("--max-quarantined", maxQuarantined))
            .withOnly(only == null ? NamePattern.ALL : new NamePattern(only))
            .withLockPatience(Duration.ofSeconds(waitSeconds));
    options = reread ? options.withReread() : options;
    return replaceDisjoint ? options.withReplaceDisjoint() : options;
  }

  private static void print(Console console, IngestReport report) {
    IntakeCounts rows = report.written();
    TextTable files = TextTable.of("files", "taken", "corrected", "unchanged", "copies", "refused");
    files.row(
        report.files().size(),
        report.count(FileOutcome.Status.TAKEN),
        report.count(FileOutcome.Status.CORRECTED),
        report.count(FileOutcome.Status.UNCHANGED),
        report.count(FileOutcome.Status.COPY),
        report.count(FileOutcome.Status.REFUSED));
    files.print(console);
    TextTable counts =
        TextTable.of("rows read", "kept", "duplicate", "quarantined", "suspicious", "derived");
    counts.row(
        grouped(rows.read()),
        grouped(rows.kept()),
        grouped(rows.duplicate()),
        grouped(rows.quarantined()),
        grouped(rows.suspicious()),
        grouped(rows.derived()));
    counts.print(console);
    report.warnings().forEach(console::warn);
    List<FileOutcome> refused = report.refused();
    refused.stream().limit(SHOWN_REFUSALS).forEach(file -> console.note(file.line()));
    if (refused.size() > SHOWN_REFUSALS) {
      console.note("... and " + (refused.size() - SHOWN_REFUSALS) + " more; --json lists all");
    }
  }

  private static Map<String, Object> answer(
      String root, String source, String format, IngestReport report) {
    Map<String, Object> byStatus = new LinkedHashMap<>();
    for (FileOutcome.Status status : FileOutcome.Status.values()) {
      byStatus.put(status.name().toLowerCase(Locale.ROOT), report.count(status));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("source", source);
    answer.put("format", format);
    answer.put("file_counts", byStatus);
    answer.put("rows", report.written());
    answer.put("files", report.files());
    answer.put("warnings", report.warnings());
    return answer;
  }

  private static ExitCode ended(Console console, IngestReport report) {
    if (!report.hasRefusals()) {
      return ExitCode.DONE;
    }
    FileOutcome first = report.refused().get(0);
    console.note(
        "tapedeck ingest: "
            + report.refused().size()
            + " of "
            + report.files().size()
            + " files refused and left as they were: "
            + first.line());
    return ExitCode.REFUSED;
  }

  private static String grouped(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
