package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.io.Serializable;

/**
 * What a format assumes of a symbol that nobody has described.
 *
 * @param currency currency of prices
 * @param priceQuantumE9 price of a tick in 1e-9, made finer if the data are; 0 to take the data's
 * @param sizeQuantumE9 size of a lot in 1e-9, made finer if the data are; 0 to take the data's
 * @param priceIncrementE9 smallest price step of the venue in 1e-9; 0 for one tick
 * @param calendar trading calendar
 */
record InstrumentDefaults(
    AssetClass assetClass,
    String currency,
    long priceQuantumE9,
    long sizeQuantumE9,
    long priceIncrementE9,
    String calendar)
    implements Serializable {
  private static final int E9 = 9;

  /** An instrument that counts the data exactly. */
  Instrument instrument(String symbol, Fineness found) {
    long priceE9 = finer(priceQuantumE9, found.price());
    long sizeE9 = finer(sizeQuantumE9, found.size());
    boolean stepped = priceIncrementE9 > priceE9 && priceIncrementE9 % priceE9 == 0;
    return new Instrument(
        symbol,
        assetClass,
        Currency.of(currency),
        priceE9,
        sizeE9,
        stepped ? priceIncrementE9 / priceE9 : 1,
        1,
        1,
        calendar);
  }

  /** A default instrument whose units may have to become finer for new data. */
  static Instrument refined(Instrument old, Fineness found) {
    long priceE9 = finer(old.priceQuantumE9(), found.price());
    long sizeE9 = finer(old.sizeQuantumE9(), found.size());
    return new Instrument(
        old.symbol(),
        old.assetClass(),
        old.currency(),
        priceE9,
        sizeE9,
        old.priceIncrementTicks() * (old.priceQuantumE9() / priceE9),
        old.sizeIncrementLots() * (old.sizeQuantumE9() / sizeE9),
        old.multiplier(),
        old.calendar());
  }

  /** The given quantum, or the unit of the last decimal where that is finer. */
  private static long finer(long quantumE9, int decimals) {
    long found = Decimals.power(E9 - decimals);
    if (quantumE9 == 0) {
      return found;
    }
    long smaller = Math.min(quantumE9, found);
    return quantumE9 % smaller == 0 ? smaller : 1;
  }
}
