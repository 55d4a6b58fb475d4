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
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.LossLimit;
import io.tapedeck.core.risk.RiskSpec;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two strategies trade one account. */
class SharedAccountTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Script first = new Script();
  private final Script second = new Script();
  private final Scenario scenario = new Scenario(tape).beside(second);

  private static List<String> reports(Script script) {
    return script.heard().stream()
        .filter(line -> line.startsWith("fill") || line.startsWith("order"))
        .toList();
  }

  private void longAndShort() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:02", "101.00x50", "101.02x50");
    first.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));
    second.at("09:30:00", (position, orders) -> orders.market(SELL, 4, GTC));
  }

  @Test
  void eachHearsEverythingOfTheMarketAndOnlyItsOwnReports() {
    longAndShort();

    scenario.run(first);

    assertThat(reports(first))
        .containsExactly(
            "order #1 NEW: lots 0 working 10",
            "fill #1 BUY 10: lots 10 working 0",
            "order #1 FILLED: lots 10 working 0");
    assertThat(reports(second))
        .containsExactly(
            "order #2 NEW: lots 0 working -4",
            "fill #2 SELL 4: lots -4 working 0",
            "order #2 FILLED: lots -4 working 0");
    assertThat(second.heard()).contains("09:30:02 XYZ quote of 09:30:02: lots -4 working 0");
  }

  @Test
  void profitsAreAttributedAndAddUp() {
    longAndShort();

    var result = scenario.run(first).result();

    // 10 × (101.01 − 100.02) = 9.90 and −4 × (101.01 − 100.00) = −4.04
    assertThat(result.strategyProfits()).containsExactly(990_000_000L, -404_000_000L);
    // 10 000.00 − 1 000.20 + 400.00 + 6 × 101.01
    assertThat(result.metrics().endEquity()).isEqualTo(1_000_586_000_000L);
    assertThat(result.openTrades()).hasSize(2);
  }

  @Test
  void targetsAreOfEachStrategysOwnPosition() {
    longAndShort();
    first.at("09:30:01", (position, orders) -> orders.target(10));
    second.at(
        "09:30:01",
        (position, orders) -> {
          assertThat(position.cash()).isEqualTo(939_980_000_000L); // 10 000.00 − 1 000.20 + 400.00
          orders.target(10);
        });

    assertThat(scenario.run(first).orders())
        .contains("09:30:01 sent #3 BUY 14 GTC")
        .noneMatch(line -> line.contains("sent #4"));
  }

  @Test
  void oneMayClosePositionsTheOtherHoldsAndTheAccountIsFlat() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "100.00x50", "100.02x50");
    first.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));
    second.at("09:30:00", (position, orders) -> orders.market(SELL, 10, GTC));

    var told = scenario.run(first);

    // the account paid the spread and has nothing; each strategy has its own position at the mid
    assertThat(told.result().metrics().endEquity()).isEqualTo(999_980_000_000L);
    assertThat(told.result().strategyProfits()).containsExactly(-10_000_000L, -10_000_000L);
    assertThat(told.result().openTrades()).hasSize(2);
  }

  @Test
  void limitsAreOfTheAccount() {
    tape.quote("09:30:00", "100.00x50", "100.02x50");
    first.at("09:30:00", (position, orders) -> orders.limit(BUY, 8, 9_000, GTC));
    second.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 3, 9_000, GTC);
          orders.limit(BUY, 2, 9_000, GTC);
        });
    scenario.risk(new RiskSpec(RiskSpec.UNLIMITED, BigDecimal.TEN, RiskSpec.UNLIMITED));

    assertThat(scenario.run(first).orders())
        .contains("09:30:00 denied #2 POSITION_ABOVE_LIMIT", "09:30:00 sent #3 BUY 2 at 90.00 GTC");
  }

  @Test
  void aRiskDeskClosesThePositionOfEach() {
    longAndShort();
    tape.quote("09:30:03", "98.00x50", "98.02x50").quote("09:30:04", "98.00x50", "98.02x50");
    LossLimit tenDollars = LossLimit.at(Threshold.ofMoney(BigDecimal.TEN)).flattening();
    scenario.accountGuard(AccountGuardSpec.NONE.withDailyLoss(tenDollars));

    var told = scenario.run(first);

    // at 98.01: 10 × −2.01 + −4 × −1.99 = −12.14
    assertThat(told.fills())
        .endsWith(
            "09:30:04 filled #4 BUY 4 @ 98.02 TAKER leaves 0",
            "09:30:04 filled #3 SELL 10 @ 98.00 TAKER leaves 0");
    assertThat(reports(first)).contains("fill #3 SELL 10: lots 0 working 0");
    assertThat(reports(second)).contains("fill #4 BUY 4: lots 0 working 0");
    assertThat(told.result().openTrades()).isEmpty();
    // −10 × 2.02 and −4 × −1.98
    assertThat(told.result().strategyProfits()).containsExactly(-2_020_000_000L, 792_000_000L);
  }

  @Test
  void aBrokerClosesThePositionOfEach() {
    tape.quote("09:30:00", "10.00x500", "10.02x500")
        .quote("09:30:01", "10.00x500", "10.02x500")
        .quote("09:30:02", "8.00x500", "8.02x500")
        .quote("09:30:03", "8.00x500", "8.02x500");
    first.at("09:30:00", (position, orders) -> orders.market(BUY, 300, GTC));
    second.at("09:30:00", (position, orders) -> orders.market(SELL, 20, GTC));
    scenario
        .startCash("800.00")
        .account(AccountSpec.margin(new BigDecimal("0.25"), new BigDecimal("0.20")));

    var told = scenario.run(first);

    // cash 800.00 − 3 006.00 + 200.00 = −2 006.00; net 280 at 8.01 are 2 242.80: equity 236.80,
    // required 448.56
    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 LIQUIDATED MAINTENANCE_UNDERCUT 23680000000 against 44856000000");
    assertThat(told.fills())
        .endsWith(
            "09:30:03 filled #4 BUY 20 @ 8.02 TAKER leaves 0",
            "09:30:03 filled #3 SELL 300 @ 8.00 TAKER leaves 0");
    assertThat(reports(second)).contains("fill #4 BUY 20: lots 0 working 0");
    assertThat(told.result().openTrades()).isEmpty();
  }
}
