package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import io.tapedeck.core.strategy.Timers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies are called at the instants they asked for, and at no others. */
class TimerTest {
  private static final long MINUTE = 60_000_000_000L;

  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();
  private Timers timers;

  private List<String> timersHeard() {
    return script.heard().stream()
        .filter(line -> line.contains(" timer "))
        .map(line -> line.substring(0, line.indexOf(": lots")))
        .toList();
  }

  @Test
  void timersOfOneInstantGoOffInTheOrderInWhichTheyWereSet() {
    tape.quote("09:30:00", "100.00x50", "100.02x50");
    script.onStart(
        set -> {
          set.at(Clock.nanos("09:32:00"), 1);
          set.every(MINUTE, 2);
          set.at(Clock.nanos("09:32:00"), 3);
          set.every(2 * MINUTE, 4);
          set.at(Clock.nanos("09:31:00"), 5);
        });
    scenario.sessions(session("2026-01-05", "09:30:00", "09:33:00"));

    scenario.run(script);

    assertThat(timersHeard())
        .containsExactly(
            "09:31:00 timer 2",
            "09:31:00 timer 5",
            "09:32:00 timer 1",
            "09:32:00 timer 2",
            "09:32:00 timer 3",
            "09:32:00 timer 4");
  }

  @Test
  void aTimerComesAfterAllElseThatIsKnownByThen() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:31:00", "100.00x50", "100.02x50")
        .signal("09:31:00", 1);
    script
        .onStart(set -> set.at(Clock.nanos("09:31:00"), 9))
        .at("09:30:00", (position, orders) -> orders.market(BUY, 5, GTC));

    scenario.run(script);

    assertThat(script.heard())
        .containsSubsequence(
            "fill #1 BUY 5: lots 5 working 0",
            "09:31:00 XYZ quote of 09:31:00: lots 5 working 0",
            "09:31:00 XYZ signal of 09:31:00: lots 5 working 0",
            "09:31:00 timer 9: lots 5 working 0");
  }

  @Test
  void repeatedTimersStartAgainWithEachSessionAndLeaveOutItsEnds() {
    tape.quote("09:30:00", "100.00x50", "100.02x50");
    script.onStart(set -> set.every(90 * MINUTE, 0));
    scenario.sessions(
        session("2026-01-05", "09:30:00", "16:00:00"),
        session("2026-01-06", "09:00:00", "12:00:00")); // an early close

    scenario.run(script);

    // 09:30 + 90 min … ; on the second day 12:00 is the close itself
    assertThat(timersHeard())
        .containsExactly(
            "11:00:00 timer 0",
            "12:30:00 timer 0",
            "14:00:00 timer 0",
            "15:30:00 timer 0",
            "10:30:00 timer 0");
  }

  @Test
  void aRepeatedTimerSetDuringASessionKeepsItsAlignment() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:31:10", "100.00x50", "100.02x50");
    script
        .onStart(set -> timers = set)
        .at("09:31:10", (position, orders) -> timers.every(MINUTE, 7));
    scenario.sessions(session("2026-01-05", "09:30:00", "09:34:00"));

    scenario.run(script);

    assertThat(timersHeard()).containsExactly("09:32:00 timer 7", "09:33:00 timer 7");
  }

  @Test
  void aTimerAtThisVeryInstantGoesOffAndOneInThePastIsRefused() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:31:00", "100.00x50", "100.02x50");
    script
        .onStart(set -> timers = set)
        .at("09:30:00", (position, orders) -> timers.at(Clock.nanos("09:30:00"), 1))
        .at("09:31:00", (position, orders) -> timers.at(Clock.nanos("09:30:59.999"), 2));

    var failure = scenario.run(script).failure();

    assertThat(timersHeard()).containsExactly("09:30:00 timer 1");
    assertThat(failure.reason()).isEqualTo(FailureReason.STRATEGY_ERROR);
    assertThat(failure.detail()).contains("a timer must not be set to");
  }

  @Test
  void anIntervalMustBePositive() {
    tape.quote("09:30:00", "100.00x50", "100.02x50");
    script.onStart(set -> set.every(0, 1));

    assertThat(scenario.run(script).failure().detail()).contains("interval must be positive");
  }

  @Test
  void anOrderOfATimerMeetsTheNextEvent() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:31:00", "100.00x50", "100.04x50");
    script
        .onStart(set -> set.at(Clock.nanos("09:30:30"), 0))
        .onTimer((position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(scenario.run(script).orders())
        .containsExactly(
            "09:30:30 sent #1 BUY 1 GTC",
            "09:30:30 accepted #1",
            "09:31:00 filled #1 BUY 1 @ 100.04 TAKER leaves 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void timersBetweenAndAfterTheDataOfAChunkDoNotWaitForTheNext(int batchSize) {
    for (int minute = 30; minute < 35; minute++) {
      tape.quote("09:" + minute + ":00", "100.00x50", "100.02x50");
    }
    script.onStart(set -> set.every(40_000_000_000L, 0)); // every 40 s
    scenario.sessions(session("2026-01-05", "09:30:00", "09:36:00"));

    scenario.run(script, 5, batchSize);

    List<String> expected = new ArrayList<>();
    for (int second = 40; second < 360; second += 40) {
      expected.add(Clock.time(Clock.nanos("09:30:00") + second * 1_000_000_000L) + " timer 0");
    }
    // 09:30:40 … 09:35:20, the last ones after the last quote; 09:32:00 comes after its quote
    assertThat(timersHeard()).isEqualTo(expected);
    assertThat(script.heard())
        .containsSubsequence(
            "09:31:20 timer 0: lots 0 working 0",
            "09:32:00 XYZ quote of 09:32:00: lots 0 working 0",
            "09:32:00 timer 0: lots 0 working 0",
            "09:32:40 timer 0: lots 0 working 0",
            "09:33:00 XYZ quote of 09:33:00: lots 0 working 0");
  }
}
