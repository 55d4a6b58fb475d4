package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.compare.ComparedRun;
import io.tapedeck.jobs.compare.Comparison;
import io.tapedeck.jobs.compare.Difference;
import io.tapedeck.jobs.compare.MetricLine;
import io.tapedeck.jobs.compare.Parting;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows comparisons to people; runs are called A, B, C and D. */
final class CompareText {
  private static final String MISSING = "(none)";
  private static final int SHORT_DIGEST = 12;

  private final Comparison comparison;
  private final List<String> letters = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  private CompareText(Comparison comparison) {
    this.comparison = comparison;
    for (int i = 0; i < comparison.runs().size(); i++) {
      letters.add(String.valueOf((char) ('A' + i)));
    }
  }

  /** The lines of a comparison. */
  static List<String> lines(Comparison comparison) {
    CompareText text = new CompareText(comparison);
    text.runs();
    text.verdicts();
    text.differences();
    text.metrics();
    text.partings();
    return text.lines;
  }

  private void runs() {
    for (int i = 0; i < letters.size(); i++) {
      ComparedRun run = comparison.runs().get(i);
      lines.addAll(
          Wrapped.beside(
              letters.get(i) + "  ",
              Wrapped.beginning(run.runId(), SweepText.SHORT_ID)
                  + "  "
                  + run.stored().text(Columns.STRATEGY)
                  + " on "
                  + RunSheet.symbols(run.stored())
                  + ", "
                  + run.stored().text(Columns.FIRST_DATE)
                  + " to "
                  + run.stored().text(Columns.LAST_DATE)
                  + ", "
                  + status(run)));
    }
  }

  private static String status(ComparedRun run) {
    String status = run.stored().text(Columns.STATUS).toLowerCase(Locale.ROOT);
    String reason = run.stored().text(Columns.REASON);
    return reason.isEmpty()
        ? status
        : status + ": " + reason + ": " + run.stored().text(Columns.DETAIL);
  }

  private void verdicts() {
    lines.add("");
    for (int i = 0; i < comparison.others().size(); i++) {
      String pair = "A and " + letters.get(i + 1) + ": ";
      lines.add(
          pair
              + switch (comparison.others().get(i).likeness()) {
                case SAME_RUN -> "the same run, bit for bit";
                case SAME_FIGURES ->
                    "same figures, other id: every order, fill and mark is the same";
                case SAME_ORDERS -> "same orders, fills and marks, other figures";
                case OTHER -> "other orders, fills or marks";
                case NO_FIGURES -> "figures are not compared: one of them has none";
              });
    }
  }

  private void differences() {
    lines.add("");
    if (comparison.differences().isEmpty()) {
      lines.add("Nothing of their question differs.");
      return;
    }
    lines.add("What differs:");
    List<String> header = new ArrayList<>(List.of("of the", "term"));
    header.addAll(letters);
    TextTable table = TextTable.wrapping(header.toArray(String[]::new));
    String section = "";
    for (Difference difference : comparison.differences()) {
      String name = difference.section().name().toLowerCase(Locale.ROOT);
      List<Object> cells = new ArrayList<>(List.of(name.equals(section) ? "" : name));
      cells.add(difference.key());
      difference.values().forEach(value -> cells.add(value(difference, value)));
      table.row(cells.toArray());
      section = name;
    }
    lines.addAll(table.lines());
    if (comparison.areOnlyVersionsOther()) {
      lines.add("The tables were read at other versions; the ticks in them were the same.");
    }
  }

  /** A digest by its beginning: it is either the same or quite another. */
  private static String value(Difference difference, String value) {
    boolean isDigest = difference.key().endsWith("digest");
    String text = value == null ? MISSING : value.isEmpty() ? "\"\"" : value;
    return isDigest ? Wrapped.cut(text, SHORT_DIGEST) : text;
  }

  private void metrics() {
    if (!comparison.isOneCurrency()) {
      lines.add("");
      lines.addAll(
          Wrapped.text(
              "Money is not compared: "
                  + String.join(
                      ", ",
                      comparison.runs().stream()
                          .map(run -> run.currency())
                          .distinct()
                          .sorted()
                          .toList())
                  + " are different currencies.",
              Console.WIDTH));
    }
    if (comparison.metrics().isEmpty()) {
      return;
    }
    boolean isPair = letters.size() == 2;
    List<String> header = new ArrayList<>(List.of("figure"));
    header.addAll(letters);
    TextTable values = table(header, isPair);
    TextTable differences = table(List.of("difference"), true);
    for (MetricLine line : comparison.metrics()) {
      List<Object> cells = new ArrayList<>(List.of(line.metric()));
      line.values().forEach(value -> cells.add(FigureText.of(line.metric(), value)));
      List<Object> less = new ArrayList<>(List.of(line.metric()));
      line.differences().forEach(each -> less.add(FigureText.difference(line.metric(), each)));
      if (isPair) {
        cells.add(less.get(1));
      }
      values.row(cells.toArray());
      differences.row(less.toArray());
    }
    lines.add("");
    lines.addAll(values.lines());
    if (!isPair) {
      lines.add("");
      lines.addAll(differences.lines());
    }
  }

  private TextTable table(List<String> header, boolean hasDifferences) {
    List<String> all = new ArrayList<>(header);
    if (hasDifferences) {
      letters.subList(1, letters.size()).forEach(letter -> all.add(letter + " - A"));
    }
    return TextTable.wrapping(all.toArray(String[]::new));
  }

  private void partings() {
    lines.add("");
    for (int i = 0; i < comparison.others().size(); i++) {
      Parting parting = comparison.others().get(i).parting().orElse(null);
      if (parting != null) {
        String pair = "A and " + letters.get(i + 1);
        lines.addAll(Wrapped.text(pair + sentence(parting), Console.WIDTH));
      }
    }
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
  }

  private static String sentence(Parting parting) {
    if (parting.sessions() == 0) {
      return " have no session with a kept equity in common (see record: daily).";
    }
    String sessions = parting.sessions() == 1 ? " session" : " sessions";
    return parting
        .first()
        .map(
            at ->
                " part on "
                    + at.date()
                    + ": equity "
                    + FigureText.of(Columns.EQUITY, at.equity())
                    + " and "
                    + FigureText.of(Columns.EQUITY, at.other())
                    + ", "
                    + FigureText.difference(Columns.EQUITY, at.other().subtract(at.equity()))
                    + " ("
                    + parting.sessions()
                    + sessions
                    + " in common).")
        .orElse(" have the same equity at each close of " + parting.sessions() + sessions + ".");
  }
}
