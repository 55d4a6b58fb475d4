package io.tapedeck.lake.scan;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All a task needs to read a part of the lake as it was when it was planned: file names, units,
 * sessions. What is written to the lake afterwards does not change it.
 *
 * @param first first session date
 * @param last last session date, included
 * @param versions version of each table that was looked at; a table that does not exist has none
 * @param universe instruments in the order of their symbols, and what the whole scan has of each
 * @param calendars sessions by calendar, from some before the first date to the last date
 * @param streams streams of the whole scan, in order: the place is the number on the tape
 * @param partitions in the order of table, symbol and date
 */
public record PinnedScan(
    LocalDate first,
    LocalDate last,
    Map<LakeTable, Long> versions,
    Universe universe,
    Map<String, List<Session>> calendars,
    List<StreamKey> streams,
    List<TickPartition> partitions)
    implements Serializable {
  public PinnedScan {
    versions = Collections.unmodifiableMap(new EnumMap<>(versions));
    calendars = Collections.unmodifiableMap(new TreeMap<>(calendars));
    streams = List.copyOf(streams);
    partitions = List.copyOf(partitions);
  }

  /** Number of rows to read; of bars, those of whole months, of signals, those of whole years. */
  public long rows() {
    return partitions.stream().mapToLong(TickPartition::rows).sum();
  }

  /** Bytes of all files. */
  public long bytes() {
    return partitions.stream()
        .flatMap(partition -> partition.files().stream())
        .distinct()
        .mapToLong(DataFile::bytes)
        .sum();
  }

  /** Instruments, sorted. */
  public List<String> symbols() {
    return universe.listings().stream().map(l -> l.instrument().symbol()).toList();
  }

  /** Session dates with trades or quotes, and those of months with bars, in order. */
  public List<LocalDate> dates() {
    return partitions.stream()
        .filter(p -> p.table() != LakeTable.SIGNALS)
        .flatMap(p -> p.table() == LakeTable.BARS ? datesOfMonth(p) : Stream.of(p.date()))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<LocalDate> datesOfMonth(TickPartition bars) {
    YearMonth month = YearMonth.from(bars.date());
    return sessions(bars.symbol()).stream()
        .map(Session::date)
        .filter(date -> YearMonth.from(date).equals(month));
  }

  /** Sessions of an instrument's calendar from the first date to the last. */
  public List<Session> sessions(String symbol) {
    return calendarOf(symbol).stream()
        .filter(s -> !s.date().isBefore(first) && !s.date().isAfter(last))
        .toList();
  }

  /**
   * The part of this scan for a unit of work. Streams keep their numbers and instruments what the
   * whole scan says they have.
   *
   * @param symbols some of this scan's
   * @param first first session date; not before this scan's
   * @param last last session date, included; not after this scan's
   */
  public PinnedScan restrictTo(Collection<String> symbols, LocalDate first, LocalDate last) {
    Require.that(
        !first.isBefore(this.first) && !last.isAfter(this.last) && !first.isAfter(last),
        "a scan of %s to %s has no part from %s to %s",
        this.first,
        this.last,
        first,
        last);
    Set<String> kept = new TreeSet<>(symbols);
    kept.forEach(universe::indexOf);
    return new PinnedScan(
        first,
        last,
        versions,
        new Universe(
            universe.listings().stream()
                .filter(l -> kept.contains(l.instrument().symbol()))
                .toList()),
        calendars,
        streams,
        partitions.stream()
            .filter(p -> kept.contains(p.symbol()) && isIn(p, first, last))
            .toList());
  }

  /** The last nanosecond before the signals of this scan: a close before its first date. */
  long signalsAfterNanos(String symbol) {
    return closeOnOrBefore(symbol, first.minusDays(1));
  }

  /** The last nanosecond of the signals of this scan: the close of its last session. */
  long signalsUntilNanos(String symbol) {
    return closeOnOrBefore(symbol, last);
  }

  private long closeOnOrBefore(String symbol, LocalDate date) {
    return calendarOf(symbol).stream()
        .filter(s -> !s.date().isAfter(date))
        .mapToLong(Session::closeNanos)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  private List<Session> calendarOf(String symbol) {
    String calendar = universe.instrument(universe.indexOf(symbol)).calendar();
    return calendars.getOrDefault(calendar, List.of());
  }

  private static boolean isIn(TickPartition partition, LocalDate first, LocalDate last) {
    if (partition.table() == LakeTable.SIGNALS) {
      int year = partition.date().getYear();
      return year >= References.calendarStart(first).getYear() && year <= last.getYear();
    }
    LocalDate start = partition.table() == LakeTable.BARS ? first.withDayOfMonth(1) : first;
    return !partition.date().isBefore(start) && !partition.date().isAfter(last);
  }
}
