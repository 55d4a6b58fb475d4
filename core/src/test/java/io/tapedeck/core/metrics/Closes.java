package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Books at session closes of which only date and equity matter. */
final class Closes {
  private Closes() {}

  /** One session a calendar day from 2 January 2024 on. */
  static List<DailyEquity> of(long... equities) {
    return from(LocalDate.of(2024, 1, 2), equities);
  }

  static List<DailyEquity> from(LocalDate first, long... equities) {
    List<DailyEquity> daily = new ArrayList<>();
    for (long equity : equities) {
      daily.add(new DailyEquity(first.plusDays(daily.size()), equity, equity, 0, 0, 50_000, 5, 10));
    }
    return daily;
  }
}
