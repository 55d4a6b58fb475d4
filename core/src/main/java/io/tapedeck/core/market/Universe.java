package io.tapedeck.core.market;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The instruments of a run, in a fixed order, and what the tape has of each.
 *
 * @param listings at least one; symbols are distinct
 */
public record Universe(List<Listing> listings) implements Serializable {
  /**
   * An instrument on the tape.
   *
   * @param hasQuotes whether the tape has quotes of it: market orders then need a quote, and marks
   *     use the mid
   * @param hasTrades whether the tape has trades of it
   * @param hasBars whether the tape has bars of it: orders meet them where there are no ticks
   * @param hasAuctions whether the tape flags the official prints of its auctions
   * @param venue where it trades, for what differs from venue to venue; empty where it is not told
   */
  public record Listing(
      Instrument instrument,
      boolean hasQuotes,
      boolean hasTrades,
      boolean hasBars,
      boolean hasAuctions,
      String venue)
      implements Serializable {
    /** An instrument with ticks. */
    public Listing(Instrument instrument, boolean hasQuotes, boolean hasTrades) {
      this(instrument, hasQuotes, hasTrades, false, false, "");
    }

    /** Whether orders meet bars, for want of ticks. */
    public boolean isFilledByBars() {
      return hasBars && !hasQuotes && !hasTrades;
    }
  }

  public Universe {
    listings = List.copyOf(listings);
    Require.that(!listings.isEmpty(), "a universe needs at least one instrument");
    long distinct = listings.stream().map(l -> l.instrument().symbol()).distinct().count();
    Require.that(distinct == listings.size(), "symbols of a universe must be distinct");
  }

  public int size() {
    return listings.size();
  }

  public Instrument instrument(int index) {
    return listings.get(index).instrument();
  }

  public boolean hasQuotes(int index) {
    return listings.get(index).hasQuotes();
  }

  public boolean hasTrades(int index) {
    return listings.get(index).hasTrades();
  }

  /** Whether orders in this instrument meet bars, for want of ticks. */
  public boolean isFilledByBars(int index) {
    return listings.get(index).isFilledByBars();
  }

  /** Whether the tape flags the official prints of this instrument's auctions. */
  public boolean hasAuctions(int index) {
    return listings.get(index).hasAuctions();
  }

  /**
   * The index of this symbol.
   *
   * @throws IllegalArgumentException if it is not listed
   */
  public int indexOf(String symbol) {
    return IntStream.range(0, size())
        .filter(i -> instrument(i).symbol().equals(symbol))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no instrument " + symbol + " in this run"));
  }

  /**
   * Lots of an order of this size, for each instrument.
   *
   * @throws IllegalArgumentException if it does not fit one of them; names it
   */
  public long[] orderLots(BigDecimal size) {
    return listings.stream().mapToLong(listing -> listing.instrument().orderLots(size)).toArray();
  }
}
