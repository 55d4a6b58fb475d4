package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** An account that loses too much trades less, or not at all. */
class LossLimitTest {
  private static final LossLimit ONE_PERCENT =
      LossLimit.at(Threshold.ofShare(new BigDecimal("0.01")));

  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private static LossLimit money(String amount) {
    return LossLimit.at(Threshold.ofMoney(new BigDecimal(amount)));
  }

  @Test
  void aDailyLossHaltsTradingUntilTheNextSession() {
    tape.quote("09:30:00", "100.00x500", "100.02x500")
        .quote("09:30:01", "100.00x500", "100.02x500")
        .quote("09:30:02", "99.01x500", "99.03x500")
        .quote("09:30:03", "99.00x500", "99.02x500")
        .quote("2026-01-06 09:30:00", "99.00x500", "99.02x500")
        .quote("2026-01-06 09:30:01", "99.00x500", "99.02x500");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 100, GTC);
              orders.limit(BUY, 10, 9_000, GTC);
            })
        .at("09:30:02", (position, orders) -> orders.market(SELL, 1, GTC))
        .at(
            "09:30:03",
            (position, orders) -> {
              orders.amend(2, 5, 9_000, 0);
              orders.market(SELL, 100, GTC);
            })
        .at("2026-01-06 09:30:00", (position, orders) -> orders.market(SELL, 100, GTC));
    scenario
        .accountGuard(AccountGuardSpec.NONE.withDailyLoss(ONE_PERCENT))
        .sessions(
            session("2026-01-05", "09:30:00", "16:00:00"),
            session("2026-01-06", "09:30:00", "16:00:00"));

    var told = scenario.run(script);

    // mid 99.02: 100 × (100.02 − 99.02) = 100.00 of 10 000.00 are one per cent
    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 LIMIT_REACHED DAILY_LOSS_REACHED 10000000000 against 10000000000",
            "09:30:02 BECAME_HALTED DAILY_LOSS_REACHED 10000000000 against 10000000000",
            "09:30:00 BECAME_ACTIVE SESSION_OPENED 0 against 0");
    assertThat(told.orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 100 GTC",
            "09:30:00 sent #2 BUY 10 at 90.00 GTC",
            "09:30:00 accepted #1",
            "09:30:00 accepted #2",
            "09:30:01 filled #1 BUY 100 @ 100.02 TAKER leaves 0",
            "09:30:02 canceled #2 RISK leaves 10",
            "09:30:02 denied #3 TRADING_HALTED",
            "09:30:03 not amended #2 ORDER_NOT_OPEN",
            "09:30:03 denied #4 TRADING_HALTED",
            "09:30:00 sent #5 SELL 100 GTC",
            "09:30:00 accepted #5",
            "09:30:01 filled #5 SELL 100 @ 99.00 TAKER leaves 0");
  }

  @Test
  void nothingButCancelsPassesAHaltedGate() {
    tape.quote("09:30:00", "100.00x500", "100.02x500")
        .quote("09:30:01", "100.00x500", "100.02x500")
        .quote("09:30:02", "99.01x500", "99.03x500");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 100, GTC);
              orders.limit(BUY, 10, 9_000, GTC);
            })
        .at("09:30:02", (position, orders) -> orders.amend(2, 5, 9_000, 0));
    scenario
        .latencyNanos(0, 1_000_000, 0)
        .accountGuard(AccountGuardSpec.NONE.withDailyLoss(ONE_PERCENT));

    // the cancel of the risk desk is under way, so the order still works
    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:02 not amended #2 TRADING_HALTED", "09:30:02.001 canceled #2 RISK leaves 10");
  }

  @Test
  void aDrawdownLeavesOnlyOrdersThatReduceForTheRestOfTheRun() {
    tape.quote("09:30:00", "100.00x500", "100.02x500")
        .quote("09:30:01", "100.00x500", "100.02x500")
        .quote("09:30:02", "101.00x500", "101.02x500") // 10 000.00 + 100 × 0.99 = 10 099.00
        .quote("09:30:03", "100.29x500", "100.31x500") // 10 028.00: 71.00 below
        .quote("2026-01-06 09:30:00", "100.30x500", "100.32x500");
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 100, GTC))
        .at(
            "09:30:02",
            (position, orders) -> {
              orders.limit(BUY, 10, 9_000, GTC);
              orders.limit(SELL, 60, 11_000, GTC);
              orders.limit(SELL, 60, 11_100, GTC); // 60 + 60 would turn the position
              orders.limit(SELL, 40, 11_200, GTC);
            })
        .at(
            "2026-01-06 09:30:00",
            (position, orders) -> {
              orders.market(BUY, 1, GTC);
              orders.market(SELL, 1, GTC); // 60 + 40 are working
            });
    scenario
        .accountGuard(
            AccountGuardSpec.NONE.withDrawdown(money("70.50").becoming(TradingState.REDUCING)))
        .sessions(
            session("2026-01-05", "09:30:00", "16:00:00"),
            session("2026-01-06", "09:30:00", "16:00:00"));

    var told = scenario.run(script);

    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:03 LIMIT_REACHED DRAWDOWN_REACHED 7100000000 against 7050000000",
            "09:30:03 BECAME_REDUCING DRAWDOWN_REACHED 7100000000 against 7050000000");
    assertThat(told.orders())
        .endsWith(
            "09:30:03 canceled #2 RISK leaves 10",
            "09:30:03 canceled #4 RISK leaves 60",
            "09:30:00 denied #6 TRADING_REDUCING",
            "09:30:00 denied #7 TRADING_REDUCING");
  }

  @Test
  void whatIsBeingClosedIsNotClosedAgain() {
    tape.quote("09:30:00", "100.00x500", "100.02x500")
        .quote("09:30:01", "100.00x500", "100.02x500")
        .quote("09:30:02", "99.00x500", "99.02x500") // −101.00
        .quote("09:30:02.002", "98.40x500", "98.42x500") // −161.00
        .quote("09:30:03", "98.30x500", "98.32x500");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 100, GTC));
    scenario
        .latencyNanos(0, 5_000_000, 0)
        .accountGuard(
            AccountGuardSpec.NONE
                .withDailyLoss(ONE_PERCENT.flattening())
                .withDrawdown(money("150.00").flattening()));

    var told = scenario.run(script);

    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 LIMIT_REACHED DAILY_LOSS_REACHED 10100000000 against 10000000000",
            "09:30:02 BECAME_HALTED DAILY_LOSS_REACHED 10100000000 against 10000000000",
            "09:30:02 FLATTENED DAILY_LOSS_REACHED 10100000000 against 10000000000",
            "09:30:02.002 LIMIT_REACHED DRAWDOWN_REACHED 16100000000 against 15000000000",
            "09:30:02.002 FLATTENED DRAWDOWN_REACHED 16100000000 against 15000000000");
    assertThat(told.orders())
        .endsWith(
            "09:30:02 sent #2 SELL 100 GTC",
            "09:30:02.005 accepted #2",
            "09:30:02.005 filled #2 SELL 100 @ 98.40 TAKER leaves 0");
    assertThat(told.result().openTrades()).isEmpty();
  }

  @Test
  void closingCancelsWhatWorksFirst() {
    tape.quote("09:30:00", "100.00x500", "100.02x500")
        .quote("09:30:01", "100.00x500", "100.02x500")
        .quote("09:30:02", "99.00x500", "99.02x500")
        .quote("09:30:03", "98.90x500", "98.92x500");
    script.at(
        "09:30:00",
        (position, orders) -> orders.order(BUY, 100).takeProfit(11_000).stopLoss(9_000).send());
    scenario.accountGuard(AccountGuardSpec.NONE.withDailyLoss(ONE_PERCENT.flattening()));

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 accepted #3",
            "09:30:02 sent #4 SELL 100 GTC",
            "09:30:02 canceled #2 RISK leaves 100",
            "09:30:02 canceled #3 RISK leaves 100",
            "09:30:02 accepted #4",
            "09:30:03 filled #4 SELL 100 @ 98.90 TAKER leaves 0");
  }
}
