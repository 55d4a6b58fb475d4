package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MetricsProperties {
  private static final long START = 1_000;

  @Provide
  Arbitrary<List<TripFacts>> trips() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 2);
    Arbitrary<Long> money = Arbitraries.longs().between(-1_000_000, 1_000_000);
    Arbitrary<Long> excursion = Arbitraries.longs().between(0, 1_000_000);
    return Combinators.combine(
            index, index, Arbitraries.of(Side.class), money, money, excursion, excursion)
        .as(
            (strategy, instrument, side, net, fees, adverse, favourable) ->
                new TripFacts(
                    strategy, instrument, side, net, fees, adverse, favourable, 0, adverse))
        .list()
        .ofMaxSize(40);
  }

  @Property
  void returnsThatMirrorThemselvesHaveAnOmegaAndATailRatioOfOne(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 5_000) Integer> bps) {
    double[] mirrored = new double[2 * bps.size()];
    for (int i = 0; i < bps.size(); i++) {
      mirrored[i] = bps.get(i) / 10_000.0;
      mirrored[mirrored.length - 1 - i] = -mirrored[i];
    }
    SessionReturns returns = SessionReturns.of(mirrored);

    assertThat(returns.omega()).isCloseTo(1.0, within(1e-12));
    assertThat(returns.percentile(95)).isCloseTo(-returns.percentile(5), within(1e-15));
  }

  @Property
  void theDeepestDrawdownIsTheLargestFallFromAnyCloseToALaterOne(
      @ForAll @Size(max = 60) List<@LongRange(min = 1, max = 3_000) Long> closes) {
    List<Long> curve = new ArrayList<>(List.of(START));
    curve.addAll(closes);
    double deepest = 0;
    for (int from = 0; from < curve.size(); from++) {
      for (int to = from; to < curve.size(); to++) {
        double fall = curve.get(from) - curve.get(to);
        deepest = Math.max(deepest, fall / curve.get(from));
      }
    }
    List<Drawdown> table = DrawdownTable.deepest(START, Closes.of(longs(closes)), 1);

    assertThat(table.isEmpty() ? 0.0 : table.get(0).depth()).isEqualTo(deepest);
  }

  @Property
  void everyCloseBelowThePeakIsInExactlyOneDrawdown(
      @ForAll @Size(max = 60) List<@LongRange(min = 900, max = 1_100) Long> closes) {
    List<DailyEquity> daily = Closes.of(longs(closes));
    int below = 0;
    long peak = START;
    for (long equity : closes) {
      below += equity < peak ? 1 : 0;
      peak = Math.max(peak, equity);
    }
    int inTable = 0;
    for (Drawdown drawdown : DrawdownTable.deepest(START, daily, Integer.MAX_VALUE)) {
      // the close of the recovery is at the peak again
      inTable += drawdown.sessions() - (drawdown.recovery().isPresent() ? 1 : 0);
      assertThat(drawdown.sessionsToTrough()).isBetween(1, drawdown.sessions());
    }

    assertThat(inTable).isEqualTo(below);
  }

  @Property
  void everyGroupingOfTripsAddsUpToTheTotal(@ForAll("trips") List<TripFacts> trips) {
    Breakdown<TripSummary> breakdown = Breakdown.of(trips, TripSummary::of);
    long netProfit = trips.stream().mapToLong(TripFacts::netProfit).sum();
    long fees = trips.stream().mapToLong(TripFacts::fees).sum();

    for (var groups :
        List.of(
            breakdown.byStrategy().values(),
            breakdown.byInstrument().values(),
            breakdown.bySide().values())) {
      assertThat(groups.stream().mapToLong(group -> group.tally().closed()).sum())
          .isEqualTo(trips.size());
      assertThat(groups.stream().mapToLong(group -> group.tally().netProfit()).sum())
          .isEqualTo(netProfit);
      assertThat(groups.stream().mapToLong(TripSummary::fees).sum()).isEqualTo(fees);
    }
    assertThat(breakdown.total().tally().netProfit()).isEqualTo(netProfit);
  }

  @Property
  void theOrderOfTripsChangesNothing(@ForAll("trips") List<TripFacts> trips, @ForAll long seed) {
    List<TripFacts> shuffled = new ArrayList<>(trips);
    Collections.shuffle(shuffled, new Random(seed));
    Breakdown<TripSummary> told = Breakdown.of(trips, TripSummary::of);
    Breakdown<TripSummary> retold = Breakdown.of(shuffled, TripSummary::of);

    assertThat(retold).isEqualTo(told);
    assertThat(Double.doubleToLongBits(retold.total().tally().systemQuality()))
        .isEqualTo(Double.doubleToLongBits(told.total().tally().systemQuality()));
  }

  @Property
  void squaresAreSummedExactly(@ForAll @Size(max = 30) List<Integer> scales, @ForAll long seed) {
    Random random = new Random(seed);
    SquareSum sum = SquareSum.ZERO;
    BigInteger expected = BigInteger.ZERO;
    for (int scale : scales) {
      long value = random.nextLong() >> (3 + (scale & 31)); // up to 2^60: thirty squares fit
      sum = sum.plus(value);
      expected = expected.add(BigInteger.valueOf(value).pow(2));
    }

    assertThat(sum.exactly()).isEqualTo(expected);
  }

  @Property
  void systemQualityIsTheTStatisticOfTheTrips(
      @ForAll @Size(min = 2, max = 40) List<@LongRange(min = -9_999, max = 10_000) Long> profits) {
    RoundTripTally tally = RoundTripTally.NONE;
    for (long profit : profits) {
      tally = tally.with(profit);
    }
    double mean = profits.stream().mapToLong(Long::longValue).average().orElseThrow();
    double squares = 0;
    for (long profit : profits) {
      squares += (profit - mean) * (profit - mean);
    }
    double deviation = Math.sqrt(squares / (profits.size() - 1));

    if (profits.stream().distinct().count() == 1) {
      assertThat(tally.systemQuality()).isNaN();
    } else {
      double expected = Math.sqrt(profits.size()) * mean / deviation;
      assertThat(tally.systemQuality())
          .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  @Property
  void shortfallIsWhatPaperMakesMoreThanTheRealOrder(
      @ForAll Side side,
      @ForAll @LongRange(min = 1, max = 2_000) long decision,
      @ForAll @LongRange(min = 1, max = 2_000) long arrival,
      @ForAll @LongRange(min = 1, max = 2_000) long end,
      @ForAll @LongRange(min = 1, max = 1_000) long fill,
      @ForAll @LongRange(min = 1, max = 500) long ordered,
      @ForAll @LongRange(min = 0, max = 500) long wanted,
      @ForAll @LongRange(min = -50, max = 50) long fee) {
    long filled = Math.min(wanted, ordered);
    WorkedOrder order =
        new WorkedOrder(1, 0, 0, side, decision, arrival, ordered, filled, filled * fill, fee, end);
    OrderShortfall shortfall = OrderShortfall.of(order, new MoneyScale(2, 1)); // two a tick and lot
    long paper = side.sign() * (end - decision) * ordered;
    long real = side.sign() * (end - 2 * fill) * filled - fee;

    assertThat(shortfall.total()).isEqualTo(paper - real);
  }

  @Property
  void spreadAndSlippageAreTheWholeWayFromTheMid(
      @ForAll Side side,
      @ForAll @LongRange(min = 1, max = 100_000) long bidTicks,
      @ForAll @LongRange(min = 0, max = 50) long spreadTicks,
      @ForAll @LongRange(min = 0, max = 20) long slippageTicks,
      @ForAll @LongRange(min = 1, max = 1_000) long lots,
      @ForAll @LongRange(min = 1, max = 1_000) long denominator) {
    MoneyScale scale = new MoneyScale(7, denominator);
    long askTicks = bidTicks + spreadTicks;
    long quotedTicks = side == Side.BUY ? askTicks : bidTicks;
    long priceTicks = quotedTicks + side.sign() * slippageTicks;
    long way =
        side.sign()
            * (scale.notional(priceTicks, lots) - scale.valueAtDoubled(bidTicks + askTicks, lots));

    long slippage = FillCost.slippage(scale, side, priceTicks, slippageTicks, lots);
    long spread = FillCost.spread(scale, side, quotedTicks, bidTicks + askTicks, lots);
    assertThat(slippage).isNotNegative();
    assertThat(slippage + spread).isEqualTo(way);
  }

  @Property
  void aRunThatIsALineOfItsBenchmarkHasThatSlopeAndIntercept(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = -500, max = 500) Integer> bps,
      @ForAll @IntRange(min = -30, max = 30) int slopeTenths,
      @ForAll @IntRange(min = -50, max = 50) int interceptBps) {
    double[] benchmark = bps.stream().mapToDouble(value -> value / 10_000.0).toArray();
    double[] run = benchmark.clone();
    for (int i = 0; i < run.length; i++) {
      run[i] = slopeTenths / 10.0 * benchmark[i] + interceptBps / 10_000.0;
    }
    ActiveReturns active =
        new ActiveReturns(SessionReturns.of(run), Benchmark.ofReturns(benchmark), 252);

    if (bps.stream().distinct().count() == 1) {
      assertThat(active.beta()).isNaN();
      assertThat(active.alpha()).isNaN();
    } else {
      assertThat(active.beta()).isCloseTo(slopeTenths / 10.0, within(1e-9));
      assertThat(active.alpha()).isCloseTo(252 * interceptBps / 10_000.0, within(1e-9));
    }
  }

  @Property
  void monthsCompoundToTheReturnOfTheRun(
      @ForAll @Size(min = 1, max = 100) List<@LongRange(min = 500, max = 2_000) Long> closes) {
    double growth = 1;
    for (MonthlyReturn month : MonthlyReturn.of(START, Closes.of(longs(closes)))) {
      growth *= 1 + month.value();
    }

    double end = closes.get(closes.size() - 1);
    assertThat(growth).isCloseTo(end / START, within(1e-12));
  }

  @Property
  void everyReturnIsInOneBin(
      @ForAll @Size(min = 2, max = 100) List<@LongRange(min = 500, max = 2_000) Long> closes) {
    List<DailyEquity> daily = Closes.of(longs(closes));
    ReturnDistribution distribution = ReturnDistribution.of(SessionReturns.of(START, daily), daily);

    assertThat(distribution.bins().stream().mapToInt(ReturnDistribution.Bin::sessions).sum())
        .isEqualTo(closes.size());
    assertThat(distribution.bins().get(0).sessions()).isPositive();
    assertThat(distribution.bins().get(distribution.bins().size() - 1).sessions()).isPositive();
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
