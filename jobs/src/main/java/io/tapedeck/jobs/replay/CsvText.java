package io.tapedeck.jobs.replay;

import java.util.ArrayList;
import java.util.List;

/** Lines of a CSV file, quoted as RFC 4180 says, with line feeds. */
final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  CsvText(String... header) {
    columns = header.length;
    add((Object[]) header);
  }

  void add(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalStateException(cells.length + " cells for " + columns + " columns");
    }
    List<String> quoted = new ArrayList<>();
    for (Object cell : cells) {
      quoted.add(quoted(String.valueOf(cell)));
    }
    text.append(String.join(",", quoted)).append('\n');
  }

  private static String quoted(String cell) {
    return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
