package io.tapedeck.jobs.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.delta.tables.DeltaTable;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.SchemaDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in a lake. */
@Command(
    name = "tables",
    description = "Shows the tables of a lake: versions, rows, symbols and dates.",
    footer = {
      "",
      "Examples:",
      "  tapedeck tables --lake lake",
      "  tapedeck tables --lake lake --json",
      "  tapedeck tables --history --lake lake --table trades",
      "  tapedeck tables --schema"
    })
final class TablesCommand implements Verb {
  /**
   * What a table holds of one symbol; of a table without symbols, all it holds.
   *
   * @param symbol empty where the table has none
   * @param first earliest date; empty where the table has none
   * @param last latest date; empty where the table has none
   */
  record Holding(String symbol, long rows, String first, String last) {}

  /** A table of the lake. */
  record Shown(
      String table, long version, long rows, long files, long bytes, List<Holding> holds) {}

  @Mixin private LakeOption lakeOption;

  @Option(names = "--schema", description = "Prints the documentation of all columns instead.")
  private boolean schema;

  @Option(
      names = "--history",
      description =
          "Shows the versions of each table instead, and whether those that runs and open sweeps have"
              + " pinned can still be read; exit code 3 if one cannot.")
  private boolean history;

  @Mixin private TableSelection selection;

  @Override
  public ExitCode run(Console console) {
    if (schema) {
      console.print(SchemaDocument.markdown());
      console.json(Map.of("markdown", SchemaDocument.markdown()));
      return ExitCode.DONE;
    }
    String root = lakeOption.root(console);
    if (selection.isGiven() && !history) {
      throw UsageException.of("--table goes with --history");
    }
    Lake lake = Lake.at(SessionFactory.open("tables"), root);
    if (history) {
      return HistoryCheck.run(console, lake, root, selection.existing(lake));
    }
    List<Shown> shown =
        Arrays.stream(LakeTable.values())
            .filter(table -> LakeTables.exists(lake, table))
            .map(table -> show(lake, table))
            .toList();
    if (shown.isEmpty()) {
      throw UsageException.of(
          "there is no lake in " + root + ": fill one with tapedeck ingest, or correct --lake");
    }
    print(console, shown);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("tables", shown);
    console.json(answer);
    return ExitCode.DONE;
  }

  private static Shown show(Lake lake, LakeTable table) {
    DeltaTable delta = DeltaTable.forPath(lake.spark(), lake.path(table));
    long version = delta.history(1).select("version").first().getLong(0);
    Row detail = delta.detail().select("numFiles", "sizeInBytes").first();
    List<Holding> holds = holdings(lake.read(table), table);
    long rows = holds.stream().mapToLong(Holding::rows).sum();
    return new Shown(table.folder(), version, rows, detail.getLong(0), detail.getLong(1), holds);
  }

  private static List<Holding> holdings(Dataset<Row> rows, LakeTable table) {
    List<String> columns = List.of(rows.columns());
    Column symbol =
        columns.contains(Columns.SYMBOL) && !table.partitionColumns().isEmpty()
            ? col(Columns.SYMBOL)
            : lit("");
    Column date = columns.contains(Columns.DATE) ? col(Columns.DATE).cast("string") : lit("");
    List<Holding> holdings = new ArrayList<>();
    for (Row row :
        rows.groupBy(symbol.as("s"))
            .agg(count(lit(1)), min(date), max(date))
            .orderBy("s")
            .collectAsList()) {
      holdings.add(
          new Holding(row.getString(0), row.getLong(1), row.getString(2), row.getString(3)));
    }
    return holdings;
  }

  private static void print(Console console, List<Shown> shown) {
    TextTable table =
        TextTable.of("table", "version", "symbol", "rows", "first", "last", "files", "MB");
    for (Shown each : shown) {
      boolean single = each.holds().size() == 1;
      Holding only = single ? each.holds().get(0) : new Holding("", each.rows(), "", "");
      table.row(
          each.table(),
          each.version(),
          only.symbol(),
          each.rows(),
          only.first(),
          only.last(),
          each.files(),
          String.format(java.util.Locale.ROOT, "%.1f", each.bytes() / 1e6));
      if (!single) {
        each.holds()
            .forEach(
                one ->
                    table.row("", "", one.symbol(), one.rows(), one.first(), one.last(), "", ""));
      }
    }
    table.print(console);
  }
}
