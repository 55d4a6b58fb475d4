package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.indicator.Seeding;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for every strategy that takes a side by a price. */
class PriceStrategyProperties {
  @Provide
  Arbitrary<StrategySpec> strategies() {
    return Arbitraries.of(strategies(true), strategies(false))
        .flatMap(each -> Arbitraries.of(each));
  }

  private static List<StrategySpec> strategies(boolean allowShort) {
    PriceSource auto = PriceSource.AUTO;
    return List.of(
        new SmaCross.Params(2, 5, size("3"), auto, allowShort),
        new EmaCross.Params(2, 5, size("3"), auto, Seeding.SMA, allowShort),
        new BandReversion.Params(5, size("100"), size("3"), auto, allowShort),
        new MacdTrend.Params(2, 5, 3, size("3"), auto, Seeding.SMA, allowShort),
        new RsiReversal.Params(4, 30, 50, 70, size("3"), auto, allowShort),
        new BollingerReversion.Params(5, 1, size("3"), auto, allowShort),
        new DonchianBreakout.Params(5, 3, size("3"), auto, allowShort));
  }

  private static List<String> targets(StrategySpec spec, List<Long> prices) {
    Market market = new Market(spec);
    prices.forEach(price -> market.trades(1, price));
    return market.targets();
  }

  @Property
  void itAsksForItsSizeOrNothingAndOnceForEachChangeOfMind(
      @ForAll("strategies") StrategySpec spec,
      @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 90, max = 110) Long> prices) {
    String before = "1: 0";
    for (String target : targets(spec, prices)) {
      assertThat(target).isIn("1: 3", "1: 0", "1: -3").isNotEqualTo(before);
      before = target;
    }
  }

  @Property
  void theFutureCannotChangeThePast(
      @ForAll("strategies") StrategySpec spec,
      @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 90, max = 110) Long> prices,
      @ForAll @IntRange(max = 80) int cut) {
    List<String> truncated = targets(spec, prices.subList(0, Math.min(cut, prices.size())));

    assertThat(targets(spec, prices).subList(0, truncated.size())).isEqualTo(truncated);
  }

  @Property
  void whereShortIsNotAllowedNothingIsSoldShort(
      @ForAll @IntRange(max = 6) int strategy,
      @ForAll @Size(min = 1, max = 80) List<@LongRange(min = 90, max = 110) Long> prices) {
    assertThat(targets(strategies(false).get(strategy), prices)).doesNotContain("1: -3");
  }
}
