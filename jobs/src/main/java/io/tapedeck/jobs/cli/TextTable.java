package io.tapedeck.jobs.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: a header, rows, numbers to the right. Where it is wider than {@link
 * Console#WIDTH}, the widest column of words is cut; numbers never are.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_WORD_WIDTH = 8;

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  private TextTable(List<String> header) {
    this.header = header;
  }

  public static TextTable of(String... header) {
    return new TextTable(List.of(header));
  }

  /** Adds a row; one cell for each column. */
  public TextTable row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalStateException(
          "a row of " + cells.length + " cells in a table of " + header.size() + " columns");
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines of the table, the header first. */
  public List<String> lines() {
    int columns = header.size();
    int[] widths = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      numeric[i] = isNumeric(i);
      widths[i] = width(i);
    }
    fit(widths, numeric);
    List<String> lines = new ArrayList<>();
    lines.add(line(header, widths, numeric));
    rows.forEach(row -> lines.add(line(row, widths, numeric)));
    return lines;
  }

  /** Prints all lines. */
  public void print(Console console) {
    lines().forEach(console::print);
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.get(column).matches("[-+]?[\\d,.]+( ?%)?|-|"));
  }

  private int width(int column) {
    return rows.stream()
        .mapToInt(row -> row.get(column).length())
        .reduce(header.get(column).length(), Math::max);
  }

  private static void fit(int[] widths, boolean[] numeric) {
    int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - Console.WIDTH;
    while (excess > 0) {
      int widest = widestWords(widths, numeric);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      excess--;
    }
  }

  private static int widestWords(int[] widths, boolean[] numeric) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean canShrink = !numeric[i] && widths[i] > LEAST_WORD_WIDTH;
      if (canShrink && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private static String line(List<String> cells, int[] widths, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      String space = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : GAP).append(numeric[i] ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
  }
}
