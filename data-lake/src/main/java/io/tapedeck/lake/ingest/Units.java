package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Instrument;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Ticks and lots of the instruments somebody has described; prices of others may be as fine. */
final class Units implements Serializable {
  private static final int E9_DECIMALS = 9;

  static final Units NONE = new Units(Map.of());

  private final TreeMap<String, Instrument> bySymbol;

  Units(Map<String, Instrument> bySymbol) {
    this.bySymbol = new TreeMap<>(bySymbol);
  }

  /** A checker for one thread, which remembers the last symbol. */
  Checker checker() {
    return new Checker();
  }

  /** Checks values of one symbol after the other; not thread-safe. */
  final class Checker {
    private String symbol;
    private long priceQuantumE9 = 1;
    private long sizeQuantumE9 = 1;

    @SuppressWarnings("ReferenceEquality") // texts come from a pool; the slow way is right as well
    boolean price(String symbol, long priceE9) {
      if (symbol != this.symbol) {
        aim(symbol);
      }
      return priceQuantumE9 == 1 || priceE9 % priceQuantumE9 == 0;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean size(String symbol, long sizeE9) {
      if (symbol != this.symbol) {
        aim(symbol);
      }
      return sizeQuantumE9 == 1 || sizeE9 % sizeQuantumE9 == 0;
    }

    /** As {@link #size(String, long)}, for sums of sizes, which may be too large for it. */
    @SuppressWarnings("ReferenceEquality")
    boolean size(String symbol, BigDecimal size) {
      if (symbol != this.symbol) {
        aim(symbol);
      }
      return sizeQuantumE9 == 1
          || size.remainder(BigDecimal.valueOf(sizeQuantumE9, E9_DECIMALS)).signum() == 0;
    }

    private void aim(String symbol) {
      Instrument instrument = bySymbol.get(symbol);
      this.symbol = symbol;
      priceQuantumE9 = instrument == null ? 1 : instrument.priceQuantumE9();
      sizeQuantumE9 = instrument == null ? 1 : instrument.sizeQuantumE9();
    }
  }
}
