package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.nanos;
import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Session FIRST = session("2026-01-05", "09:30:00", "16:00:00");
  private static final Session SECOND = session("2026-01-06", "09:30:00", "16:00:00");
  private static final long CENT = 1_000_000L;

  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape).sessions(FIRST, SECOND);
  private final Script script = new Script();

  @Test
  void aDayOrderExpiresBeforeItCouldMatchAtTheClose() {
    tape.quote("15:59:58", "100.00x5", "100.02x5")
        .quote("15:59:59", "100.00x5", "100.02x5")
        .quote("16:00:00", "99.00x5", "99.02x5");
    script.at(
        "15:59:58",
        (position, orders) -> {
          orders.limit(BUY, 1, 9_990, DAY);
          orders.limit(BUY, 1, 9_990, GTC);
        });

    assertThat(scenario.run(script).orders())
        .endsWith(
            "16:00:00 expired #1 leaves 1", "16:00:00 filled #2 BUY 1 @ 99.90 MAKER leaves 0");
  }

  @Test
  void whatADayOrderFilledStaysAndItsRestExpires() {
    tape.quote("15:59:58", "100.00x5", "100.02x5").quote("15:59:59", "100.00x5", "100.02x2");
    script.at("15:59:58", (position, orders) -> orders.market(BUY, 5, DAY));

    assertThat(scenario.run(script).orders())
        .endsWith(
            "15:59:59 filled #1 BUY 2 @ 100.02 TAKER leaves 3", "16:00:00 expired #1 leaves 3");
    assertThat(script.heard()).contains("order #1 EXPIRED: lots 2 working 0");
  }

  @Test
  void aDayOrderSentOutsideASessionExpiresAtTheNextClose() {
    tape.quote("17:00:00", "100.00x5", "100.02x5");
    script.at("17:00:00", (position, orders) -> orders.limit(BUY, 1, 9_990, DAY));

    assertThat(scenario.run(script).orders())
        .containsExactly(
            "17:00:00 sent #1 BUY 1 at 99.90 DAY",
            "17:00:00 accepted #1",
            "16:00:00 expired #1 leaves 1"); // of the next day
  }

  @Test
  void sessionsOpenBeforeAndCloseAfterAllThatHappensAtTheSameInstant() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("16:00:00", "100.00x5", "100.02x5");

    new Scenario(tape).sessions(FIRST).run(script);

    assertThat(script.heard())
        .containsExactly(
            "open 2026-01-05: lots 0 working 0",
            "09:30:00 XYZ quote of 09:30:00: lots 0 working 0",
            "16:00:00 XYZ quote of 16:00:00: lots 0 working 0",
            "close 2026-01-05: lots 0 working 0");
  }

  @Test
  void theRunEndsWithTheLastCloseWhateverFollowsOnTheTape() {
    tape.quote("15:59:59", "100.00x5", "100.02x5")
        .quote("16:00:00", "100.00x5", "100.02x5")
        .quote("16:00:01", "100.00x5", "100.02x5");
    script.at("16:00:00", (position, orders) -> orders.market(BUY, 1, GTC));

    var told = new Scenario(tape).sessions(FIRST).run(script);

    assertThat(told.fills()).isEmpty();
    assertThat(told.result().counts().events()).isEqualTo(2);
    assertThat(told.result().counts().unfilled()).isEqualTo(1);
  }

  @Test
  void reportsPastTheEndOfTheTapeStillArriveBeforeTheLastClose() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.00x5", "100.02x5");
    script.at("09:30:01", (position, orders) -> orders.market(BUY, 1, GTC));

    scenario.latencyNanos(0, 5_000_000, 5_000_000).run(script);

    assertThat(script.heard())
        .containsSubsequence(
            "fill #1 BUY 1: lots 1 working 0", "close 2026-01-05: lots 1 working 0");
  }

  @Test
  void anOrderThatArrivesAfterTheCloseMeetsTheNextSession() {
    tape.quote("15:59:59", "100.00x5", "100.02x5")
        .quote("2026-01-06 09:30:01", "90.00x5", "90.02x5");
    script
        .onStart(timers -> timers.at(nanos("16:00:01"), 1))
        .onTimer((position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(scenario.latencyNanos(0, 5_000_000, 0).run(script).orders())
        .containsSubsequence(
            "16:00:01.005 accepted #1", "09:30:01 filled #1 BUY 1 @ 90.02 TAKER leaves 0");
  }

  @Test
  void whatWasQuotedBeforeTheNightDoesNotStandInTheMorning() {
    tape.quote("15:59:59", "100.00x5", "100.02x5")
        .quote("2026-01-06 09:30:01", "90.00x5", "90.02x5");
    script
        .onStart(timers -> timers.at(nanos("2026-01-06 09:30:00"), 1))
        .onTimer((position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(scenario.latencyNanos(0, 5_000_000, 0).run(script).orders())
        .containsSubsequence(
            "09:30:00.005 accepted #1", "09:30:01 filled #1 BUY 1 @ 90.02 TAKER leaves 0");
  }

  @Test
  void aMarketWithoutNightsKeepsItsBook() {
    Session evening =
        new Session(LocalDate.of(2026, 1, 5), nanos("09:30:00"), nanos("17:00:00") - 1);
    Session night = new Session(LocalDate.of(2026, 1, 6), nanos("17:00:00"), nanos("23:00:00"));
    tape.quote("16:59:59", "100.00x5", "100.02x5").quote("17:00:09", "90.00x5", "90.02x5");
    script.at("16:59:59", (position, orders) -> orders.market(BUY, 1, GTC));

    var told =
        new Scenario(tape).sessions(evening, night).latencyNanos(0, 2_000_000_000L, 0).run(script);

    assertThat(told.orders()).endsWith("17:00:01 filled #1 BUY 1 @ 100.02 TAKER leaves 0");
  }

  @Test
  void eachSessionIsSummedUpAtItsClose() {
    tape.quote("10:00:00", "100.00x50", "100.02x50")
        .quote("11:00:00", "100.00x50", "100.02x50")
        .quote("12:00:00", "100.10x50", "100.12x50")
        .quote("2026-01-06 10:00:00", "100.20x50", "100.22x50")
        .quote("2026-01-06 10:30:00", "100.20x50", "100.24x50");
    script
        .at("10:00:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("2026-01-06 10:00:00", (position, orders) -> orders.market(SELL, 10, GTC));

    var told = scenario.run(script);

    long sessionNanos = nanos("16:00:00") - nanos("09:30:00");
    // bought 10 × 100.02 = 1 000.20 at 11:00; marked at the mid of 12:00, 100.11: +0.90
    // sold 10 × 100.20 = 1 002.00 at 10:30 of the next day: +1.80
    assertThat(told.result().daily())
        .containsExactly(
            new DailyEquity(
                Clock.DAY,
                1_000_090 * CENT,
                899_980 * CENT,
                0,
                0,
                100_020 * CENT,
                nanos("16:00:00") - nanos("11:00:00"),
                sessionNanos),
            new DailyEquity(
                LocalDate.of(2026, 1, 6),
                1_000_180 * CENT,
                1_000_180 * CENT,
                180 * CENT,
                0,
                100_200 * CENT,
                nanos("10:30:00") - nanos("09:30:00"),
                sessionNanos));
    assertThat(told.log().daily()).isEqualTo(told.result().daily());
    assertThat(told.result().openTrades()).isEmpty();
    assertThat(told.log().roundTrips()).hasSize(1);
    assertThat(told.log().roundTrips().get(0).netProfit()).isEqualTo(180 * CENT);
  }

  @Test
  void anOpenPositionIsMarkedAtTheEndAndNotClosed() {
    tape.quote("10:00:00", "100.00x50", "100.02x50")
        .quote("11:00:00", "100.00x50", "100.02x50")
        .quote("12:00:00", "99.90x50", "99.94x50");
    script.at("10:00:00", (position, orders) -> orders.market(SELL, 10, GTC));

    var told = new Scenario(tape).sessions(FIRST).run(script);

    var open = told.result().openTrades().get(0);
    assertThat(open.isOpen()).isTrue();
    assertThat(open.side()).isEqualTo(SELL);
    assertThat(open.entryTimeNanos()).isEqualTo(nanos("11:00:00"));
    assertThat(open.exitTimeNanos()).isEqualTo(nanos("16:00:00"));
    assertThat(open.exitTicks()).isEqualTo(9_992.0); // mid of 99.90 and 99.94
    assertThat(open.profit()).isEqualTo(80 * CENT); // 10 × (100.00 − 99.92)
    assertThat(told.log().roundTrips()).isEmpty();
    assertThat(told.result().metrics().unrealised()).isEqualTo(80 * CENT);
  }

  @Test
  void sessionsMustBeInOrderAndApart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scenario(tape).sessions(SECOND, FIRST).spec(script))
        .withMessageContaining("sessions must be in order");
  }
}
