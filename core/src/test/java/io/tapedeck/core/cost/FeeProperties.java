package io.tapedeck.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds for every schedule. */
class FeeProperties {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final FeeMakerTaker REBATE = new FeeMakerTaker(TWO.negate(), TWO);
  private static final FeeTiered TIERED =
      new FeeTiered(
          List.of(
              new FeeTiered.Tier(BigDecimal.ZERO, new FeeMakerTaker(BigDecimal.ONE, TWO)),
              new FeeTiered.Tier(BigDecimal.TEN, REBATE)));
  private static final List<FeeSchedule> ALL =
      List.of(
          new NoFees(),
          new FeeBps(TWO),
          new FeePerShare(TWO, BigDecimal.ONE, BigDecimal.TEN),
          REBATE,
          TIERED,
          new DutyBps(Side.SELL, TWO),
          new FeeSum(List.of(new FeeBps(BigDecimal.ONE), TIERED, new DutyBps(Side.BUY, TWO))));

  private static FeeModel in(FeeSchedule schedule) {
    return schedule.in(Instruments.share("XYZ"));
  }

  @Property(tries = 500)
  void aTakerPaysMoreForMoreAndNothingLess(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long notional,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long more,
      @ForAll @LongRange(min = 1, max = 1_000_000) long lots,
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long before,
      @ForAll Side side) {
    for (FeeSchedule schedule : ALL) {
      FeeModel model = in(schedule);
      long fee = model.fee(side, notional, lots, Liquidity.TAKER, before);
      assertThat(fee).isNotNegative();
      assertThat(model.fee(side, notional + more, lots + 1, Liquidity.TAKER, before))
          .isGreaterThanOrEqualTo(fee);
    }
  }

  @Property(tries = 500)
  void splittingAFillNeverEarnsMoreThanRoundingCosts(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long one,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long other) {
    FeeModel rebate = in(REBATE);
    long whole = rebate.fee(Side.BUY, one + other, 2, Liquidity.MAKER, 0);
    long parts =
        rebate.fee(Side.BUY, one, 1, Liquidity.MAKER, 0)
            + rebate.fee(Side.BUY, other, 1, Liquidity.MAKER, 0);

    assertThat(parts).isBetween(whole, whole + 1);
  }

  @Example
  void chargingAllocatesNothing() {
    FeeModel[] models = ALL.stream().map(FeeProperties::in).toArray(FeeModel[]::new);
    FinancingModel financing = new FinancingSpec(TWO, TWO, TWO, TWO, 360).model();
    long[] paid = new long[1];
    Runnable fills =
        () -> {
          for (int i = 0; i < 50_000; i++) {
            for (FeeModel model : models) {
              paid[0] += model.fee(Side.SELL, 1_000_000_007L * i, i + 1, Liquidity.TAKER, i);
            }
            paid[0] += financing.charge(Long.MAX_VALUE / (i + 1), 3) % 1_000;
          }
        };
    fills.run();

    assertThat(Allocation.bytes(fills)).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(paid[0]).isPositive();
  }
}
