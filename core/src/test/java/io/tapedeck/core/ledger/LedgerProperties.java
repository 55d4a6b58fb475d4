package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.ledger.Fills.notional;
import static io.tapedeck.core.ledger.Fills.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.ledger.Fills.Fill;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerProperties {
  private static final long START = 1_000_000_000_000L;

  @Provide
  Arbitrary<List<Fill>> fills() {
    return Fills.lists();
  }

  @Provide
  Arbitrary<Instrument> instruments() {
    return Fills.instruments();
  }

  @Property(tries = 500)
  void moneyIsConservedAtEveryEvent(
      @ForAll CostMethod method,
      @ForAll("instruments") Instrument instrument,
      @ForAll("fills") List<Fill> fills) {
    List<RoundTrip> trips = new ArrayList<>();
    Ledger ledger = new Ledger(quoted(instrument), START, method, trips::add);
    BigDecimal cash = BigDecimal.valueOf(START);
    long held = 0;
    for (Fill fill : fills) {
      fill.postTo(ledger, 0);
      cash =
          cash.subtract(notional(instrument, fill.priceTicks(), fill.lots()))
              .subtract(BigDecimal.valueOf(fill.fee()));
      held += fill.lots();

      assertThat(ledger.cash()).isEqualTo(cash.longValueExact());
      assertThat(ledger.lots(0)).isEqualTo(held);
      assertThat(held != 0 || ledger.basis() == 0).isTrue();
      cashPlusBasisIsStartPlusRealisedLessFeesLessFinancing(ledger);

      ledger.finance(held == 0 ? Ledger.CASH : 0, fill.charge());
      cash = cash.subtract(BigDecimal.valueOf(fill.charge()));

      assertThat(ledger.cash()).isEqualTo(cash.longValueExact());
      cashPlusBasisIsStartPlusRealisedLessFeesLessFinancing(ledger);
      tripsAddUpToTheLedger(ledger, trips, fill.doubledMarkTicks());
    }
  }

  private static void cashPlusBasisIsStartPlusRealisedLessFeesLessFinancing(Ledger ledger) {
    assertThat(ledger.cash() + ledger.basis())
        .isEqualTo(START + ledger.realised() - ledger.fees() - ledger.financing());
  }

  private static void tripsAddUpToTheLedger(
      Ledger ledger, List<RoundTrip> closed, long doubledMarkTicks) {
    List<RoundTrip> trips = new ArrayList<>(closed);
    ledger.addOpenTrips(0, 0, doubledMarkTicks, trips);
    long unrealised = ledger.position(0).valueAt(doubledMarkTicks) - ledger.basis();

    assertThat(closed.stream().mapToLong(RoundTrip::fees).sum()).isLessThanOrEqualTo(ledger.fees());
    assertThat(trips.stream().mapToLong(RoundTrip::fees).sum()).isEqualTo(ledger.fees());
    assertThat(trips.stream().mapToLong(RoundTrip::profit).sum())
        .isEqualTo(ledger.realised() + unrealised);
    assertThat(trips)
        .allSatisfy(
            trip -> assertThat(trip.profit()).isBetween(-trip.maxAdverse(), trip.maxFavourable()));
  }

  @Property(tries = 500)
  void aMarkIsTheExactValueRoundedOnce(
      @ForAll("instruments") Instrument instrument, @ForAll("fills") List<Fill> fills) {
    Ledger ledger = new Ledger(quoted(instrument), START, CostMethod.AVERAGE, trip -> {});
    for (Fill fill : fills) {
      fill.postTo(ledger, 0);
      long doubledTicks = fill.doubledMarkTicks();

      assertThat(ledger.position(0).valueAt(doubledTicks))
          .isEqualTo(value(instrument, doubledTicks, ledger.lots(0)).longValueExact());
    }
  }

  /** Looks at every mark and every fill, where the ledger looks at extremes between fills. */
  @Property(tries = 500)
  void excursionsAtAverageCostAreTheExtremesOfAllLooks(
      @ForAll("instruments") Instrument instrument, @ForAll("fills") List<Fill> fills) {
    List<RoundTrip> trips = new ArrayList<>();
    Ledger ledger = new Ledger(quoted(instrument), START, CostMethod.AVERAGE, trips::add);
    List<Long> looks = new ArrayList<>();
    long before = 0;
    for (Fill fill : fills) {
      long held = ledger.lots(0);
      if (held == 0) {
        before = ledger.realised();
        looks = new ArrayList<>(List.of(0L));
      }
      boolean isTurning = held != 0 && Long.signum(held + fill.lots()) == -Long.signum(held);
      long lots = isTurning ? held : fill.lots(); // of a turning fill only what closes
      ledger.post(0, 0, fill.side(), fill.priceTicks(), Math.abs(lots), fill.fee());
      looks.add(profit(ledger, 2 * fill.priceTicks()) - before);
      if (ledger.lots(0) == 0) {
        RoundTrip trip = trips.get(trips.size() - 1);
        assertThat(trip.maxAdverse()).isEqualTo(-Collections.min(looks));
        assertThat(trip.maxFavourable()).isEqualTo(Collections.max(looks));
      } else {
        for (long mark : new long[] {fill.doubledMarkTicks(), 2 * fill.priceTicks()}) {
          ledger.position(0).observe(mark);
          looks.add(profit(ledger, mark) - before);
        }
      }
    }
  }

  private static long profit(Ledger ledger, long doubledTicks) {
    return ledger.realised() + ledger.position(0).valueAt(doubledTicks) - ledger.basis();
  }
}
