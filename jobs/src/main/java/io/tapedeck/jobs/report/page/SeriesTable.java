package io.tapedeck.jobs.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Series over common times: where one has no value, there is null. */
final class SeriesTable {
  private record Series(String label, String style) {}

  private final List<Series> columns = new ArrayList<>();
  private final TreeMap<Long, Map<Integer, Object>> rows = new TreeMap<>();

  /** Adds a series, drawn in the style of this name, and gives its place. */
  int column(String label, String style) {
    columns.add(new Series(label, style));
    return columns.size() - 1;
  }

  /** Puts a value; null for none. */
  void put(long seconds, int column, Object value) {
    rows.computeIfAbsent(seconds, unused -> new LinkedHashMap<>()).put(column, value);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** What the script draws. */
  Map<String, Object> chart(String id, String unit) {
    List<Map<String, Object>> series = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("label", columns.get(i).label());
      each.put("style", columns.get(i).style());
      List<Object> values = new ArrayList<>();
      rows.values().forEach(row -> values.add(row.get(column)));
      each.put("values", values);
      series.add(each);
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("id", id);
    chart.put("unit", unit);
    chart.put("seconds", List.copyOf(rows.keySet()));
    chart.put("series", series);
    return chart;
  }
}
