package io.tapedeck.core.cost;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.Liquidity.MAKER;
import static io.tapedeck.core.order.Liquidity.TAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees that depend on who made the market, on the side, and on how much was traded before. */
class ExchangeFeesTest {
  private final Instrument share = Instruments.share("XYZ");

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  private static FeeMakerTaker bps(String maker, String taker) {
    return new FeeMakerTaker(new BigDecimal(maker), new BigDecimal(taker));
  }

  private static FeeTiered.Tier tier(String from, String maker, String taker) {
    return new FeeTiered.Tier(new BigDecimal(from), bps(maker, taker));
  }

  private long fee(FeeSchedule schedule, Side side, long notional, Liquidity liquidity) {
    return schedule.in(share).fee(side, notional, 1, liquidity, 0);
  }

  @Test
  void aMakerIsPaidForWhatATakerPays() {
    FeeMakerTaker fees = bps("-0.2", "2.5");

    // 10 000.00 × 2.5 / 10 000 = 2.50; 10 000.00 × -0.2 / 10 000 = -0.20
    assertThat(fee(fees, BUY, usd("10000"), TAKER)).isEqualTo(usd("2.50"));
    assertThat(fee(fees, BUY, usd("10000"), MAKER)).isEqualTo(usd("-0.20"));
    assertThat(fee(fees, SELL, usd("10000"), MAKER)).isEqualTo(usd("-0.20"));
  }

  @Test
  void aRebateIsRoundedAgainstTheTraderToo() {
    FeeMakerTaker fees = bps("-1", "1");

    assertThat(fee(fees, BUY, 9_999, MAKER)).isZero(); // -0.9999 units
    assertThat(fee(fees, BUY, 10_000, MAKER)).isEqualTo(-1); // exactly
    assertThat(fee(fees, BUY, 19_999, MAKER)).isEqualTo(-1); // -1.9999 units
    assertThat(fee(fees, BUY, 10_001, TAKER)).isEqualTo(2); // 1.0001 units
  }

  @Test
  void theTierIsDecidedByWhatWasTradedBeforeTheFill() {
    FeeModel fees =
        new FeeTiered(
                List.of(tier("0", "1", "5"), tier("1000", "0", "4"), tier("50000", "-1", "3")))
            .in(share);

    // the notional of each fill is 2 000.00
    assertThat(fees.fee(BUY, usd("2000"), 1, TAKER, 0)).isEqualTo(usd("1.00")); // 5 bps, all of it
    assertThat(fees.fee(BUY, usd("2000"), 1, TAKER, usd("999.99999999"))).isEqualTo(usd("1.00"));
    assertThat(fees.fee(BUY, usd("2000"), 1, TAKER, usd("1000"))).isEqualTo(usd("0.80")); // 4 bps
    assertThat(fees.fee(BUY, usd("2000"), 1, MAKER, usd("49999"))).isZero();
    assertThat(fees.fee(SELL, usd("2000"), 1, MAKER, usd("50000"))).isEqualTo(usd("-0.20")); // -1
    assertThat(fees.fee(SELL, usd("2000"), 1, TAKER, Long.MAX_VALUE)).isEqualTo(usd("0.60")); // 3
  }

  @Test
  void aMonthOfTradingClimbsTheTiersAndTheNextOneStartsBelow() {
    FeeModel fees = new FeeTiered(List.of(tier("0", "0", "10"), tier("1500", "0", "5"))).in(share);
    PeriodNotional month = new PeriodNotional();
    long[] paid = new long[4];
    long[] days = {29, 30, 30, 31}; // the last is 1970-02-01
    for (int i = 0; i < paid.length; i++) {
      long nanos = days[i] * 86_400_000_000_000L;
      paid[i] = fees.fee(BUY, usd("1000"), 1, TAKER, month.before(nanos));
      month.add(nanos, usd("1000"));
    }

    // before: 0, 1 000, 2 000, and 0 in February
    assertThat(paid).containsExactly(usd("1"), usd("1"), usd("0.5"), usd("1"));
  }

  @Test
  void aDutyIsPaidByOneSide() {
    DutyBps stamp = new DutyBps(BUY, new BigDecimal("50"));

    assertThat(fee(stamp, BUY, usd("1000"), TAKER)).isEqualTo(usd("5")); // 0.5 %
    assertThat(fee(stamp, BUY, usd("1000"), MAKER)).isEqualTo(usd("5"));
    assertThat(fee(stamp, SELL, usd("1000"), TAKER)).isZero();
    assertThat(fee(new DutyBps(SELL, new BigDecimal("0.206")), SELL, 1, TAKER)).isEqualTo(1);
  }

  @Test
  void eachPartOfASumIsRoundedOnItsOwn() {
    FeeSum sum =
        new FeeSum(
            List.of(new FeeBps(BigDecimal.ONE), new DutyBps(SELL, BigDecimal.ONE), bps("-1", "0")));

    assertThat(fee(sum, SELL, 10_001, TAKER)).isEqualTo(4); // 1.0001 and 1.0001, both up
    assertThat(fee(sum, BUY, 10_001, TAKER)).isEqualTo(2);
    assertThat(fee(sum, BUY, 10_001, MAKER)).isEqualTo(1); // 2 less a rebate of 1.0001, down
  }

  @Test
  void schedulesOutsideTheirRangesAreRefused() {
    assertThatThrownBy(() -> bps("-10000.1", "0"))
        .hasMessage(
            "maker fee must be from -10000 to 10000 bps with at most 4 decimals, was -10000.1");
    assertThatThrownBy(() -> bps("0", "0.00001")).hasMessageContaining("taker fee must be");
    assertThatThrownBy(() -> new DutyBps(BUY, new BigDecimal("-1"))).hasMessageContaining("duty");
    assertThatThrownBy(() -> new FeeSum(List.of())).hasMessageContaining("at least one part");
    assertThatThrownBy(() -> new FeeTiered(List.of(tier("1", "0", "0"))))
        .hasMessageContaining("the first tier must start at 0");
    assertThatThrownBy(() -> new FeeTiered(List.of(tier("0", "0", "0"), tier("0.0", "0", "1"))))
        .hasMessage("tiers must ascend: 0.0 does not start above 0");
    FeeTiered endless = new FeeTiered(List.of(tier("0", "0", "1"), tier("1e15", "0", "0")));
    assertThatThrownBy(() -> endless.in(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
  }
}
