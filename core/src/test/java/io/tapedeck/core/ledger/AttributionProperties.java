package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.FinancingCharges;
import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.ledger.Fills.Fill;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributionProperties {
  private static final int STRATEGIES = 3;
  private static final long START = 1_000_000_000_000L;

  @Provide
  Arbitrary<List<Fill>> fills() {
    return Fills.lists();
  }

  @Provide
  Arbitrary<Instrument> instruments() {
    return Fills.instruments();
  }

  /** Charges a position and cash the same, whatever they are. */
  private record Flat(long charge) implements FinancingCharges {
    @Override
    public long onPosition(int instrument, long signedValue, int days) {
      return charge;
    }

    @Override
    public long onCash(long cash, int days) {
      return charge / 2;
    }
  }

  private static long sum(Books books, ToLongFunction<Ledger> figure) {
    return IntStream.range(0, STRATEGIES)
        .mapToLong(i -> figure.applyAsLong(books.attribution().ledger(i)))
        .sum();
  }

  @Property(tries = 500)
  void whatStrategiesDidAddsUpToTheAccount(
      @ForAll CostMethod method,
      @ForAll("instruments") Instrument instrument,
      @ForAll MarkRule rule,
      @ForAll("fills") List<Fill> fills) {
    Universe universe = quoted(instrument);
    Ledger account = new Ledger(universe, START, method, trip -> {});
    Attribution attribution = Attribution.of(universe, STRATEGIES, method, trip -> {});
    Books books = new Books(account, attribution, new Marks(rule, universe), (nanos, equity) -> {});
    long nanos = Clock.day().openNanos();
    for (Fill fill : fills) {
      long lots = Math.abs(fill.lots());
      books.post(++nanos, fill.strategy(), 0, fill.side(), fill.priceTicks(), lots, fill.fee());
      addsUp(books);
      books.onQuote(0, fill.doubledMarkTicks() / 2, fill.doubledMarkTicks() / 2 + 3);
      books.settle(nanos);
      addsUp(books);
      books.chargeFinancing(Clock.day(), Clock.DAY.plusDays(3), new Flat(fill.charge()));
      addsUp(books);
    }
  }

  private static void addsUp(Books books) {
    Ledger account = books.ledger();
    long profits = IntStream.range(0, STRATEGIES).mapToLong(books::strategyProfit).sum();

    assertThat(sum(books, ledger -> ledger.lots(0))).isEqualTo(account.lots(0));
    assertThat(sum(books, Ledger::fees)).isEqualTo(account.fees());
    assertThat(sum(books, Ledger::notionalTraded)).isEqualTo(account.notionalTraded());
    assertThat(sum(books, Ledger::cash))
        .isEqualTo(account.cash() - account.startCash() + account.interest());
    assertThat(sum(books, Ledger::financing)).isEqualTo(account.financing() - account.interest());
    assertThat(profits).isEqualTo(books.equity() - account.startCash() + account.interest());
  }

  /** The books of one strategy among several that do nothing are the account's. */
  @Property(tries = 200)
  void oneActiveStrategyHasTheAccountsBooks(
      @ForAll CostMethod method,
      @ForAll("instruments") Instrument instrument,
      @ForAll("fills") List<Fill> fills) {
    Universe universe = quoted(instrument);
    Ledger account = new Ledger(universe, START, method, trip -> {});
    Attribution attribution = Attribution.of(universe, 2, method, trip -> {});
    Marks marks = new Marks(MarkRule.LIQUIDATION, universe);
    Books books = new Books(account, attribution, marks, (nanos, equity) -> {});
    for (Fill fill : fills) {
      books.post(0, 1, 0, fill.side(), fill.priceTicks(), Math.abs(fill.lots()), fill.fee());
      Ledger own = attribution.ledger(1);

      assertThat(own.realised()).isEqualTo(account.realised());
      assertThat(own.basis()).isEqualTo(account.basis());
      assertThat(books.strategyProfit(1)).isEqualTo(books.equity() - START);
      assertThat(books.strategyProfit(0)).isZero();
    }
  }
}
