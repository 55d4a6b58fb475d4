package io.tapedeck.jobs.cli;

import io.tapedeck.lake.history.PinnedVersions;
import io.tapedeck.lake.history.TableHistory;
import io.tapedeck.lake.history.TableHistory.TableVersion;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** {@code tables --history}: versions, and whether those that are pinned can still be read. */
final class HistoryCheck {
  private static final int SHOWN = 8;

  private final Console console;
  private final List<Map<String, Object>> answers = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final TextTable summary =
      TextTable.of("table", "latest", "readable from", "pinned", "missing");
  private final TextTable commits = TextTable.of("table", "version", "time", "operation");

  private HistoryCheck(Console console) {
    this.console = console;
  }

  static ExitCode run(
      Console console, Lake lake, String root, List<? extends TableDefinition> tables) {
    HistoryCheck check = new HistoryCheck(console);
    PinnedVersions pinned = PinnedVersions.load(lake);
    for (TableDefinition table : tables) {
      check.add(table.folder(), TableHistory.of(lake, table), pinned.of(table));
    }
    return check.end(root);
  }

  private void add(String table, TableHistory history, SortedMap<Long, PinnedVersions.Pin> pinned) {
    List<Long> missing =
        pinned.keySet().stream().filter(version -> !history.isReadable(version)).toList();
    for (long version : missing) {
      problems.add(
          "version %d of %s cannot be read, which %s needs: %s"
              .formatted(version, table, pinned.get(version), history.problemOf(version)));
    }
    Long oldest =
        history.oldestReadable().isPresent() ? history.oldestReadable().getAsLong() : null;
    summary.row(
        table,
        history.latest(),
        oldest == null ? "-" : oldest,
        pinned.size(),
        missing.isEmpty() ? "-" : missing);
    List<TableVersion> versions = history.versions();
    for (TableVersion each :
        versions.subList(Math.max(0, versions.size() - SHOWN), versions.size())) {
      commits.row(table, each.version(), each.time(), each.operation());
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("table", table);
    answer.put("versions", versions);
    answer.put("oldest_readable", oldest);
    answer.put("latest", history.latest());
    answer.put("pinned", pinned.keySet());
    answer.put("missing", missing);
    answers.add(answer);
  }

  private ExitCode end(String root) {
    commits.print(console);
    console.print("");
    summary.print(console);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("tables", answers);
    answer.put("problems", problems);
    console.json(answer);
    if (problems.isEmpty()) {
      return ExitCode.DONE;
    }
    console.note(
        "tapedeck tables: "
            + problems.get(0)
            + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)")
            + "; bring the files back from a copy of the lake");
    return ExitCode.REFUSED;
  }
}
