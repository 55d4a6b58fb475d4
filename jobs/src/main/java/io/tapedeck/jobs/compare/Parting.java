package io.tapedeck.jobs.compare;

import io.tapedeck.jobs.result.StoredRun;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The first session at whose close two runs had not the same equity.
 *
 * @param sessions sessions that both have; 0 if one of them kept no days, or they have none in
 *     common
 * @param first where they part; empty if they never do
 */
public record Parting(int sessions, Optional<At> first) {
  /**
   * A session with the equity of both.
   *
   * @param date session date
   * @param equity of the first run, in its currency
   * @param other of the other, in the same
   */
  public record At(String date, BigDecimal equity, BigDecimal other) {}

  static Parting of(StoredRun first, StoredRun other) {
    SortedMap<String, BigDecimal> equity = equity(first);
    SortedMap<String, BigDecimal> others = equity(other);
    equity.keySet().retainAll(others.keySet());
    Optional<At> parts =
        equity.entrySet().stream()
            .filter(day -> day.getValue().compareTo(others.get(day.getKey())) != 0)
            .findFirst()
            .map(day -> new At(day.getKey(), day.getValue(), others.get(day.getKey())));
    return new Parting(equity.size(), parts);
  }

  private static SortedMap<String, BigDecimal> equity(StoredRun run) {
    SortedMap<String, BigDecimal> equity = new TreeMap<>();
    for (Map<String, Object> day : run.daily()) {
      equity.put(day.get(Columns.DATE).toString(), (BigDecimal) day.get(Columns.EQUITY));
    }
    return equity;
  }
}
