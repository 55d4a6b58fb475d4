package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars built as ticks become known, and bars of the tape. */
class KernelBarTest {
  private final Tape tape = new Tape(tradesOnly(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void timeBarsAreHalfOpenAndToldAtTheirCloseAfterTheTicksOfThatInstant(int batchSize) {
    tape.trade("09:30:00", "100.00x5", 1)
        .trade("09:30:30", "100.20x1", 1)
        .trade("09:30:59.999", "99.90x2", 1)
        .trade("09:31:00", "100.10x3", 1)
        .trade("09:31:00", "100.30x4", 1)
        .signal("09:31:00", 1)
        .trade("09:33:30", "100.00x1", 1);
    script.onStart(timers -> timers.at(Clock.nanos("09:31:00"), 1));
    scenario.bars("1m").sessions(session("2026-01-05", "09:30:00", "16:00:00"));

    scenario.run(script, tape.size(), batchSize);

    // 09:32 is empty: no bar
    assertThat(script.bars())
        .containsExactly(
            "09:31:00 XYZ 09:30:00-09:31:00 10000 10020 9990 9990 8 lots",
            "09:32:00 XYZ 09:31:00-09:32:00 10010 10030 10010 10030 7 lots",
            "09:34:00 XYZ 09:33:00-09:34:00 10000 10000 10000 10000 1 lots");
    assertThat(script.heard().stream().filter(line -> line.startsWith("09:31:00")))
        .containsExactly(
            "09:31:00 XYZ trade of 09:31:00: lots 0 working 0",
            "09:31:00 XYZ trade of 09:31:00: lots 0 working 0",
            "09:31:00 XYZ bar of 09:31:00: lots 0 working 0",
            "09:31:00 XYZ signal of 09:31:00: lots 0 working 0",
            "09:31:00 timer 1: lots 0 working 0");
  }

  @Test
  void barsAreAlignedWithTheOpenAndTheLastEndsWithTheSession() {
    tape.trade("09:45:00", "100.00x1", 1)
        .trade("10:00:00", "101.00x1", 1)
        .trade("10:45:00", "102.00x1", 1) // at the close: belongs to the last bar
        .trade("10:45:00.001", "103.00x1", 1); // after it: to none
    scenario.bars("1h").sessions(session("2026-01-05", "09:30:00", "10:45:00"));

    scenario.run(script);

    assertThat(script.bars())
        .containsExactly(
            "10:30:00 XYZ 09:30:00-10:30:00 10000 10100 10000 10100 2 lots",
            "10:45:00 XYZ 10:30:00-10:45:00 10200 10200 10200 10200 1 lots");
  }

  @Test
  void barsOfTicksVolumeAndNotionalEndWithTheTickThatCompletesThem() {
    tape.trade("09:30:01", "10.00x3", 1)
        .trade("09:30:02", "10.02x4", 1)
        .trade("09:30:03", "10.01x5", 1)
        .trade("09:30:04", "10.03x1", 1);
    scenario.sessions(session("2026-01-05", "09:30:00", "09:31:00"));

    scenario.bars("3 ticks").run(script);
    assertThat(script.bars())
        .containsExactly(
            "09:30:03 XYZ 09:30:01-09:30:03 1000 1002 1000 1001 12 lots",
            "09:31:00 XYZ 09:30:04-09:31:00 1003 1003 1003 1003 1 lots");

    Script ofVolume = new Script();
    scenario.bars("7 volume").run(ofVolume); // 3 + 4, then 5 + 1 with the session
    assertThat(ofVolume.bars())
        .containsExactly(
            "09:30:02 XYZ 09:30:01-09:30:02 1000 1002 1000 1002 7 lots",
            "09:31:00 XYZ 09:30:03-09:31:00 1001 1003 1001 1003 6 lots");

    Script ofNotional = new Script();
    scenario.bars("50 notional").run(ofNotional); // 30.00 + 40.08, then 50.05, then 10.03
    assertThat(ofNotional.bars())
        .containsExactly(
            "09:30:02 XYZ 09:30:01-09:30:02 1000 1002 1000 1002 7 lots",
            "09:30:03 XYZ 09:30:03-09:30:03 1001 1001 1001 1001 5 lots",
            "09:31:00 XYZ 09:30:04-09:31:00 1003 1003 1003 1003 1 lots");
  }

  @Test
  void aBarIsToldAfterAllTicksOfTheInstantAtWhichItCompletes() {
    tape.trade("09:30:01", "10.00x3", 1)
        .trade("09:30:02", "10.02x4", 1)
        .trade("09:30:02", "10.01x5", 1);
    scenario.bars("2 ticks").sessions(session("2026-01-05", "09:30:00", "09:31:00"));

    scenario.run(script);

    assertThat(script.heard())
        .containsSubsequence(
            "09:30:02 XYZ trade of 09:30:02: lots 0 working 0",
            "09:30:02 XYZ trade of 09:30:02: lots 0 working 0",
            "09:30:02 XYZ bar of 09:30:02: lots 0 working 0");
  }

  @Test
  void ticksCountWhenTheyBecomeKnown() {
    tape.trade("09:30:00", "100.00x1", 1)
        .trade("09:30:59.900", "101.00x1", 1) // known at 09:31:00.100
        .trade("09:31:30", "102.00x1", 1);
    scenario
        .bars("1m")
        .latencyNanos(200_000_000, 0, 0)
        .sessions(session("2026-01-05", "09:30:00", "16:00:00"));

    scenario.run(script);

    assertThat(script.bars())
        .containsExactly(
            "09:31:00 XYZ 09:30:00-09:31:00 10000 10000 10000 10000 1 lots",
            "09:32:00 XYZ 09:31:00-09:32:00 10100 10200 10100 10200 2 lots");
  }

  @Test
  void withoutTradesBarsAreOfBids() {
    Universe quotes = new Universe(List.of(new Universe.Listing(share("XYZ"), true, false)));
    Tape bids = new Tape(quotes);
    bids.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:10", null, "100.02x5")
        .quote("09:30:20", "100.01x5", "100.05x5");

    new Scenario(bids).bars("1m").run(script);

    assertThat(script.bars())
        .containsExactly("09:31:00 XYZ 09:30:00-09:31:00 10000 10001 10000 10001 no lots");
  }

  @Test
  void volumeBarsNeedTrades() {
    Universe quotes = new Universe(List.of(new Universe.Listing(share("XYZ"), true, false)));

    var failure = new Scenario(new Tape(quotes)).bars("7 volume").run(script).failure();

    assertThat(failure.reason()).isEqualTo(FailureReason.INVALID_PARAMETERS);
    assertThat(failure.detail()).contains("bars of 7 volume need trades of XYZ");
  }

  @Test
  void everyInstrumentHasItsBarsInTheOrderOfTheUniverse() {
    Tape two = new Tape(quoted(share("AAA"), share("BBB")));
    two.of("BBB").trade("09:30:10", "20.00x1", 1).of("AAA").trade("09:30:20", "10.00x1", 1);

    new Scenario(two).bars("1m").run(script);

    assertThat(script.bars())
        .containsExactly(
            "09:31:00 AAA 09:30:00-09:31:00 1000 1000 1000 1000 1 lots",
            "09:31:00 BBB 09:30:00-09:31:00 2000 2000 2000 2000 1 lots");
  }

  @Test
  void barsOfTheTapeBecomeKnownAfterTheFeedDelay() {
    tape.trade("09:30:00", "100.00x1", 1)
        .bar("09:30:00", "09:31:00", "100.10")
        .receivedAt("09:32:30")
        .bar("09:31:00", "09:32:00", "100.20")
        .bar("09:32:00", "09:32:30", "100.30");
    scenario.latencyNanos(250_000_000, 0, 0);

    scenario.run(script);

    // the last is there at 09:32:30.25; the second's own arrival is as told
    assertThat(script.bars())
        .containsExactly(
            "09:31:00.250 XYZ 09:30:00-09:31:00 10010 10010 10010 10010 1 lots",
            "09:32:30 XYZ 09:31:00-09:32:00 10020 10020 10020 10020 1 lots",
            "09:32:30.250 XYZ 09:32:00-09:32:30 10030 10030 10030 10030 1 lots");
  }

  @Test
  void aBarOfTheTapeDoesNotOvertakeOneOfItsStream() {
    tape.receivedAt("09:32:00")
        .bar("09:30:00", "09:31:00", "100.10")
        .bar("09:31:00", "09:32:00", "100.20");

    scenario.run(script);

    assertThat(script.bars())
        .containsExactly(
            "09:32:00 XYZ 09:30:00-09:31:00 10010 10010 10010 10010 1 lots",
            "09:32:00 XYZ 09:31:00-09:32:00 10020 10020 10020 10020 1 lots");
  }
}
