package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.quality.QualityFinding;
import io.tapedeck.jobs.quality.QualityJob;
import io.tapedeck.jobs.quality.QualityReport;
import io.tapedeck.jobs.quality.QualityRequest;
import io.tapedeck.jobs.quality.SessionQuality;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The quality gate: {@code check --data}. */
final class DataCheck {
  private static final int SHOWN = 40;

  private DataCheck() {}

  static ExitCode run(Console console, String root, QualityRequest request) {
    Lake lake = Lake.at(SessionFactory.open("check"), root);
    boolean isLake =
        LakeTables.exists(lake, LakeTable.TRADES) || LakeTables.exists(lake, LakeTable.QUOTES);
    if (!isLake) {
      throw UsageException.of(
          "there are no ticks in " + root + ": take some with tapedeck ingest, or correct --lake");
    }
    QualityReport report = QualityJob.run(lake, request);
    print(console, report);
    console.json(answer(root, report));
    if (report.isPassed()) {
      return ExitCode.DONE;
    }
    console.note(
        "tapedeck check: the data fails with "
            + report.findings().size()
            + (report.findings().size() == 1 ? " finding: " : " findings, the first: ")
            + report.findings().get(0).line());
    return ExitCode.REFUSED;
  }

  private static void print(Console console, QualityReport report) {
    List<SessionQuality> worst = worstFirst(report);
    if (!worst.isEmpty()) {
      TextTable table =
          TextTable.of(
              "symbol",
              "date",
              "rows",
              "crossed",
              "one-sided",
              "gap s",
              "outside",
              "quarantined",
              "verdict");
      Set<String> bad = failed(report);
      worst.stream().limit(SHOWN).forEach(tape -> addRow(table, tape, bad));
      table.print(console);
    }
    if (worst.size() > SHOWN) {
      console.print("... and " + (worst.size() - SHOWN) + " more; --json lists all");
    }
    report.findings().stream().limit(SHOWN).forEach(finding -> console.print(finding.line()));
    if (report.sessions() == 0) {
      console.print("no session on these dates: nothing was to be expected");
    }
    console.print(report.isPassed() ? "pass" : "fail");
  }

  private static void addRow(TextTable table, SessionQuality tape, Set<String> bad) {
    boolean hasQuotes = tape.counts().quotes() > 0;
    table.row(
        tape.symbol(),
        tape.date(),
        tape.rows(),
        hasQuotes ? percent(tape.crossedShare()) : "-",
        hasQuotes ? percent(tape.oneSidedShare()) : "-",
        String.format(Locale.ROOT, "%.1f", tape.longestGapSeconds()),
        percent(tape.outOfSessionShare()),
        percent(tape.quarantinedShare()),
        bad.contains(key(tape.symbol(), tape.date())) ? "fail" : "pass");
  }

  /** Those with findings, then the others, each by symbol and date. */
  private static List<SessionQuality> worstFirst(QualityReport report) {
    Set<String> bad = failed(report);
    return report.tapes().stream()
        .sorted(
            java.util.Comparator.comparing(
                tape -> bad.contains(key(tape.symbol(), tape.date())) ? 0 : 1))
        .toList();
  }

  private static Set<String> failed(QualityReport report) {
    TreeSet<String> keys = new TreeSet<>();
    report.findings().forEach(finding -> keys.add(key(finding.symbol(), finding.date())));
    return keys;
  }

  private static String key(String symbol, LocalDate date) {
    return symbol + " " + date;
  }

  private static Map<String, Object> answer(String root, QualityReport report) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("lake", root);
    answer.put("verdict", report.isPassed() ? "pass" : "fail");
    answer.put("sessions", report.sessions());
    answer.put("findings", report.findings().stream().map(DataCheck::jsonable).toList());
    answer.put("tapes", report.tapes().stream().map(DataCheck::jsonable).toList());
    return answer;
  }

  private static Map<String, Object> jsonable(QualityFinding finding) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("symbol", finding.symbol());
    values.put("date", finding.date());
    values.put("what", finding.what().name().toLowerCase(Locale.ROOT));
    values.put("value", finding.value());
    values.put("limit", finding.limit());
    return values;
  }

  private static Map<String, Object> jsonable(SessionQuality tape) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("symbol", tape.symbol());
    values.put("date", tape.date());
    values.put("is_session", tape.isSession());
    values.put("rows", tape.rows());
    values.put("trades", tape.counts().trades());
    values.put("quotes", tape.counts().quotes());
    values.put("crossed_share", tape.crossedShare());
    values.put("one_sided_share", tape.oneSidedShare());
    values.put("out_of_session_share", tape.outOfSessionShare());
    values.put("longest_gap_seconds", tape.longestGapSeconds());
    values.put("quarantined_share", tape.quarantinedShare());
    return values;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * share);
  }
}
