package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.core.execution.UniformDelay;
import io.tapedeck.core.execution.VenueDelays;
import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Universe;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Delays that differ from message to message, and what they keep in order. */
class LatencyTest {
  private static final Delay NONE = new FixedDelay(0);
  private static final long MILLIS = 1_000_000;

  private static List<String> accepted(List<String> orders) {
    return orders.stream().filter(line -> line.contains(" accepted ")).toList();
  }

  /** Ten orders at ten quotes, a second apart. */
  private static List<String> tenOrders(Tape tape, LatencySpec latency, long seed) {
    Script script = new Script();
    for (int i = 0; i < 10; i++) {
      tape.quote("09:30:0" + i, "100.00x50", "100.02x50");
      script.at("09:30:0" + i, (position, orders) -> orders.limit(BUY, 1, 9_000, GTC));
    }
    return accepted(new Scenario(tape).latency(latency).seed(seed).run(script).orders());
  }

  @Test
  void recordedDelaysAreThoseOfTheMomentOfSending() {
    Tape tape = new Tape(quoted(share("XYZ")));
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:02", "100.00x50", "100.02x50");
    Script script = new Script();
    for (String time : List.of("09:30:00", "09:30:01", "09:30:02")) {
      script.at(time, (position, orders) -> orders.limit(BUY, 1, 9_000, GTC));
    }
    long[] times = {Clock.nanos("09:30:00"), Clock.nanos("09:30:02")};
    long[] delays = {10 * MILLIS, 30 * MILLIS};

    RecordedDelay line = new RecordedDelay(times, delays, RecordedDelay.Between.LINEAR);
    assertThat(accepted(new Scenario(tape).latency(entry(line)).run(script).orders()))
        .containsExactly(
            "09:30:00.010 accepted #1",
            "09:30:01.020 accepted #2", // halfway from 10 to 30
            "09:30:02.030 accepted #3");
  }

  private static LatencySpec entry(Delay delay) {
    return new LatencySpec(NONE, delay, NONE);
  }

  @Test
  void aLineIsFirstInFirstOut() {
    Tape tape = new Tape(quoted(share("XYZ")));
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:00.010", "100.00x49", "100.02x5");
    Script script =
        new Script()
            .at("09:30:00", (position, orders) -> orders.limit(BUY, 1, 9_000, GTC))
            .at(
                "09:30:00.010",
                (position, orders) -> {
                  orders.cancel(1);
                  orders.limit(BUY, 1, 9_001, GTC);
                });
    long[] times = {Clock.nanos("09:30:00"), Clock.nanos("09:30:00.010")};
    long[] delays = {50 * MILLIS, 5 * MILLIS};
    RecordedDelay shorter = new RecordedDelay(times, delays, RecordedDelay.Between.STEP);

    // what was sent at .010 would be there at .015, before what was sent at .000
    assertThat(new Scenario(tape).latency(entry(shorter)).run(script).orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 1 at 90.00 GTC",
            "09:30:00.010 sent #2 BUY 1 at 90.01 GTC",
            "09:30:00.050 accepted #1",
            "09:30:00.050 canceled #1 REQUESTED leaves 1",
            "09:30:00.050 accepted #2");
  }

  @Test
  void reportsAreFirstInFirstOutToo() {
    Tape tape = new Tape(quoted(share("XYZ")));
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:00.010", "100.00x50", "100.02x49")
        .quote("09:30:00.040", "100.00x50", "100.02x48")
        .quote("09:30:00.060", "100.00x50", "100.02x47");
    Script script =
        new Script()
            .at("09:30:00", (position, orders) -> orders.limit(BUY, 1, 9_000, GTC))
            .at("09:30:00.010", (position, orders) -> orders.limit(BUY, 1, 9_000, GTC));
    long[] times = {Clock.nanos("09:30:00"), Clock.nanos("09:30:00.010")};
    long[] delays = {50 * MILLIS, 5 * MILLIS};
    RecordedDelay shorter = new RecordedDelay(times, delays, RecordedDelay.Between.STEP);

    new Scenario(tape).latency(new LatencySpec(NONE, NONE, shorter)).run(script);

    assertThat(script.heard())
        .containsSubsequence(
            "09:30:00.040 XYZ quote of 09:30:00.040: lots 0 working 2",
            "order #1 NEW: lots 0 working 2",
            "order #2 NEW: lots 0 working 2",
            "09:30:00.060 XYZ quote of 09:30:00.060: lots 0 working 2");
  }

  @Test
  void eachVenueHasItsOwnDelay() {
    Universe universe =
        new Universe(
            List.of(
                new Universe.Listing(share("AAA"), true, true, false, false, "NEAR"),
                new Universe.Listing(share("BBB"), true, true, false, false, "FAR"),
                new Universe.Listing(share("CCC"), true, true, false, false, "")));
    Tape tape = new Tape(universe);
    tape.of("AAA").quote("09:30:00", "100.00x50", "100.02x50");
    Script script =
        new Script()
            .at(
                "09:30:00",
                (position, orders) -> {
                  orders.on(2).limit(BUY, 1, 9_000, GTC);
                  orders.on(1).limit(BUY, 1, 9_000, GTC);
                  orders.on(0).limit(BUY, 1, 9_000, GTC);
                });
    TreeMap<String, Delay> byVenue = new TreeMap<>();
    byVenue.put("NEAR", new FixedDelay(MILLIS));
    byVenue.put("FAR", new FixedDelay(80 * MILLIS));

    VenueDelays delays = new VenueDelays(byVenue, new FixedDelay(20 * MILLIS));
    assertThat(accepted(new Scenario(tape).latency(entry(delays)).run(script).orders()))
        .containsExactly(
            "09:30:00.001 accepted #3", "09:30:00.020 accepted #1", "09:30:00.080 accepted #2");
  }

  @Test
  void equalSeedsAreEqualLuckAndAnotherInstrumentChangesNone() {
    LatencySpec drawn = entry(new UniformDelay(0, 900 * MILLIS));
    List<String> alone = tenOrders(new Tape(quoted(share("XYZ"))), drawn, 7);

    assertThat(alone).hasSize(10).doesNotHaveDuplicates();
    assertThat(tenOrders(new Tape(quoted(share("XYZ"))), drawn, 7)).isEqualTo(alone);
    assertThat(tenOrders(new Tape(quoted(share("XYZ"))), drawn, 8)).isNotEqualTo(alone);
    Tape beside = new Tape(quoted(share("AAA"), share("XYZ")));
    for (int i = 0; i < 9; i++) {
      beside.of("AAA").quote("09:30:0" + i + ".500", "20.00x50", "20.02x50");
    }
    assertThat(tenOrders(beside.of("XYZ"), drawn, 7)).isEqualTo(alone);
  }

  @Test
  void drawnFeedDelaysKeepAStreamInOrder() {
    Tape tape = new Tape(quoted(share("XYZ")));
    for (int i = 0; i < 9; i++) {
      tape.quote("09:30:00.00" + i, "100.00x50", "100.0" + (i + 1) + "x50");
    }
    Script script = new Script();

    // delays of up to 100 ms, quotes a millisecond apart
    Delay delay = new UniformDelay(0, 100 * MILLIS);
    new Scenario(tape).latency(new LatencySpec(delay, NONE, NONE)).run(script);

    List<String> quotes =
        script.heard().stream().filter(line -> line.contains("quote of")).toList();
    assertThat(quotes).hasSize(9);
    for (int i = 0; i < 9; i++) {
      assertThat(quotes.get(i)).contains("quote of 09:30:00" + (i == 0 ? ":" : ".00" + i + ":"));
    }
  }
}
