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
import io.tapedeck.core.fixture.Told;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.Threshold;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Positions are closed unasked: 100 lots bought at 10.02, which cost 1 002.00. */
class PositionStopTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private static Threshold money(String amount) {
    return Threshold.ofMoney(new BigDecimal(amount));
  }

  private Told run(PositionGuardSpec guard) {
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 100, GTC));
    return scenario.positionGuard(guard).run(script);
  }

  private Tape bought() {
    return tape.quote("09:30:00", "10.00x500", "10.02x500")
        .quote("09:30:01", "10.00x500", "10.02x500");
  }

  @Test
  void aStopLossClosesAndCancels() {
    bought()
        .quote("09:30:02", "9.92x500", "9.93x500") // mid 9.925: −9.50
        .quote("09:30:03", "9.90x500", "9.92x500") // mid 9.91: −11.00
        .quote("09:30:04", "9.80x500", "9.82x500")
        .quote("09:30:05", "9.00x500", "9.02x500");
    script.at("09:30:02", (position, orders) -> orders.limit(SELL, 100, 1_100, GTC));

    var told = run(PositionGuardSpec.NONE.withStopLoss(money("10.00")));

    assertThat(told.log().riskEvents())
        .containsExactly("09:30:03 CLOSED STOP_LOSS_REACHED 1100000000 against 1000000000");
    assertThat(told.orders())
        .endsWith(
            "09:30:03 sent #3 SELL 100 GTC",
            "09:30:03 canceled #2 RISK leaves 100",
            "09:30:03 accepted #3",
            "09:30:04 filled #3 SELL 100 @ 9.80 TAKER leaves 0");
    assertThat(told.result().openTrades()).isEmpty();
  }

  @Test
  void aTakeProfitIsAShareOfTheCost() {
    bought()
        .quote("09:30:02", "10.51x500", "10.53x500") // mid 10.52: +50.00
        .quote("09:30:03", "10.52x500", "10.54x500") // mid 10.53: +51.00
        .quote("09:30:04", "10.52x500", "10.54x500");

    var told =
        run(PositionGuardSpec.NONE.withTakeProfit(Threshold.ofShare(new BigDecimal("0.05"))));

    // 5 % of 1 002.00 = 50.10
    assertThat(told.log().riskEvents())
        .containsExactly("09:30:03 CLOSED TAKE_PROFIT_REACHED 5100000000 against 5010000000");
    assertThat(told.fills()).endsWith("09:30:04 filled #2 SELL 100 @ 10.52 TAKER leaves 0");
  }

  @Test
  void aTrailingStopCountsFromTheBestPrice() {
    bought()
        .quote("09:30:02", "10.20x500", "10.22x500") // best mid 10.21
        .quote("09:30:03", "10.16x500", "10.18x500") // 4.00 given back
        .quote("09:30:04", "10.15x500", "10.16x500") // 5.50
        .quote("09:30:05", "10.15x500", "10.16x500");

    var told = run(PositionGuardSpec.NONE.withTrailing(money("5.00")));

    assertThat(told.log().riskEvents())
        .containsExactly("09:30:04 CLOSED TRAILING_STOP_REACHED 550000000 against 500000000");
    assertThat(told.fills()).endsWith("09:30:05 filled #2 SELL 100 @ 10.15 TAKER leaves 0");
  }

  @Test
  void aTimeStopActsAtTheFirstPriceAfterTheHoldingTime() {
    bought()
        .quote("09:31:00", "10.00x500", "10.02x500") // 59 s
        .quote("09:31:01", "10.00x500", "10.02x500")
        .quote("09:31:02", "10.00x500", "10.02x500");

    var told = run(PositionGuardSpec.NONE.withMaxHeldNanos(60_000_000_000L));

    assertThat(told.log().riskEvents())
        .containsExactly("09:31:01 CLOSED TIME_STOP_REACHED 60000000000 against 60000000000");
    assertThat(told.fills()).endsWith("09:31:02 filled #2 SELL 100 @ 10.00 TAKER leaves 0");
  }

  @Test
  void aSessionStopCountsOpens() {
    bought()
        .quote("2026-01-06 09:30:00", "10.00x500", "10.02x500")
        .quote("2026-01-07 09:30:00", "10.00x500", "10.02x500")
        .quote("2026-01-07 09:30:01", "10.00x500", "10.02x500");
    scenario.sessions(
        session("2026-01-05", "09:30:00", "16:00:00"),
        session("2026-01-06", "09:30:00", "16:00:00"),
        session("2026-01-07", "09:30:00", "16:00:00"));

    var told = run(PositionGuardSpec.NONE.withMaxHeldSessions(2));

    assertThat(told.log().riskEvents())
        .containsExactly("09:30:00 CLOSED SESSION_STOP_REACHED 2 against 2");
    assertThat(told.log().daily().get(2).cash()).isEqualTo(999_800_000_000L); // −100 × 0.02
  }

  @Test
  void aStrategyThatWantsOutAtTheSameQuoteSellsNothingMore() {
    bought().quote("09:30:02", "9.90x500", "9.92x500").quote("09:30:03", "9.80x500", "9.82x500");
    script.at(
        "09:30:02",
        (position, orders) -> {
          assertThat(position.workingLots()).isEqualTo(-100);
          assertThat(orders.target(0)).isZero();
        });

    var told = run(PositionGuardSpec.NONE.withStopLoss(money("10.00")));

    assertThat(told.fills())
        .endsWith("09:30:03 filled #2 SELL 100 @ 9.80 TAKER leaves 0")
        .hasSize(2);
  }

  @Test
  void aClosedPositionIsGuardedAgainWhenItIsOpenedAgain() {
    bought()
        .quote("09:30:02", "9.90x500", "9.92x500")
        .quote("09:30:03", "9.90x500", "9.92x500") // closed at 9.90
        .quote("09:30:04", "9.90x500", "9.92x500") // bought again at 9.92
        .quote("09:30:05", "9.81x500", "9.83x500") // mid 9.82: −10.00
        .quote("09:30:06", "9.80x500", "9.82x500");
    script.at("09:30:03", (position, orders) -> orders.market(BUY, 100, GTC));

    var told = run(PositionGuardSpec.NONE.withStopLoss(money("10.00")));

    assertThat(told.log().riskEvents())
        .containsExactly(
            "09:30:02 CLOSED STOP_LOSS_REACHED 1100000000 against 1000000000",
            "09:30:05 CLOSED STOP_LOSS_REACHED 1000000000 against 1000000000");
    assertThat(told.result().openTrades()).isEmpty();
  }
}
