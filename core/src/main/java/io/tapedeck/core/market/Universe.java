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
   */
  public record Listing(Instrument instrument, boolean hasQuotes, boolean hasTrades)
      implements Serializable {}

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
