package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.compact.Compaction;
import io.tapedeck.lake.compact.CompactionReport;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rewrites partitions of a lake as sorted files. */
@Command(
    name = "compact",
    description = {
      "Rewrites each partition of ticks as one sorted file. Rows, digests and run ids stay the same."
    },
    footer = {
      "",
      "Examples:",
      "  tapedeck compact --lake lake",
      "  tapedeck compact --lake lake --table quotes --symbols BAC,IBM --from 2013-10-07"
    })
final class CompactCommand implements Verb {
  private static final List<LakeTable> TABLES =
      List.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.SIGNALS);

  @Mixin private LakeOption lakeOption;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "trades, quotes or signals; may be repeated. Default: all there are.")
  private List<LakeTable> tables = TABLES;

  @Mixin private LakeSelection selection;

  @Override
  public ExitCode run(Console console) {
    String root = lakeOption.root(console);
    DateRange dates = selection.dates();
    Lake lake = Lake.at(SessionFactory.open("compact"), root);
    Map<String, CompactionReport> reports = new LinkedHashMap<>();
    for (LakeTable table : tables) {
      if (LakeTables.exists(lake, table)) {
        reports.put(
            table.folder(),
            Compaction.run(lake, table, selection.symbols(), dates.first(), dates.last()));
      }
    }
    if (reports.isEmpty()) {
      throw UsageException.of(
          "the lake " + root + " has none of these tables: see tapedeck tables");
    }
    print(console, reports);
    console.json(Map.of("lake", root, "tables", reports));
    return ExitCode.DONE;
  }

  private static void print(Console console, Map<String, CompactionReport> reports) {
    TextTable table =
        TextTable.of(
            "table", "partitions", "rewritten", "files before", "after", "MB before", "after");
    reports.forEach(
        (name, report) ->
            table.row(
                name,
                report.partitions(),
                report.rewritten(),
                report.filesBefore(),
                report.filesAfter(),
                megabytes(report.bytesBefore()),
                megabytes(report.bytesAfter())));
    table.print(console);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
