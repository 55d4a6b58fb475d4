package io.tapedeck.lake.scan;

import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to read of a lake.
 *
 * @param symbols instruments, at least one; order and repeats do not matter
 * @param first first session date
 * @param last last session date, included; not before {@code first}
 * @param tables TRADES, QUOTES, BARS, SIGNALS; at least one of the first three
 * @param bars which bars; null unless BARS are read
 */
public record ScanRequest(
    List<String> symbols, LocalDate first, LocalDate last, Set<LakeTable> tables, BarSelection bars)
    implements Serializable {
  private static final Set<LakeTable> TICKS = Set.of(LakeTable.TRADES, LakeTable.QUOTES);
  private static final Set<LakeTable> MARKET =
      Set.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.BARS);

  public ScanRequest {
    symbols = symbols.stream().distinct().sorted().toList();
    Require.that(!symbols.isEmpty(), "a scan needs at least one symbol");
    Require.that(
        !first.isAfter(last), "the first date of a scan, %s, must not be after %s", first, last);
    Require.that(
        tables.stream().anyMatch(MARKET::contains),
        "a scan needs trades, quotes or bars, was asked for %s",
        tables);
    Require.that(
        tables.stream().allMatch(t -> MARKET.contains(t) || t == LakeTable.SIGNALS),
        "a scan reads trades, quotes, bars and signals, was asked for %s",
        tables);
    Require.that(
        tables.contains(LakeTable.BARS) == (bars != null),
        "a scan of bars must say which ones, and only that one does");
    tables = Set.copyOf(tables);
  }

  /** A request without bars. */
  public ScanRequest(List<String> symbols, LocalDate first, LocalDate last, Set<LakeTable> tables) {
    this(symbols, first, last, tables, null);
  }

  /** A request for the trades and quotes of these symbols. */
  public static ScanRequest ticks(List<String> symbols, LocalDate first, LocalDate last) {
    return new ScanRequest(symbols, first, last, TICKS);
  }

  /** The tables in the order of their ranks. */
  EnumSet<LakeTable> tablesInOrder() {
    return EnumSet.copyOf(tables);
  }
}
