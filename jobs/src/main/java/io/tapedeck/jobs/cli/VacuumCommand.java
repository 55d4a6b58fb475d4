package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.history.Vacuum;
import io.tapedeck.lake.history.VacuumReport;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.TableDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes files that no table needs any more. */
@Command(
    name = "vacuum",
    description = {
      "Shows which files are no longer part of a table or never became so, and with --delete deletes",
      "them. A version that a run or an open sweep has pinned stays readable: a retention that is too",
      "short for one is refused (exit code 3)."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck vacuum --lake lake --retain-days 30",
      "  tapedeck vacuum --lake lake --table quotes --retain-days 30 --delete"
    })
final class VacuumCommand implements Verb {
  @Mixin private LakeOption lakeOption;
  @Mixin private TableSelection selection;

  @Option(
      names = "--retain-days",
      paramLabel = "N",
      description =
          "Keeps what was removed or written in the last N days, at least 1. Default: what each table"
              + " says, 3650 days for all tables Tapedeck makes, those of results included.")
  private Integer retainDays;

  @Option(names = "--delete", description = "Deletes the files; without it nothing is changed.")
  private boolean delete;

  @Override
  public ExitCode run(Console console) {
    if (retainDays != null && retainDays < 1) {
      throw UsageException.of(
          "--retain-days must be at least 1, was "
              + retainDays
              + ": younger files may belong to a write that goes on");
    }
    String root = lakeOption.root(console);
    Lake lake = Lake.at(SessionFactory.open("vacuum"), root);
    List<? extends TableDefinition> tables = selection.existing(lake);
    List<VacuumReport> reports =
        Vacuum.run(
            lake,
            tables,
            retainDays == null ? null : Duration.ofDays(retainDays),
            delete ? Vacuum.Mode.DELETE : Vacuum.Mode.DRY_RUN);
    print(console, reports);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("dry_run", !delete);
    answer.put("tables", reports);
    console.json(answer);
    return ExitCode.DONE;
  }

  private void print(Console console, List<VacuumReport> reports) {
    TextTable table =
        TextTable.of("table", "files", "MB", "oldest pinned", "readable from", "horizon");
    for (VacuumReport report : reports) {
      table.row(
          report.table(),
          report.files(),
          String.format(Locale.ROOT, "%.1f", report.bytes() / 1e6),
          report.oldestPinnedVersion() == null ? "-" : report.oldestPinnedVersion(),
          report.readableFrom(),
          report.horizon().toString().substring(0, 16) + "Z");
    }
    table.print(console);
    long files = reports.stream().mapToLong(VacuumReport::files).sum();
    console.print(
        delete
            ? "files deleted: " + files
            : "files to delete: " + files + "; nothing is changed without --delete");
  }
}
