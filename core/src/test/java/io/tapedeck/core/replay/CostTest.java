package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FeePerShare;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What fills cost, from the schedule to the books. */
class CostTest {
  private final Tape tape =
      new Tape(quoted(share("XYZ")))
          .quote("09:30:00", "100.00x900", "100.02x900")
          .quote("09:30:01", "100.00x901", "100.02x901")
          .quote("09:30:02", "100.00x902", "100.02x902");
  private final Scenario scenario = new Scenario(tape).startCash("100000");
  private final Script script = new Script();

  private static FeePerShare perShare(String amount, String minimum, String capBps) {
    return new FeePerShare(new BigDecimal(amount), new BigDecimal(minimum), new BigDecimal(capBps));
  }

  @Test
  void feesInBasisPointsAreChargedOnTheNotionalOfEachFill() {
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("09:30:01", (position, orders) -> orders.market(SELL, 10, GTC));

    var told = scenario.fees(new FeeBps(new BigDecimal("2.5"))).run(script);

    // 1 000.20 × 2.5 bps = 0.25005; 1 000.00 × 2.5 bps = 0.25
    assertThat(told.fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.02 TAKER fee 0.25005 leaves 0",
            "09:30:02 filled #2 SELL 10 @ 100.00 TAKER fee 0.25 leaves 0");
    // 100 000 − 1 000.20 + 1 000.00 − 0.50005
    assertThat(told.result().daily().get(0).cash()).isEqualTo(9_999_929_995_000L);
    assertThat(told.result().metrics().realised()).isEqualTo(-20_000_000L);
    assertThat(told.result().metrics().fees()).isEqualTo(50_005_000L);
    assertThat(told.log().roundTrips().get(0).netProfit()).isEqualTo(-70_005_000L);
    assertThat(told.result().warnings()).doesNotContain(RunWarning.NO_FEES);
  }

  @Test
  void feesPerShareHaveAMinimumAndACap() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 400, GTC); // 400 × 0.005 = 2.00
          orders.market(BUY, 100, GTC); // 0.50: the minimum, 1.00
          orders.market(BUY, 1, GTC); // 0.005: the minimum, capped at 50 bps of 100.02
        });

    assertThat(scenario.fees(perShare("0.005", "1.00", "50")).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 400 @ 100.02 TAKER fee 2.00 leaves 0",
            "09:30:01 filled #2 BUY 100 @ 100.02 TAKER fee 1.00 leaves 0",
            "09:30:01 filled #3 BUY 1 @ 100.02 TAKER fee 0.5001 leaves 0");
  }

  @Test
  void feesAreChargedOnThePriceWithSlippage() {
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));

    // 10 bps of 100.02 are 0.11 rounded up: 10 × 100.13 × 1 bps = 0.10013
    assertThat(scenario.slippageBps("10").fees(new FeeBps(BigDecimal.ONE)).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.13 TAKER slipped 11 fee 0.10013 leaves 0");
  }

  @Test
  void aLimitAtTheTouchLeavesNoRoomForSlippage() {
    script.at("09:30:00", (position, orders) -> orders.limit(SELL, 10, 10_000, GTC));

    assertThat(scenario.slippageBps("10").run(script).fills())
        .containsExactly("09:30:01 filled #1 SELL 10 @ 100.00 TAKER leaves 0");
  }
}
