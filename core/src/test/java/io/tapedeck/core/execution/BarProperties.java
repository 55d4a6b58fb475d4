package io.tapedeck.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.execution.RandomBars.Bar;
import io.tapedeck.core.execution.RandomBars.Fill;
import io.tapedeck.core.execution.RandomBars.Wish;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for every order on every bar, whatever the modes. */
class BarProperties {
  private static final int TRIES = 500;

  @Provide
  Arbitrary<BarFillSpec> specs() {
    Arbitrary<BarMarketMode> market = Arbitraries.of(BarMarketMode.class);
    Arbitrary<BarPath> path = Arbitraries.of(BarPath.class);
    return Combinators.combine(market, Arbitraries.of(BarLimitMode.class), path)
        .as((m, l, p) -> new BarFillSpec(m, l, l == BarLimitMode.PROBABILITY ? 0.5 : 1, p));
  }

  @Provide
  Arbitrary<List<Bar>> bars() {
    Arbitrary<Long> prices = Arbitraries.longs().between(990, 1_010);
    Arbitrary<Long> wicks = Arbitraries.longs().between(0, 6);
    Arbitrary<Long> lots = Arbitraries.longs().between(0, 60);
    return Combinators.combine(prices, prices, wicks, wicks, lots)
        .as(Bar::over)
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<Wish>> wishes() {
    Arbitrary<Long> prices = Arbitraries.longs().between(985, 1_015);
    return Combinators.combine(
            Arbitraries.longs().between(0, 60),
            Arbitraries.of(OrderType.class),
            Arbitraries.of(Side.class),
            Arbitraries.longs().between(1, 40),
            prices,
            prices,
            Arbitraries.of(TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK))
        .as(Wish::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = TRIES)
  void noFillLeavesItsBarBeforeSlippage(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    List<Fill> fills = RandomBars.play(spec, bars, wishes);

    Statistics.label("fills").collect(fills.isEmpty() ? "none" : "some");
    assertThat(fills)
        .allSatisfy(
            fill ->
                assertThat(fill.cleanTicks())
                    .isBetween(bars.get(fill.bar()).low(), bars.get(fill.bar()).high()));
  }

  @Property(tries = TRIES)
  void noFillOfAPairLeavesTheBarOfItsSide(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    assertThat(RandomBars.playPairs(spec, bars, wishes))
        .allSatisfy(
            fill -> {
              long spread = fill.side() == Side.BUY ? 1 : 0;
              Bar bar = bars.get(fill.bar());
              assertThat(fill.cleanTicks() - spread).isBetween(bar.low(), bar.high());
            });
  }

  @Property(tries = TRIES)
  void noLimitOrderFillsBeyondItsLimit(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    for (Fill fill : RandomBars.play(spec, bars, wishes)) {
      Wish wish = wishes.get((int) fill.order() - 1);
      if (wish.type().hasLimit()) {
        assertThat(fill.side().sign() * (fill.ticks() - wish.limit())).isLessThanOrEqualTo(0);
      }
    }
  }

  @Property(tries = TRIES)
  void ordersNeverTakeMoreOfABarThanTheirShareNorMoreThanTheyAskFor(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    List<Fill> fills = RandomBars.play(spec, bars, wishes);

    for (int bar = 0; bar < bars.size(); bar++) {
      int index = bar;
      long taken = fills.stream().filter(f -> f.bar() == index).mapToLong(Fill::lots).sum();
      assertThat(taken).isLessThanOrEqualTo(bars.get(bar).lots() * 7 / 10);
    }
    for (int order = 1; order <= wishes.size(); order++) {
      int id = order;
      long filled = fills.stream().filter(f -> f.order() == id).mapToLong(Fill::lots).sum();
      assertThat(filled).isLessThanOrEqualTo(wishes.get(id - 1).lots());
    }
  }

  @Property(tries = TRIES)
  void noOrderIsFilledBeforeItArrived(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    assertThat(RandomBars.play(spec, bars, wishes))
        .allSatisfy(
            fill -> {
              long arrival = RandomBars.FIRST + wishes.get((int) fill.order() - 1).after();
              assertThat(fill.nanos()).isGreaterThanOrEqualTo(arrival);
            });
  }

  @Property(tries = TRIES)
  void noLimitOrderFillsOnALegThatHadBegunBeforeItArrived(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    boolean hasQuarters = spec.path() == BarPath.PESSIMISTIC; // nothing is held
    long leg = RandomBars.LENGTH / (hasQuarters ? 4 : 3);
    for (Fill fill : RandomBars.play(spec, bars, wishes)) {
      Wish wish = wishes.get((int) fill.order() - 1);
      if (wish.type() == OrderType.LIMIT) {
        long open = fill.bar() * RandomBars.LENGTH;
        long begin = Math.max(open, fill.nanos() - RandomBars.FIRST - leg);
        // orders of an instant come before a bar's open, and after a point
        assertThat(wish.after()).isLessThan(begin == open ? open + 1 : begin);
      }
    }
  }

  @Property(tries = TRIES)
  void neitherBatchesNorNeighboursChangeWhatABarFills(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    List<Fill> alone = RandomBars.play(spec, bars, wishes);

    assertThat(RandomBars.playBatched(spec, bars, wishes)).isEqualTo(alone);
    assertThat(RandomBars.playBesideANeighbour(spec, bars, wishes)).isEqualTo(alone);
  }

  @Property(tries = TRIES)
  void laterBarsChangeNothingOfEarlierFills(
      @ForAll("specs") BarFillSpec spec,
      @ForAll("bars") List<Bar> bars,
      @ForAll("wishes") List<Wish> wishes) {
    List<Fill> whole = RandomBars.play(spec, bars, wishes);
    List<Fill> cut = RandomBars.play(spec, bars.subList(0, bars.size() - 1), wishes);

    assertThat(whole.stream().filter(fill -> fill.bar() < bars.size() - 1).toList()).isEqualTo(cut);
  }
}
