package io.tapedeck.core.ledger;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random fills and instruments of the ledger's properties, and slow decimal money. */
final class Fills {
  private Fills() {}

  /**
   * A fill whose lots are signed, the mark after it, and what is charged for holding then.
   *
   * @param doubledMarkTicks twice the price of a mark
   * @param charge money, of either sign
   */
  record Fill(
      int strategy, long priceTicks, long lots, long fee, long doubledMarkTicks, long charge) {
    Side side() {
      return Side.of(lots);
    }

    void postTo(Ledger ledger, long nanos) {
      ledger.post(nanos, 0, side(), priceTicks, Math.abs(lots), fee);
    }
  }

  static Arbitrary<List<Fill>> lists() {
    Arbitrary<Long> lots = Arbitraries.longs().between(-40, 40).filter(count -> count != 0);
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.longs().between(1, 2_000_000),
            lots,
            Arbitraries.longs().between(0, 999),
            Arbitraries.longs().between(1, 4_000_000),
            Arbitraries.longs().between(-9_999, 9_999))
        .as(Fill::new)
        .list()
        .ofMaxSize(60);
  }

  /** Quanta that make every notional a fraction of the money unit, and ones that never do. */
  static Arbitrary<Instrument> instruments() {
    return Combinators.combine(
            Arbitraries.of(1L, 7L, 10_000_000L), Arbitraries.of(3L, 1_000L, 1_000_000_000L))
        .as(
            (price, size) ->
                new Instrument(
                    "XYZ", AssetClass.OTHER, Currency.USD, price, size, 1, 1, 1, "24/7"));
  }

  static BigDecimal notional(Instrument instrument, long priceTicks, long lots) {
    return value(instrument, 2 * priceTicks, lots);
  }

  /** Slow and obvious: decimal price times decimal size, in units of 1e-8, half to even. */
  static BigDecimal value(Instrument instrument, long doubledTicks, long lots) {
    return BigDecimal.valueOf(doubledTicks)
        .divide(BigDecimal.valueOf(2))
        .multiply(BigDecimal.valueOf(instrument.priceQuantumE9(), 9))
        .multiply(instrument.size(lots))
        .movePointRight(8)
        .setScale(0, RoundingMode.HALF_EVEN);
  }

  /** {@code money × part / whole}, half to even. */
  static BigDecimal share(BigDecimal money, long part, long whole) {
    return money
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN);
  }
}
