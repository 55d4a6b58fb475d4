package io.tapedeck.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Sizes against decimals of any length: never above the budget, and never an increment too few. */
class SizingProperties {
  private static final long MOST_MONEY = 10_000_000_00000000L; // ten million dollars
  private static final BigDecimal HALF_A_UNIT = new BigDecimal("0.5");

  @Provide
  Arbitrary<Instrument> instruments() {
    return Combinators.combine(
            Arbitraries.of(1_000_000L, 10_000_000L, 1_000_000_000L),
            Arbitraries.of(10L, 1_000_000L, 1_000_000_000L),
            Arbitraries.of(1L, 7L, 100L),
            Arbitraries.of(1L, 50L))
        .as(
            (tick, lot, increment, multiplier) ->
                new Instrument(
                    "XYZ",
                    AssetClass.FUTURE,
                    Currency.USD,
                    tick,
                    lot,
                    1,
                    increment,
                    multiplier,
                    "24/7"));
  }

  /** What lots are worth in units of money, not rounded. */
  private static BigDecimal value(Instrument instrument, long doubledTicks, long lots) {
    return instrument
        .price(doubledTicks)
        .multiply(HALF_A_UNIT)
        .multiply(instrument.size(lots))
        .multiply(BigDecimal.valueOf(instrument.multiplier()))
        .movePointRight(instrument.currency().decimals());
  }

  /** The exact cost of lots, as the rule defines it: value half to even, fee up. */
  private static BigDecimal cost(
      Instrument instrument, long doubledTicks, long lots, BigDecimal feeBps) {
    BigDecimal value = value(instrument, doubledTicks, lots).setScale(0, RoundingMode.HALF_EVEN);
    return value.add(value.multiply(feeBps.movePointLeft(4)).setScale(0, RoundingMode.CEILING));
  }

  private static void assertLargestWithin(
      BigDecimal budget, Instrument instrument, long lots, long doubledTicks, BigDecimal feeBps) {
    long increment = instrument.sizeIncrementLots();
    assertThat(lots).isNotNegative();
    assertThat(lots % increment).isZero();
    assertThat(lots == 0 ? BigDecimal.ZERO : cost(instrument, doubledTicks, lots, feeBps))
        .isLessThanOrEqualTo(budget);
    if (budget.signum() > 0) {
      assertThat(cost(instrument, doubledTicks, lots + increment, feeBps)).isGreaterThan(budget);
    }
  }

  @Property
  void aPercentageOfEquityIsSpentToTheLastIncrementAndNoFurther(
      @ForAll("instruments") Instrument instrument,
      @ForAll @LongRange(min = 0, max = MOST_MONEY) long equity,
      @ForAll @LongRange(min = 0, max = MOST_MONEY / 10) long buffer,
      @ForAll @LongRange(min = 1, max = 3_000_000) long percentE4,
      @ForAll @LongRange(min = 0, max = 1_000_000) long feeBpsE4,
      @ForAll @LongRange(min = 1, max = 100_000_000) long doubledTicks) {
    BigDecimal percent = BigDecimal.valueOf(percentE4, 4);
    BigDecimal feeBps = BigDecimal.valueOf(feeBpsE4, 4);
    SizingModel model =
        new PercentOfEquity(percent, instrument.currency().amount(buffer), feeBps)
            .in(instrument, 252);

    long lots = model.targetLots(1, Missing.VALUE, equity, doubledTicks);

    BigDecimal budget =
        BigDecimal.valueOf(Math.max(equity - buffer, 0))
            .multiply(percent.movePointLeft(2))
            .setScale(0, RoundingMode.FLOOR);
    assertLargestWithin(budget, instrument, lots, doubledTicks, feeBps);
    assertThat(model.targetLots(-1, Missing.VALUE, equity, doubledTicks)).isEqualTo(-lots);
  }

  @Property
  void aStopThatIsMetLosesNoMoreThanItsPercentage(
      @ForAll("instruments") Instrument instrument,
      @ForAll @LongRange(min = 0, max = MOST_MONEY) long equity,
      @ForAll @LongRange(min = 1, max = 50_000) long percentE4,
      @ForAll @LongRange(min = 1, max = 1_000_000) long stopTicks) {
    BigDecimal percent = BigDecimal.valueOf(percentE4, 4);
    SizingModel model = new RiskPerTrade(percent, 1, 1).in(instrument, 252);

    long lots = model.targetLots(1, stopTicks, equity, Missing.VALUE);

    BigDecimal budget =
        BigDecimal.valueOf(equity)
            .multiply(percent.movePointLeft(2))
            .setScale(0, RoundingMode.FLOOR);
    assertLargestWithin(budget, instrument, lots, 2 * stopTicks, BigDecimal.ZERO);
  }

  @Property
  void aWeakerOpinionNeverHoldsMore(
      @ForAll @LongRange(min = 0, max = 1_000) long weakE3,
      @ForAll @LongRange(min = 0, max = 1_000) long strongE3,
      @ForAll("instruments") Instrument instrument,
      @ForAll @LongRange(min = 0, max = MOST_MONEY) long equity) {
    SizingModel model = new TargetWeight(new BigDecimal("0.8")).in(instrument, 252);

    long weak = model.targetLots(Math.min(weakE3, strongE3) / 1e3, Missing.VALUE, equity, 20_001);
    long strong = model.targetLots(Math.max(weakE3, strongE3) / 1e3, Missing.VALUE, equity, 20_001);

    assertThat(weak).isBetween(0L, strong);
  }
}
