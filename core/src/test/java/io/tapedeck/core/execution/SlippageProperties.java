package io.tapedeck.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every slippage. */
class SlippageProperties {
  private static final List<SlippageSpec> ALL =
      List.of(
          new NoSlippage(),
          new SlippageBps(15_000),
          new SlippageTicks(2),
          new SlippageSpread(5_000),
          SlippageVolumeShare.ZIPLINE,
          new SlippageVolumeShare(1, 0.3),
          new SlippageSquareRoot(0.7, 0.02, 1_000_000),
          new NoisySlippage(new SlippageSquareRoot(1, 0.01, 50_000), 3));

  private static SlippageModel in(SlippageSpec spec) {
    return spec.in(Instruments.share("XYZ"), 7);
  }

  @Property(tries = 1_000)
  void aTakerNeverGainsAndPaysNoLessForMore(
      @ForAll Side side,
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long lots,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long more,
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long price,
      @ForAll @LongRange(min = -10, max = 100) long spread,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long volume,
      @ForAll long order) {
    for (SlippageSpec spec : ALL) {
      SlippageModel model = in(spec);
      long ticks = model.ticks(side, lots, price, price, price + spread, volume, order, 0);
      assertThat(ticks).as("%s", spec).isNotNegative();
      assertThat(model.ticks(side, lots + more, price, price, price + spread, volume, order, 0))
          .as("%s", spec)
          .isGreaterThanOrEqualTo(ticks);
    }
  }

  @Property(tries = 1_000)
  void buysAndSellsSlipAlikeAndTheSameFillTwiceTheSame(
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long lots,
      @ForAll @LongRange(min = 1, max = 1_000_000_000L) long price,
      @ForAll long order,
      @ForAll long fill) {
    for (SlippageSpec spec : ALL) {
      long none = Missing.VALUE;
      long bought = in(spec).ticks(Side.BUY, lots, price, none, none, none, order, fill);
      assertThat(in(spec).ticks(Side.SELL, lots, price, none, none, none, order, fill))
          .as("%s", spec)
          .isEqualTo(bought);
    }
  }

  @Property(tries = 1_000)
  void theShareOfTheVolumeIsTheExactOneRoundedUp(
      @ForAll @LongRange(min = 1, max = 1_000_000) long lots,
      @ForAll @LongRange(min = 1, max = 1_000_000) long price,
      @ForAll @LongRange(min = 1, max = 100_000) long volume) {
    BigDecimal quarter = new BigDecimal("0.25");
    BigDecimal squared = // share² × volume², so that nothing is rounded before the end
        BigDecimal.valueOf(lots).min(quarter.multiply(BigDecimal.valueOf(volume))).pow(2);
    BigDecimal exact =
        BigDecimal.valueOf(price)
            .multiply(new BigDecimal("0.5"))
            .multiply(squared)
            .divide(BigDecimal.valueOf(volume).pow(2), 0, RoundingMode.CEILING);

    assertThat(
            in(new SlippageVolumeShare(0.25, 0.5)).ticks(Side.BUY, lots, price, 0, 0, volume, 1, 1))
        .isEqualTo(exact.longValueExact());
  }

  @Property(tries = 1_000)
  void whatIsRoundedUpIsNeverMoreThanATickAbove(
      @ForAll @DoubleRange(min = 0, max = 1e9) double ticks) {
    double noise = ticks * 2e-12;

    assertThat((double) ImpactTicks.up(ticks)).isBetween(ticks - noise, ticks + 1);
  }

  @Example
  void slippingAllocatesNothing() {
    SlippageModel[] models = ALL.stream().map(SlippageProperties::in).toArray(SlippageModel[]::new);
    long[] sum = new long[1];
    Runnable fills =
        () -> {
          for (long i = 1; i < 100_000; i++) {
            for (SlippageModel model : models) {
              sum[0] += model.ticks(Side.BUY, i, 10_000 + i, 10_000, 10_004, 5 * i, i, 0);
            }
          }
        };
    fills.run();

    assertThat(Allocation.bytes(fills)).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(sum[0]).isPositive();
  }
}
