package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerProperties {
  private static final long START = 1_000_000_000_000L;

  /** A fill whose lots are signed. */
  record Fill(long priceTicks, long lots, long fee) {
    Side side() {
      return Side.of(lots);
    }
  }

  @Provide
  Arbitrary<List<Fill>> fills() {
    Arbitrary<Long> lots = Arbitraries.longs().between(-40, 40).filter(count -> count != 0);
    return Combinators.combine(
            Arbitraries.longs().between(1, 2_000_000), lots, Arbitraries.longs().between(0, 999))
        .as(Fill::new)
        .list()
        .ofMaxSize(60);
  }

  /** Quanta that make every notional a fraction of the money unit, and ones that never do. */
  @Provide
  Arbitrary<Instrument> instruments() {
    return Combinators.combine(
            Arbitraries.of(1L, 7L, 10_000_000L), Arbitraries.of(3L, 1_000L, 1_000_000_000L))
        .as(
            (price, size) ->
                new Instrument(
                    "XYZ", AssetClass.OTHER, Currency.USD, price, size, 1, 1, 1, "24/7"));
  }

  @Property(tries = 500)
  void moneyIsConservedAtEveryFill(
      @ForAll("instruments") Instrument instrument, @ForAll("fills") List<Fill> fills) {
    List<RoundTrip> trips = new ArrayList<>();
    Ledger ledger = new Ledger(quoted(instrument), START, trips::add);
    BigDecimal cash = BigDecimal.valueOf(START);
    long held = 0;
    for (Fill fill : fills) {
      ledger.post(0, 0, fill.side(), fill.priceTicks(), Math.abs(fill.lots()), fill.fee());
      cash =
          cash.subtract(notional(instrument, fill.priceTicks(), fill.lots()))
              .subtract(BigDecimal.valueOf(fill.fee()));
      held += fill.lots();

      assertThat(ledger.cash()).isEqualTo(cash.longValueExact());
      assertThat(ledger.lots(0)).isEqualTo(held);
      assertThat(ledger.cash() + ledger.basis())
          .isEqualTo(START + ledger.realised() - ledger.fees());
      assertThat(held != 0 || ledger.basis() == 0).isTrue();
    }
    tripsAddUpToTheLedger(ledger, trips);
  }

  private static void tripsAddUpToTheLedger(Ledger ledger, List<RoundTrip> trips) {
    long profit = trips.stream().mapToLong(RoundTrip::profit).sum();
    long fees = trips.stream().mapToLong(RoundTrip::fees).sum();
    if (ledger.lots(0) != 0) {
      RoundTrip open = ledger.openTrip(0, 0, 0);
      profit += open.profit() + ledger.basis(); // a mark of zero: unrealised is minus the basis
      fees += open.fees();
    }
    assertThat(profit).isEqualTo(ledger.realised());
    assertThat(fees).isEqualTo(ledger.fees());
  }

  @Property(tries = 500)
  void aMarkIsTheExactValueRoundedOnce(
      @ForAll("instruments") Instrument instrument, @ForAll("fills") List<Fill> fills) {
    Ledger ledger = new Ledger(quoted(instrument), START, trip -> {});
    for (Fill fill : fills) {
      ledger.post(0, 0, fill.side(), fill.priceTicks(), Math.abs(fill.lots()), fill.fee());
      long doubledTicks = 2 * fill.priceTicks() + 1;

      assertThat(ledger.position(0).valueAt(doubledTicks))
          .isEqualTo(value(instrument, doubledTicks, ledger.lots(0)).longValueExact());
    }
  }

  private static BigDecimal notional(Instrument instrument, long priceTicks, long lots) {
    return value(instrument, 2 * priceTicks, lots);
  }

  /** Slow and obvious: decimal price times decimal size, in units of 1e-8, half to even. */
  private static BigDecimal value(Instrument instrument, long doubledTicks, long lots) {
    return BigDecimal.valueOf(doubledTicks)
        .divide(BigDecimal.valueOf(2))
        .multiply(BigDecimal.valueOf(instrument.priceQuantumE9(), 9))
        .multiply(instrument.size(lots))
        .movePointRight(8)
        .setScale(0, RoundingMode.HALF_EVEN);
  }
}
