package io.tapedeck.jobs.report.read;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.lake.table.Columns;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** A row of `runs`. */
record RunRow(Row row) {
  String runId() {
    return row.getAs(Columns.RUN_ID);
  }

  /** Instruments of the account, as one word. */
  String instruments() {
    return String.join(", ", row.<String>getList(row.fieldIndex(Columns.SYMBOLS)));
  }

  Map<String, String> parameters() {
    return new TreeMap<>(row.<String, String>getJavaMap(row.fieldIndex(Columns.PARAMETERS)));
  }

  Currency currency() {
    String code = row.getAs(Columns.CURRENCY);
    return code == null ? Currency.USD : Currency.of(code);
  }

  /** First and last session date, for reading. */
  String dates() {
    return row.getAs(Columns.FIRST_DATE) + " to " + row.getAs(Columns.LAST_DATE);
  }

  String text(String column) {
    Object value = row.getAs(column);
    return value == null ? "" : value.toString();
  }

  boolean isCompleted() {
    return text(Columns.STATUS).equals("COMPLETED");
  }

  IdentityFacts identity() {
    return new IdentityFacts(text(Columns.IDENTITY_JSON));
  }

  /** What makes the run the same again, elsewhere and later. */
  List<Fact> provenance() {
    return List.of(
        new Fact("Engine semantics", text(Columns.ENGINE_SEMANTICS)),
        new Fact("Digest of the strategy's classes", text(Columns.STRATEGY_DIGEST)),
        new Fact("Digest of the ticks", text(Columns.TAPE_DIGEST)),
        new Fact("Digest of the calendar", text(Columns.CALENDAR_DIGEST)));
  }

  List<DataVersion> dataVersions() {
    return new TreeMap<>(row.<String, Long>getJavaMap(row.fieldIndex(Columns.TABLE_VERSIONS)))
        .entrySet().stream()
            .map(version -> new DataVersion(version.getKey(), version.getValue()))
            .toList();
  }

  /** Sentences of all warnings that some run carries, each once, in their own order. */
  static List<String> warnings(Collection<RunRow> runs) {
    Set<RunWarning> warnings = EnumSet.noneOf(RunWarning.class);
    for (RunRow run : runs) {
      for (String name : run.row.<String>getList(run.row.fieldIndex(Columns.WARNINGS))) {
        warnings.add(RunWarning.valueOf(name));
      }
    }
    return warnings.stream().map(RunWarning::sentence).toList();
  }
}
