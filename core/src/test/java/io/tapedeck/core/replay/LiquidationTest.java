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
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What the broker does to an account that no longer covers what it holds. */
class LiquidationTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Script script = new Script();
  private final Scenario scenario =
      new Scenario(tape)
          .startCash("1000.00")
          .account(AccountSpec.margin(new BigDecimal("0.5"), new BigDecimal("0.25")));

  /** 15 held for 1500.15, and 5 more wanted at 40.00, with a stop. */
  private void holdFifteen() {
    tape.quote("09:30:00", "99.99x50", "100.01x50")
        .quote("09:30:01", "99.99x50", "100.01x50")
        // worth 660.00: equity of 660.00 - 500.15 = 159.85 against 165.00
        .quote("09:30:02", "43.99x4", "44.01x50")
        .quote("09:30:03", "43.98x4", "44.01x50")
        .quote("09:30:04", "43.50x50", "44.01x50");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 15, GTC);
          orders.order(BUY, 5).limit(4_000).stopLoss(3_000).send();
        });
  }

  @Test
  void allThatWorksIsCanceledAndAllThatIsHeldIsClosedAtTheNextEvent() {
    holdFifteen();

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 filled #1 BUY 15 @ 100.01 TAKER leaves 0",
            "09:30:02 canceled #3 RISK leaves 5", // its exits before the entry
            "09:30:02 canceled #2 RISK leaves 5",
            "09:30:02 sent #4 SELL 15 GTC",
            "09:30:02 accepted #4",
            "09:30:03 filled #4 SELL 4 @ 43.98 TAKER leaves 11",
            "09:30:04 filled #4 SELL 11 @ 43.50 TAKER leaves 0");
  }

  @Test
  void ordersThatArriveMeanwhileAreRefused() {
    holdFifteen();
    script.at("09:30:03", (position, orders) -> orders.market(SELL, 1, GTC));

    assertThat(scenario.run(script).orders())
        .contains("09:30:03 rejected #5 ACCOUNT_IN_LIQUIDATION");
  }

  @Test
  void theTraderKnowsOfTheClosingOrderWhenItIsReported() {
    holdFifteen();

    scenario.latencyNanos(0, 0, 500_000_000).run(script);

    assertThat(script.heard())
        .contains(
            "09:30:02 XYZ quote of 09:30:02: lots 15 working 5", // canceled, and not known yet
            "09:30:03 XYZ quote of 09:30:03: lots 15 working -15");
  }
}
