package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.result.StoredRun;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows a stored run to people: what it was, its figures, its days, its risk events. */
final class RunSheet {
  private static final int MOST_RISK_EVENTS = 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int LABEL_WIDTH = 24;
  private static final DateTimeFormatter NANOSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> NOT_SHOWN =
      List.of(
          Columns.RUN_ID,
          Columns.COMMIT_ID,
          Columns.IDENTITY_JSON,
          Columns.PARAMETERS_JSON,
          Columns.ASSUMPTIONS_JSON);

  private RunSheet() {}

  /** All lines of a run. */
  static List<String> lines(StoredRun stored, List<Map<String, Object>> riskEvents) {
    List<String> lines = new ArrayList<>();
    lines.add("run " + stored.runId());
    stored
        .run()
        .forEach(
            (name, value) -> {
              if (!NOT_SHOWN.contains(name)) {
                lines.addAll(labelled(name, value));
              }
            });
    if (!stored.metrics().isEmpty()) {
      lines.add("");
      stored
          .metrics()
          .forEach(
              (name, value) -> {
                if (!name.equals(Columns.RUN_ID)) {
                  lines.addAll(
                      labelled(name, value instanceof Map ? value : FigureText.of(name, value)));
                }
              });
    }
    if (!stored.daily().isEmpty()) {
      lines.add("");
      lines.addAll(days(stored.daily()));
    }
    if (!riskEvents.isEmpty()) {
      lines.add("");
      lines.addAll(riskEvents(riskEvents));
    }
    return lines;
  }

  /**
   * A name with its value beside it: a line for each key of a map, each warning as its sentence,
   * nothing for what is null or has no entries.
   */
  static List<String> labelled(String name, Object value) {
    return labelledEach(name, texts(name, value));
  }

  /** A name with texts beside it, one below the other. */
  static List<String> labelledEach(String name, List<String> texts) {
    List<String> lines = new ArrayList<>();
    for (String text : texts) {
      String label = lines.isEmpty() ? name : "";
      String head = String.format(Locale.ROOT, "  %-" + LABEL_WIDTH + "s ", label);
      lines.addAll(Wrapped.beside(head, text));
    }
    return lines;
  }

  /** Nanoseconds since the epoch as {@code 2024-01-08T14:30:00.000000001Z}. */
  static String time(long nanos) {
    return NANOSECONDS.format(
        Instant.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND)));
  }

  /** The instruments of a run in one word. */
  static String symbols(StoredRun stored) {
    return stored.run().get(Columns.SYMBOLS) instanceof List<?> symbols
        ? String.join("+", symbols.stream().map(String::valueOf).toList())
        : "";
  }

  private static List<String> texts(String name, Object value) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + " = " + plain(entry.getValue()))
          .toList();
    }
    if (value instanceof List<?> list) {
      List<String> texts = list.stream().map(String::valueOf).toList();
      if (name.equals(Columns.WARNINGS)) {
        return texts.stream().map(SweepText::sentence).toList();
      }
      return texts.isEmpty() ? texts : List.of(String.join(", ", texts));
    }
    return List.of(plain(value));
  }

  private static String plain(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }

  private static List<String> days(List<Map<String, Object>> daily) {
    String[] amounts = {
      Columns.EQUITY,
      Columns.CASH,
      Columns.REALISED,
      Columns.FEES,
      Columns.FINANCING,
      Columns.NOTIONAL_TRADED
    };
    TextTable table =
        TextTable.of("date", "equity", "cash", "realised", "fees", "financing", "traded");
    for (Map<String, Object> day : daily) {
      List<Object> cells = new ArrayList<>(List.of(day.get(Columns.DATE)));
      for (String amount : amounts) {
        cells.add(FigureText.of(amount, day.get(amount)));
      }
      table.row(cells.toArray());
    }
    return table.lines();
  }

  private static List<String> riskEvents(List<Map<String, Object>> events) {
    TextTable table =
        TextTable.of("risk event", "at (UTC)", "order", "symbol", "why", "measured", "limit");
    for (Map<String, Object> event : events.subList(0, Math.min(events.size(), MOST_RISK_EVENTS))) {
      table.row(
          event.get(Columns.EVENT) == null ? "DENIED" : event.get(Columns.EVENT),
          time((Long) event.get(Columns.TS_EVENT)),
          event.get(Columns.ORDER_ID),
          event.get(Columns.SYMBOL) == null ? "" : event.get(Columns.SYMBOL),
          event.get(Columns.REASON),
          FigureText.of(Columns.MEASURED, event.get(Columns.MEASURED)),
          FigureText.of(Columns.LIMIT_VALUE, event.get(Columns.LIMIT_VALUE)));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (events.size() > MOST_RISK_EVENTS) {
      lines.add("and " + (events.size() - MOST_RISK_EVENTS) + " more in risk_events");
    }
    return lines;
  }
}
