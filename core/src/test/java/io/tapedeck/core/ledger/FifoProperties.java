package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.ledger.Fills.notional;
import static io.tapedeck.core.ledger.Fills.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.ledger.Fills.Fill;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FifoProperties {
  @Provide
  Arbitrary<List<Fill>> fills() {
    return Fills.lists();
  }

  @Provide
  Arbitrary<Instrument> instruments() {
    return Fills.instruments();
  }

  /** A slow and obvious ledger: a list of lots in decimals, each with all prices it has seen. */
  private static final class SlowFifo {
    private static final class Lot {
      private final long nanos;
      private final long priceTicks;
      private final List<Long> seen = new ArrayList<>();
      private long lots; // signed
      private BigDecimal basis;
      private BigDecimal fee;

      Lot(long nanos, long priceTicks, long lots, BigDecimal basis, BigDecimal fee) {
        this.nanos = nanos;
        this.priceTicks = priceTicks;
        this.lots = lots;
        this.basis = basis;
        this.fee = fee;
      }
    }

    private final Instrument instrument;
    private final List<Lot> held = new ArrayList<>();
    private final List<RoundTrip> trips = new ArrayList<>();
    private BigDecimal realised = BigDecimal.ZERO;

    SlowFifo(Instrument instrument) {
      this.instrument = instrument;
    }

    void post(long nanos, Fill fill) {
      BigDecimal money = notional(instrument, fill.priceTicks(), Math.abs(fill.lots()));
      BigDecimal fee = BigDecimal.valueOf(fill.fee());
      long openLots = held.stream().mapToLong(lot -> lot.lots).sum();
      boolean isClosing = Long.signum(openLots) == -Long.signum(fill.lots());
      long closed = isClosing ? Math.min(Math.abs(openLots), Math.abs(fill.lots())) : 0;
      BigDecimal closingMoney = Fills.share(money, closed, Math.abs(fill.lots()));
      BigDecimal closingFee = Fills.share(fee, closed, Math.abs(fill.lots()));
      close(nanos, fill, closed, closingMoney, closingFee);
      see(2 * fill.priceTicks());
      long opened = (Math.abs(fill.lots()) - closed) * fill.side().sign();
      if (opened != 0) {
        BigDecimal basis =
            money.subtract(closingMoney).multiply(BigDecimal.valueOf(fill.side().sign()));
        held.add(new Lot(nanos, fill.priceTicks(), opened, basis, fee.subtract(closingFee)));
        held.get(held.size() - 1).seen.add(2 * fill.priceTicks());
      }
    }

    private void close(long nanos, Fill fill, long lots, BigDecimal money, BigDecimal fee) {
      long restLots = lots;
      BigDecimal restMoney = money;
      BigDecimal restFee = fee;
      while (restLots > 0) {
        Lot oldest = held.get(0);
        long part = Math.min(restLots, Math.abs(oldest.lots));
        BigDecimal partMoney = Fills.share(restMoney, part, restLots);
        BigDecimal partFee = Fills.share(restFee, part, restLots);
        BigDecimal basis = Fills.share(oldest.basis, part, Math.abs(oldest.lots));
        BigDecimal entryFee = Fills.share(oldest.fee, part, Math.abs(oldest.lots));
        BigDecimal gain =
            partMoney.multiply(BigDecimal.valueOf(-fill.side().sign())).subtract(basis);
        long signedPart = part * Long.signum(oldest.lots);
        trips.add(trip(oldest, signedPart, basis, nanos, fill, gain, entryFee.add(partFee)));
        realised = realised.add(gain);
        oldest.lots -= signedPart;
        oldest.basis = oldest.basis.subtract(basis);
        oldest.fee = oldest.fee.subtract(entryFee);
        if (oldest.lots == 0) {
          held.remove(0);
        }
        restLots -= part;
        restMoney = restMoney.subtract(partMoney);
        restFee = restFee.subtract(partFee);
      }
    }

    private RoundTrip trip(
        Lot lot,
        long signedLots,
        BigDecimal basis,
        long nanos,
        Fill exit,
        BigDecimal gain,
        BigDecimal fees) {
      BigDecimal lowest = gain.min(BigDecimal.ZERO);
      BigDecimal highest = gain.max(BigDecimal.ZERO);
      for (long doubledTicks : lot.seen) {
        BigDecimal profit = value(instrument, doubledTicks, signedLots).subtract(basis);
        lowest = lowest.min(profit);
        highest = highest.max(profit);
      }
      return new RoundTrip(
          0,
          exit.side().opposite(),
          lot.nanos,
          nanos,
          Math.abs(signedLots),
          lot.priceTicks,
          exit.priceTicks(),
          gain.longValueExact(),
          fees.longValueExact(),
          false,
          0,
          lowest.negate().longValueExact(),
          highest.longValueExact());
    }

    void see(long doubledTicks) {
      held.forEach(lot -> lot.seen.add(doubledTicks));
    }

    long basis() {
      return held.stream()
          .map(lot -> lot.basis)
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .longValueExact();
    }
  }

  @Property(tries = 1_000)
  void theRingsAgreeWithAListOfLots(
      @ForAll("instruments") Instrument instrument, @ForAll("fills") List<Fill> fills) {
    List<RoundTrip> trips = new ArrayList<>();
    Ledger ledger = new Ledger(quoted(instrument), 0, CostMethod.FIFO, trips::add);
    SlowFifo slow = new SlowFifo(instrument);
    long nanos = 0;
    for (Fill fill : fills) {
      fill.postTo(ledger, ++nanos);
      slow.post(nanos, fill);
      if (ledger.lots(0) != 0) {
        ledger.position(0).observe(fill.doubledMarkTicks());
        slow.see(fill.doubledMarkTicks());
      }

      assertThat(ledger.realised()).isEqualTo(slow.realised.longValueExact());
      assertThat(ledger.basis(0)).isEqualTo(slow.basis());
      assertThat(trips).isEqualTo(slow.trips);
    }
  }

  /** With one price and no fees, the methods cannot differ: every lot costs the same. */
  @Property(tries = 200)
  void bothMethodsRealiseNothingAtOnePrice(@ForAll("fills") List<Fill> fills) {
    for (CostMethod method : CostMethod.values()) {
      Ledger ledger = new Ledger(quoted(share("XYZ")), 0, method, trip -> {});
      for (Fill fill : fills) {
        ledger.post(0, 0, fill.side(), 12_345, Math.abs(fill.lots()), 0);
        assertThat(ledger.realised()).isZero();
      }
    }
  }
}
