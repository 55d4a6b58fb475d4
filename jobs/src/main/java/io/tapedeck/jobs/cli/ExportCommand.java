package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.arrow.ArrowCompression;
import io.tapedeck.lake.export.ExportFormat;
import io.tapedeck.lake.export.ExportReport;
import io.tapedeck.lake.export.ExportRequest;
import io.tapedeck.lake.export.RowExport;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.TableDefinition;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes rows of a table into one file for tools that read files. */
@Command(
    name = "export",
    description = {
      "Writes rows of a table into one file: Arrow IPC (Feather), Parquet or CSV. Ticks stand in the",
      "order of symbol, date, ts_event and seq; rows of runs by run_id and number. Only committed runs",
      "are seen. The file appears when it is whole."
    },
    footer = {
      "",
      "Columns have the names of the tables (tapedeck tables --schema). Prices and sizes are",
      "decimal(18,9), money is decimal(28,9) in the run's currency, both exact (decimal128 in Arrow);",
      "ts_... , bar_open, bar_close, session_open and session_close are nanoseconds since the epoch,",
      "UTC (int64); dates are date32; other times are timestamp[us, UTC].",
      "",
      "Examples:",
      "  tapedeck export trades --lake lake --out bac.arrow --symbols BAC --from 2013-10-07",
      "  tapedeck export run_metrics --lake lake --out metrics.feather --sweep 3fa1c2",
      "  tapedeck export fills --lake lake --out fills.csv --run 9b20e1 --timestamps",
      "  tapedeck export equity --lake lake --out equity.parquet --columns run_id,ts_event,equity"
    })
final class ExportCommand implements Verb {
  @Parameters(
      paramLabel = "TABLE",
      description = "A table of the lake or of its results: trades, signals, runs, fills, ...")
  private String table;

  @Mixin private LakeOption lakeOption;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The file, on this machine; folders above it are made.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "arrow, feather, parquet or csv. Default: as the name ends, else arrow.")
  private ExportFormat format;

  @Option(
      names = "--compression",
      paramLabel = "NAME",
      defaultValue = "none",
      description = "Of arrow and feather: none, lz4 or zstd. Default: none.")
  private ArrowCompression compression;

  @Option(
      names = "--sweep",
      paramLabel = "ID",
      description = "Rows of the runs of this sweep (a prefix does).")
  private String sweep;

  @Option(names = "--run", paramLabel = "ID", description = "Rows of this run (a prefix does).")
  private String run;

  @Mixin private LakeSelection selection;

  @Option(
      names = "--columns",
      paramLabel = "NAME",
      split = ",",
      description = "Columns, separated by commas, in this order. Default: all.")
  private List<String> columns = List.of();

  @Option(
      names = "--timestamps",
      description = {
        "Beside each time in nanoseconds NAME a column NAME_time:",
        "timestamp[ns, UTC] in arrow and feather, ISO 8601 in csv."
      })
  private boolean addsTimestamps;

  @Option(names = "--overwrite", description = "Replaces the file if it is there.")
  private boolean overwrites;

  @Override
  public ExitCode run(Console console) {
    String root = lakeOption.root(console);
    ExportSelection selected =
        new ExportSelection(
            ExportSelection.table(table), sweep, run, selection.symbols(), selection.dates());
    ExportRequest request = request(selected.table());
    Lake lake = Lake.at(SessionFactory.open("export"), root);
    Dataset<Row> rows = selected.rows(lake);
    requireColumns(rows);
    ExportReport report = RowExport.write(rows, request);
    if (report.rows() == 0) {
      throw UsageException.of(
          "nothing to export: "
              + root
              + " has no rows of "
              + selected.words()
              + "; see: tapedeck "
              + (sweep == null && run == null ? "tables" : "runs"));
    }
    print(console, request, report);
    console.json(answer(root, request, report));
    return ExitCode.DONE;
  }

  private ExportRequest request(TableDefinition of) {
    ExportFormat named =
        ExportFormat.ofName(out.toAbsolutePath().getFileName().toString())
            .orElse(ExportFormat.ARROW);
    return new ExportRequest(
        of,
        out,
        format == null ? named : format,
        compression,
        columns,
        addsTimestamps ? ExportRequest.Times.WITH_TIMESTAMPS : ExportRequest.Times.NANOS,
        overwrites ? ExportRequest.Overwrite.REPLACE : ExportRequest.Overwrite.REFUSE);
  }

  private void requireColumns(Dataset<Row> rows) {
    List<String> there = List.of(rows.columns());
    for (String column : columns) {
      if (!there.contains(column)) {
        throw UsageException.of(
            table + " has no column " + column + ": " + NearestName.hint(column, there));
      }
    }
  }

  private static void print(Console console, ExportRequest request, ExportReport report) {
    TextTable shown = TextTable.of("table", "rows", "MB", "format", "file");
    shown.row(
        ExportSelection.name(request.table()),
        String.format(Locale.ROOT, "%,d", report.rows()),
        String.format(Locale.ROOT, "%.1f", report.bytes() / 1e6),
        word(request.format()),
        request.out());
    shown.print(console);
  }

  private static Map<String, Object> answer(
      String root, ExportRequest request, ExportReport report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("table", ExportSelection.name(request.table()));
    answer.put("rows", report.rows());
    answer.put("bytes", report.bytes());
    answer.put("out", request.out().toAbsolutePath());
    answer.put("format", word(request.format()));
    answer.put("compression", word(request.compression()));
    answer.put("columns", report.columns());
    return answer;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
