package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A broker closes an account that no longer covers its positions. */
class MarginCallTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Script script = new Script();
  private final Scenario scenario =
      new Scenario(tape)
          .startCash("1000.00")
          .account(AccountSpec.margin(new BigDecimal("0.25"), new BigDecimal("0.20")));

  private void fallAfterBuying() {
    tape.quote("09:30:00", "10.00x500", "10.02x500")
        .quote("09:30:01", "10.00x500", "10.02x500")
        .quote("09:30:02", "8.00x500", "8.02x500");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 300, GTC));
  }

  /** What the margin that is left admits. */
  private static void reduce(OrderSink orders) {
    orders.order(SELL, 1).limit(2_000).reduceOnly().send();
  }

  @Test
  void theBrokerCancelsClosesAndTakesNoOrdersMeanwhile() {
    fallAfterBuying();
    tape.quote("09:30:03", "8.00x100", "8.02x500")
        .quote("09:30:04", "7.90x500", "7.92x500")
        .quote("09:30:05", "7.90x500", "7.93x500");
    script
        .at("09:30:01", (position, orders) -> orders.limit(BUY, 10, 500, GTC))
        .at("09:30:02", (position, orders) -> reduce(orders))
        .at("09:30:03", (position, orders) -> reduce(orders))
        .at("09:30:04", (position, orders) -> orders.market(BUY, 1, GTC));

    var told = scenario.run(script);

    // cash 1 000.00 − 300 × 10.02 = −2 006.00; at mid 8.01 300 are worth 2 403.00:
    // equity 397.00, and 20 % of 2 403.00 = 480.60 are required
    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 LIQUIDATED MAINTENANCE_UNDERCUT 39700000000 against 48060000000");
    assertThat(told.orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 300 GTC",
            "09:30:00 accepted #1",
            "09:30:01 filled #1 BUY 300 @ 10.02 TAKER leaves 0",
            "09:30:01 sent #2 BUY 10 at 5.00 GTC",
            "09:30:01 accepted #2",
            "09:30:02 canceled #2 RISK leaves 10",
            "09:30:02 sent #3 SELL 300 GTC",
            "09:30:02 accepted #3",
            "09:30:02 sent #4 SELL 1 at 20.00 GTC reduce-only",
            "09:30:02 rejected #4 ACCOUNT_IN_LIQUIDATION",
            "09:30:03 filled #3 SELL 100 @ 8.00 TAKER leaves 200",
            "09:30:03 sent #5 SELL 1 at 20.00 GTC reduce-only",
            "09:30:03 rejected #5 ACCOUNT_IN_LIQUIDATION",
            "09:30:04 filled #3 SELL 200 @ 7.90 TAKER leaves 0",
            "09:30:04 sent #6 BUY 1 GTC",
            "09:30:04 accepted #6",
            "09:30:05 filled #6 BUY 1 @ 7.93 TAKER leaves 0");
    // −2 006.00 + 100 × 8.00 + 200 × 7.90 − 7.93 = 366.07
    assertThat(told.result().daily().get(0).cash()).isEqualTo(36_607_000_000L);
    assertThat(script.heard()).contains("fill #3 SELL 100: lots 200 working -200");
  }

  @Test
  void coveredPositionsAreLeftAlone() {
    tape.quote("09:30:00", "10.00x500", "10.02x500")
        .quote("09:30:01", "10.00x500", "10.02x500")
        .quote("09:30:02", "8.35x500", "8.37x500");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 300, GTC));

    // mid 8.36: 2 508.00 − 2 006.00 = 502.00, and 501.60 are required
    assertThat(scenario.run(script).log().riskEvents()).isEmpty();
  }

  @Test
  void aShortIsCalledWhenItsPriceRises() {
    tape.quote("09:30:00", "10.00x500", "10.02x500")
        .quote("09:30:01", "10.00x500", "10.02x500")
        .quote("09:30:02", "11.17x500", "11.19x500")
        .quote("09:30:03", "11.17x500", "11.19x500");
    script.at("09:30:00", (position, orders) -> orders.market(SELL, 300, GTC));

    var told = scenario.run(script);

    // cash 4 000.00; at mid 11.18 300 are owed 3 354.00: equity 646.00, required 670.80
    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 LIQUIDATED MAINTENANCE_UNDERCUT 64600000000 against 67080000000");
    assertThat(told.fills()).endsWith("09:30:03 filled #2 BUY 300 @ 11.19 TAKER leaves 0");
  }

  @Test
  void ordersUnderWayAreRejectedAndHeldOnesCanceled() {
    fallAfterBuying();
    tape.quote("09:30:02.003", "7.90x500", "7.92x500");
    script
        .at(
            "09:30:01",
            (position, orders) -> {
              long parent = orders.limit(BUY, 10, 500, GTC);
              orders.order(SELL, 10).after(parent).send();
            })
        .at("09:30:02", (position, orders) -> reduce(orders));

    // the broker's order has no way to go; what was sent at 09:30:02 arrives a millisecond later
    assertThat(scenario.latencyNanos(0, 1_000_000, 0).run(script).orders())
        .endsWith(
            "09:30:02 canceled #3 RISK leaves 10", // before what it waits for
            "09:30:02 canceled #2 RISK leaves 10",
            "09:30:02 sent #4 SELL 300 GTC",
            "09:30:02 accepted #4",
            "09:30:02 sent #5 SELL 1 at 20.00 GTC reduce-only",
            "09:30:02.001 rejected #5 ACCOUNT_IN_LIQUIDATION",
            "09:30:02.003 filled #4 SELL 300 @ 7.90 TAKER leaves 0");
  }

  @Test
  void theTraderKnowsOfTheClosingOrderWhenItIsReported() {
    fallAfterBuying();
    tape.quote("09:30:03", "8.00x1", "8.02x500").quote("09:30:04", "7.90x500", "7.92x500");
    script.at("09:30:01", (position, orders) -> orders.limit(BUY, 10, 500, GTC));

    scenario.latencyNanos(0, 0, 500_000_000).run(script);

    assertThat(script.heard())
        .contains(
            "09:30:02 XYZ quote of 09:30:02: lots 300 working 10", // canceled, not known yet
            "09:30:03 XYZ quote of 09:30:03: lots 300 working -300",
            "09:30:04 XYZ quote of 09:30:04: lots 299 working -299");
  }

  @Test
  void whatTheBrokerClosesTheRiskDeskDoesNotCloseAsWell() {
    fallAfterBuying();
    tape.quote("09:30:02.003", "7.90x500", "7.92x500").quote("09:30:03", "7.90x500", "7.92x500");
    LossLimit half = LossLimit.at(Threshold.ofShare(new BigDecimal("0.5"))).flattening();

    var told =
        scenario
            .latencyNanos(0, 5_000_000, 0)
            .accountGuard(AccountGuardSpec.NONE.withDailyLoss(half))
            .run(script);

    // 603.00 of 1 000.00 are lost; an order of the desk would arrive when all is closed
    assertThat(told.fills())
        .containsExactly(
            "09:30:00.005 filled #1 BUY 300 @ 10.02 TAKER leaves 0",
            "09:30:02.003 filled #2 SELL 300 @ 7.90 TAKER leaves 0");
    assertThat(told.result().openTrades()).isEmpty();
  }
}
