package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Universe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trader knows what was delivered and reported, when it was, and nothing else. */
class KnownViewTest {
  private final Universe universe = quoted(share("XYZ"));
  private final Tape tape = new Tape(universe);
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private List<String> heard() {
    List<String> heard = new ArrayList<>(script.heard());
    heard.removeIf(line -> line.startsWith("open") || line.startsWith("close"));
    return heard;
  }

  @Test
  void withoutLatencyReportsComeBeforeTheDeliveryOfTheEventThatCausedThem() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.00x5", "100.02x2");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 2, GTC));

    scenario.run(script);

    assertThat(heard())
        .containsExactly(
            "09:30:00 XYZ quote of 09:30:00: lots 0 working 0",
            "order #1 NEW: lots 0 working 2",
            "fill #1 BUY 2: lots 2 working 0",
            "order #1 FILLED: lots 2 working 0",
            "09:30:01 XYZ quote of 09:30:01: lots 2 working 0");
  }

  @Test
  void reportsTakeTheResponseLatencyAndThePositionIsNotKnownBefore() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:00.010", "100.00x5", "100.03x5")
        .quote("09:30:00.015", "100.00x5", "100.04x5")
        .quote("09:30:00.020", "100.00x5", "100.05x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 2, GTC));

    // arrives and fills at .005, is known at .012
    var told = scenario.latencyNanos(0, 5_000_000, 7_000_000).run(script);

    assertThat(told.fills())
        .containsExactly("09:30:00.005 filled #1 BUY 2 @ 100.02 TAKER leaves 0");
    assertThat(heard())
        .containsExactly(
            "09:30:00 XYZ quote of 09:30:00: lots 0 working 0",
            "09:30:00.010 XYZ quote of 09:30:00.010: lots 0 working 2",
            "order #1 NEW: lots 0 working 2",
            "fill #1 BUY 2: lots 2 working 0",
            "order #1 FILLED: lots 2 working 0",
            "09:30:00.015 XYZ quote of 09:30:00.015: lots 2 working 0",
            "09:30:00.020 XYZ quote of 09:30:00.020: lots 2 working 0");
  }

  @Test
  void partialFillsReachTheKnownPositionAndTheLedger() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.00x5", "100.02x3");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, IOC));

    var told = scenario.run(script);

    assertThat(heard())
        .containsSubsequence(
            "fill #1 BUY 3: lots 3 working 7", "order #1 CANCELED: lots 3 working 0");
    assertThat(told.result().openTrades()).hasSize(1);
    assertThat(told.result().openTrades().get(0).maxLots()).isEqualTo(3);
  }

  @Test
  void aTargetNetsAgainstPositionAndWorkingOrdersAndRepeatingItChangesNothing() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:01", "100.00x5", "100.02x4")
        .quote("09:30:02", "100.00x5", "100.03x9")
        .quote("09:30:03", "100.00x20", "100.02x5")
        .quote("09:30:04", "100.00x21", "100.02x5");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.target(10);
              assertThat(orders.target(10)).isZero();
            })
        .at("09:30:01", (position, orders) -> orders.target(10)) // 4 held, 6 working
        .at("09:30:02", (position, orders) -> orders.target(-5))
        .at("09:30:03", (position, orders) -> orders.target(-5));

    var told = scenario.run(script);

    assertThat(told.orders().stream().filter(line -> line.contains("sent")))
        .containsExactly("09:30:00 sent #1 BUY 10 GTC", "09:30:02 sent #2 SELL 15 GTC");
    assertThat(told.result().counts().decisions()).isEqualTo(5);
    assertThat(told.result().openTrades().get(0).maxLots()).isEqualTo(5);
  }

  @Test
  void feedLatencyDelaysWhatHasNoArrivalTimeOfItsOwn() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .receivedAt("09:30:01.500")
        .quote("09:30:01", "100.01x5", "100.02x5");

    scenario.latencyNanos(250_000_000, 0, 0).run(script);

    assertThat(heard())
        .containsExactly(
            "09:30:00.250 XYZ quote of 09:30:00: lots 0 working 0",
            "09:30:01.500 XYZ quote of 09:30:01: lots 0 working 0");
  }

  @Test
  void aStreamIsFirstInFirstOutAndStreamsDoNotWaitForEachOther() {
    tape.receivedAt("09:30:05")
        .quote("09:30:00", "100.00x5", "100.02x5")
        .receivedAt("09:30:02")
        .quote("09:30:01", "100.01x5", "100.02x5")
        .receivedAt("09:30:02")
        .trade("09:30:01.500", "100.01x5");

    scenario.run(script);

    assertThat(heard())
        .containsExactly(
            "09:30:02 XYZ trade of 09:30:01.500: lots 0 working 0",
            "09:30:05 XYZ quote of 09:30:00: lots 0 working 0",
            "09:30:05 XYZ quote of 09:30:01: lots 0 working 0");
  }

  @Test
  void aDecisionOnAnOldEventMeetsTheMarketOfItsArrival() {
    tape.receivedAt("09:30:02")
        .quote("09:30:00", "100.00x5", "100.02x5")
        .receivedAt("09:30:03")
        .quote("09:30:01", "100.50x5", "100.52x5")
        .quote("09:30:04", "101.00x5", "101.02x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(scenario.latencyNanos(0, 1_000_000, 0).run(script).fills())
        .containsExactly("09:30:02.001 filled #1 BUY 1 @ 100.52 TAKER leaves 0");
  }

  @Test
  void knownCashFollowsReports() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:00.010", "100.00x5", "100.03x5")
        .quote("09:30:00.015", "100.00x5", "100.04x5");
    List<Long> cash = new ArrayList<>();
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.market(BUY, 2, GTC);
              cash.add(position.cash());
            })
        .at("09:30:00.010", (position, orders) -> cash.add(position.cash()))
        .at("09:30:00.015", (position, orders) -> cash.add(position.cash()));

    scenario.latencyNanos(0, 5_000_000, 7_000_000).run(script);

    // 10 000.00 − 2 × 100.02 = 9 799.96 from .012 on
    assertThat(cash).containsExactly(1_000_000_000_000L, 1_000_000_000_000L, 979_996_000_000L);
  }

  @Test
  void aTradeComesBeforeAQuoteOfTheSameInstantAndBarsAndSignalsAfterBoth() {
    tape.signal("09:30:00", +1)
        .bar("09:29:00", "09:30:00", "100.01")
        .quote("09:30:00", "100.00x5", "100.02x5")
        .trade("09:30:00", "100.01x5");

    scenario.run(script);

    assertThat(heard())
        .containsExactly(
            "09:30:00 XYZ trade of 09:30:00: lots 0 working 0",
            "09:30:00 XYZ quote of 09:30:00: lots 0 working 0",
            "09:30:00 XYZ bar of 09:30:00: lots 0 working 0",
            "09:30:00 XYZ signal of 09:30:00: lots 0 working 0");
  }

  @Test
  void aRowOfTheSameInstantIsSeenByTheVenueBeforeTheTraderDecidesOnTheFirst() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:00", "100.10x5", "100.12x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));

    // decided at (09:30:00, delivery), after both quotes: there is no later one to meet
    assertThat(scenario.run(script).orders())
        .containsExactly("09:30:00 sent #1 BUY 1 GTC", "09:30:00 accepted #1");
  }

  @Test
  void cancelingTwiceIsTooLateAndCancelingWhatIsKnownDoneIsNotSent() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:01", "100.00x5", "100.02x2")
        .quote("09:30:02", "100.00x5", "100.02x9");
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 2, GTC))
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.cancel(1);
              orders.limit(BUY, 1, 9_000, GTC);
              orders.cancel(2);
              orders.cancel(2);
            });

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 accepted #2",
            "09:30:01 canceled #2 REQUESTED leaves 1",
            "09:30:01 too late for #2");
  }
}
