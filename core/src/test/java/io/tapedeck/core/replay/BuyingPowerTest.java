package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.risk.BuyingPower;
import io.tapedeck.core.risk.ExposureSpec;
import io.tapedeck.core.risk.RiskSpec;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What an account of 1 000.00 may buy and sell at 10.00. */
class BuyingPowerTest {
  private final Tape tape =
      new Tape(tradesOnly(share("XYZ")))
          .trade("09:30:00", "10.00x500", 1)
          .trade("09:30:01", "10.00x500", 1)
          .trade("09:30:02", "10.00x500", 1);
  private final Scenario scenario = new Scenario(tape).startCash("1000.00");
  private final Script script = new Script();

  private static AccountSpec onMargin() {
    return AccountSpec.margin(new BigDecimal("0.25"), new BigDecimal("0.10"));
  }

  @Test
  void aCashAccountBuysWithItsCashLessWhatWorkingBuysMaySpend() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 101, GTC);
          orders.limit(BUY, 50, 900, GTC); // 450.00
          orders.order(BUY, 10).stop(1_100).send(); // 110.00
          orders.market(BUY, 45, GTC); // 450.00 of the 440.00 that are left
          orders.market(BUY, 44, GTC);
          orders.limit(BUY, 1, 1, GTC); // a cent
        });

    assertThat(scenario.account(AccountSpec.CASH).run(script).orders())
        .contains(
            "09:30:00 denied #1 CASH_INSUFFICIENT",
            "09:30:00 sent #2 BUY 50 at 9.00 GTC",
            "09:30:00 sent #3 BUY 10 STOP from 11.00 GTC",
            "09:30:00 denied #4 CASH_INSUFFICIENT",
            "09:30:00 sent #5 BUY 44 GTC",
            "09:30:00 denied #6 CASH_INSUFFICIENT");
  }

  @Test
  void aReserveForFeesIsPutAside() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 100, GTC); // 1 000.00 + 10 bps = 1 001.00
          orders.market(BUY, 99, GTC); // 990.00 + 0.99
        });
    scenario
        .account(AccountSpec.CASH)
        .risk(RiskSpec.NONE.withBuyingPower(BuyingPower.cash(100_000)));

    assertThat(scenario.run(script).orders())
        .contains("09:30:00 denied #1 CASH_INSUFFICIENT", "09:30:00 sent #2 BUY 99 GTC");
  }

  @Test
  void aCashAccountSellsWhatItHasOnce() {
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(SELL, 1, GTC);
              orders.market(BUY, 10, GTC);
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.market(SELL, 6, GTC);
              orders.market(SELL, 5, GTC);
              orders.limit(SELL, 4, 2_000, GTC);
            });

    assertThat(scenario.account(AccountSpec.CASH).run(script).orders())
        .contains(
            "09:30:00 denied #1 SHORT_NOT_ALLOWED",
            "09:30:01 sent #3 SELL 6 GTC",
            "09:30:01 denied #4 SHORT_NOT_ALLOWED",
            "09:30:01 sent #5 SELL 4 at 20.00 GTC");
  }

  @Test
  void onMarginAQuarterOfThePositionIsRequiredEitherWay() {
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 401, GTC); // 4 010.00 × 0.25 = 1 002.50
              orders.market(BUY, 400, GTC); // 1 000.00
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.market(SELL, 801, GTC); // short 401
              orders.market(SELL, 800, GTC); // short 400
            });

    var told = scenario.account(onMargin()).run(script);

    assertThat(told.orders())
        .contains(
            "09:30:00 denied #1 MARGIN_INSUFFICIENT", "09:30:01 denied #3 MARGIN_INSUFFICIENT");
    assertThat(told.fills())
        .containsExactly(
            "09:30:01 filled #2 BUY 400 @ 10.00 TAKER leaves 0",
            "09:30:02 filled #4 SELL 500 @ 10.00 TAKER leaves 300");
    // 1 000.00 − 4 000.00 + 5 000.00
    assertThat(told.result().daily().get(0).cash()).isEqualTo(200_000_000_000L);
  }

  @Test
  void shortsEarnWhenThePriceFalls() {
    tape.trade("09:30:03", "9.50x100", -1).trade("09:30:04", "9.50x100", -1);
    script
        .at("09:30:00", (position, orders) -> orders.target(-100))
        .at("09:30:03", (position, orders) -> orders.target(0));

    var told = scenario.account(onMargin()).run(script);

    assertThat(told.result().metrics().realised()).isEqualTo(5_000_000_000L); // 100 × 0.50
    assertThat(told.log().roundTrips()).hasSize(1);
  }

  @Test
  void leverageIsLimitedByTheWorstCase() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 150, 900, GTC);
          orders.limit(SELL, 200, 1_100, GTC);
          orders.market(BUY, 51, GTC); // 201 lots at 10.00 are more than twice 1 000.00
          orders.market(BUY, 50, GTC);
        });
    scenario.risk(
        RiskSpec.NONE.withExposure(ExposureSpec.NONE.withLeverage(BigDecimal.valueOf(2))));

    assertThat(scenario.run(script).orders())
        .contains(
            "09:30:00 sent #2 SELL 200 at 11.00 GTC",
            "09:30:00 denied #3 LEVERAGE_ABOVE_LIMIT",
            "09:30:00 sent #4 BUY 50 GTC");
  }
}
