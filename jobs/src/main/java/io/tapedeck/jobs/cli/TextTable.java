package io.tapedeck.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table for people: a header, rows, numbers to the right. No line is wider than {@link
 * Console#WIDTH}.
 *
 * <p>Where the columns need more, the widest column of words gives way, and headings of numbers do;
 * what does not fit there is cut, or goes on below if the table wraps. Numbers stay whole: where
 * they leave no room, each row stands as a block, one line for each column.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_WORD_WIDTH = 8;
  private static final int LEAST_HEADING_WIDTH = 6;
  private static final int MOST_LABEL_WIDTH = 32;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d[\\d,.]*(E[-+]?\\d+)?|∞)( ?%)?|-|");

  private enum Overflow {
    CUT,
    WRAPPED
  }

  private final List<String> header;
  private final Overflow overflow;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header, Overflow overflow) {
    this.header = header;
    this.overflow = overflow;
  }

  /** A table whose words are cut where they do not fit. */
  public static TextTable of(String... header) {
    return new TextTable(List.of(header), Overflow.CUT);
  }

  /** A table whose words go on in the next line where they do not fit. */
  static TextTable wrapping(String... header) {
    return new TextTable(List.of(header), Overflow.WRAPPED);
  }

  /** Adds a row; one cell for each column. */
  public TextTable row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalStateException(
          "a row of " + cells.length + " cells in a table of " + header.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(cell -> Wrapped.plain(String.valueOf(cell))).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines of the table, the header first. */
  public List<String> lines() {
    return lines("");
  }

  /** The same behind an indent, which counts. */
  List<String> lines(String indent) {
    int room = Console.WIDTH - indent.length();
    boolean[] numeric = new boolean[header.size()];
    int[] widths = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      numeric[i] = isNumeric(i);
      widths[i] = Math.max(header.get(i).length(), cellWidth(i));
    }
    List<String> lines = new ArrayList<>();
    if (fits(widths, numeric, room)) {
      lines.addAll(lines(header, widths, numeric));
      rows.forEach(row -> lines.addAll(lines(row, widths, numeric)));
    } else if (rows.isEmpty()) {
      lines.addAll(Wrapped.text(String.join(GAP, header), room));
    } else {
      lines.addAll(blocks(room));
    }
    return lines.stream().map(line -> (indent + line).stripTrailing()).toList();
  }

  /** Prints all lines. */
  public void print(Console console) {
    lines().forEach(console::print);
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
  }

  private int cellWidth(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  /** Narrows columns until they fit; false if they cannot. */
  private boolean fits(int[] widths, boolean[] numeric, int room) {
    int[] least = new int[widths.length];
    for (int i = 0; i < widths.length; i++) {
      least[i] = numeric[i] ? Math.max(LEAST_HEADING_WIDTH, cellWidth(i)) : LEAST_WORD_WIDTH;
    }
    int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - room;
    for (; excess > 0; excess--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths[widest]--;
    }
    return true;
  }

  /** A row over as many lines as its tallest cell needs. */
  private List<String> lines(List<String> cells, int[] widths, boolean[] numeric) {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      columns.add(
          overflow == Overflow.WRAPPED
              ? Wrapped.text(cells.get(i), Math.max(2, widths[i]))
              : List.of(Wrapped.cut(cells.get(i), widths[i])));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(1);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
        String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
        text.append(i == 0 ? "" : GAP).append(numeric[i] ? space + cell : cell + space);
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  private List<String> blocks(int room) {
    int labels =
        Math.min(MOST_LABEL_WIDTH, header.stream().mapToInt(String::length).max().orElse(0));
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      for (int i = 0; i < row.size(); i++) {
        List<String> values = Wrapped.text(row.get(i), room - labels - GAP.length());
        String label = Wrapped.cut(header.get(i), labels);
        for (String value : values) {
          lines.add((label + " ".repeat(labels - label.length()) + GAP + value).stripTrailing());
          label = "";
        }
      }
    }
    return lines;
  }
}
