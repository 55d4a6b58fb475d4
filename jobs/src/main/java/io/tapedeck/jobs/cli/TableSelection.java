package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import io.tapedeck.lake.table.TableDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which tables are meant, inputs and results, to be mixed into verbs that work on any table. */
final class TableSelection {
  @Option(
      names = "--table",
      paramLabel = "NAME",
      split = ",",
      description = "A table, as trades or results/runs; may be repeated. Default: all there are.")
  private List<String> names = List.of();

  /** Whether the command line names any. */
  boolean isGiven() {
    return !names.isEmpty();
  }

  /**
   * Those of them that the lake has.
   *
   * @throws UsageException if there is no such table, or the lake has none of them
   */
  List<TableDefinition> existing(Lake lake) {
    Map<String, TableDefinition> all = new LinkedHashMap<>();
    for (TableDefinition table : LakeTable.values()) {
      all.put(table.folder(), table);
    }
    for (TableDefinition table : ResultTable.values()) {
      all.put(table.folder(), table);
    }
    List<TableDefinition> chosen = new ArrayList<>();
    for (String name : names.isEmpty() ? all.keySet() : names) {
      chosen.add(one(all, name));
    }
    chosen.removeIf(table -> !LakeTables.exists(lake, table));
    if (chosen.isEmpty()) {
      throw UsageException.of(
          "there is no lake in "
              + lake.root()
              + (names.isEmpty() ? "" : ", or it has no " + String.join(", ", names))
              + ": fill one with tapedeck ingest, or correct --lake");
    }
    return chosen;
  }

  private static TableDefinition one(Map<String, TableDefinition> all, String name) {
    TableDefinition table = all.get(name);
    if (table == null) { // results may be named without their folder
      table =
          Arrays.stream(ResultTable.values())
              .filter(result -> result.label().equals(name))
              .findFirst()
              .orElse(null);
    }
    if (table == null) {
      throw UsageException.of(
          "no table is named "
              + name
              + NearestName.of(name, all.keySet())
                  .map(near -> ": did you mean " + near + "?")
                  .orElse(""));
    }
    return table;
  }
}
