package io.tapedeck.jobs.job;

import io.tapedeck.core.contract.Require;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Session dates, both ends included.
 *
 * @param first not after {@code last}
 * @param last not before {@code first}
 */
public record DateRange(LocalDate first, LocalDate last) {
  /** Every date the data has: far beyond any tape, and printable in every format. */
  public static final DateRange ALL =
      new DateRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  public DateRange {
    Require.that(!first.isAfter(last), "from (%s) must not be after to (%s)", first, last);
  }

  /** Whether it is bounded by what the data has and not by the job. */
  public boolean isAll() {
    return equals(ALL);
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /** The range of a key such as {@code dates: {from: ..., to: ...}}, if it is there. */
  public static Optional<DateRange> bind(Fields parent, String key) {
    return parent.group(key).map(DateRange::bind);
  }

  /** The range of a group of keys {@code from} and {@code to}. */
  public static DateRange bind(Fields range) {
    LocalDate from = range.date("from").orElse(ALL.first);
    LocalDate to = range.date("to").orElse(ALL.last);
    range.refuseOthers();
    if (from.isAfter(to)) {
      throw range.refusal("from", "(" + from + ") must not be after to (" + to + ")");
    }
    return new DateRange(from, to);
  }
}
