package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders bound to others, from the ticket to the last report. */
class BoundOrderTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private static List<String> withoutSent(List<String> lines) {
    return lines.stream().filter(line -> !line.contains(" sent ")).toList();
  }

  @Test
  void ofAGroupThatOneQuoteReachesOnlyTheFirstFillsAndIfInPart() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "97.98x50", "98.00x4");
    script.at(
        "09:30:00",
        (position, orders) -> {
          long first = orders.limit(BUY, 10, 9_950, GTC);
          orders.order(BUY, 10).limit(9_900).oneCancelsOther(first).send();
        });

    assertThat(scenario.run(script).orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 10 at 99.50 GTC",
            "09:30:00 sent #2 BUY 10 at 99.00 GTC or #1",
            "09:30:00 accepted #1",
            "09:30:00 accepted #2",
            "09:30:01 filled #1 BUY 4 @ 98.00 TAKER leaves 6",
            "09:30:01 canceled #2 OCO_SIBLING_FILLED leaves 10");
  }

  @Test
  void anOrderThatArrivesInAHitGroupIsAcceptedAndCanceled() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:00.001", "100.00x49", "100.02x50");
    script
        .at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 10_002, GTC))
        .at(
            "09:30:00.001",
            (position, orders) -> orders.order(BUY, 10).limit(10_100).oneCancelsOther(1).send());

    // each takes 5 ms to the venue; the first fills at .005, the second is there at .006
    assertThat(scenario.latencyNanos(0, 5_000_000, 5_000_000).run(script).orders())
        .endsWith(
            "09:30:00.005 filled #1 BUY 10 @ 100.02 TAKER leaves 0",
            "09:30:00.006 accepted #2",
            "09:30:00.006 canceled #2 OCO_SIBLING_FILLED leaves 10");
  }

  @Test
  void aReduceOnlyOrderThatArrivesInAHitGroupIsCanceledToo() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:01.001", "100.00x50", "100.02x49");
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 20, GTC))
        .at("09:30:01", (position, orders) -> orders.limit(SELL, 10, 10_000, GTC))
        .at(
            "09:30:01.001",
            (position, orders) ->
                orders.order(SELL, 10).limit(9_900).reduceOnly().oneCancelsOther(2).send());

    assertThat(scenario.latencyNanos(0, 5_000_000, 5_000_000).run(script).orders())
        .endsWith(
            "09:30:01.005 filled #2 SELL 10 @ 100.00 TAKER leaves 0",
            "09:30:01.006 accepted #3",
            "09:30:01.006 canceled #3 OCO_SIBLING_FILLED leaves 10");
  }

  @Test
  void onlyAnOrderKnownOpenCanBeNamed() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "100.00x50", "100.02x50");
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.order(SELL, 10).limit(10_100).after(1).send();
              orders.order(SELL, 10).limit(10_100).oneCancelsOther(1).send();
              orders.order(SELL, 10).limit(10_100).after(9).send(); // there is no such order
            });

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 denied #2 ORDER_NOT_OPEN",
            "09:30:01 denied #3 ORDER_NOT_OPEN",
            "09:30:01 denied #4 ORDER_NOT_OPEN");
  }

  @Test
  void aBracketClosesWhatItsEntryOpenedOnce() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:02", "101.00x4", "101.02x50")
        .quote("09:30:03", "98.90x50", "98.92x50");
    script.at(
        "09:30:00",
        (position, orders) -> orders.order(BUY, 10).takeProfit(10_100).stopLoss(9_900).send());

    var told = scenario.run(script);

    assertThat(told.orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 10 GTC",
            "09:30:00 sent #2 SELL 10 at 101.00 GTC reduce-only after #1",
            "09:30:00 sent #3 SELL 10 STOP from 99.00 GTC reduce-only after #1",
            "09:30:00 accepted #1",
            "09:30:01 filled #1 BUY 10 @ 100.02 TAKER leaves 0",
            "09:30:01 accepted #2",
            "09:30:01 accepted #3",
            "09:30:02 filled #2 SELL 4 @ 101.00 TAKER leaves 6",
            "09:30:02 replaced #3 6 from 99.00 OUO_SIBLING_FILLED leaves 6",
            "09:30:03 triggered #3",
            "09:30:03 filled #3 SELL 6 @ 98.90 TAKER leaves 0",
            "09:30:03 canceled #2 OUO_SIBLING_FILLED leaves 6");
    // 10 000.00 − 10 × 100.02 + 4 × 101.00 + 6 × 98.90 = 9 997.20
    assertThat(told.result().daily().get(0).cash()).isEqualTo(999_720_000_000L);
    assertThat(told.result().openTrades()).isEmpty();
  }

  @Test
  void bothExitsReachedByOneQuoteCloseThePositionTogether() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:02", "101.00x7", "101.02x50")
        .quote("09:30:03", "101.00x8", "101.02x50");
    // a stop-loss above the market is met at once
    script.at(
        "09:30:00",
        (position, orders) -> orders.order(BUY, 10).takeProfit(10_100).stopLoss(10_150).send());

    var told = scenario.run(script);

    // of the bid's 7 lots the take-profit takes all, so that the stop finds nothing there; then the
    // stop, a market order by now, is served first and takes the 3 that are left
    assertThat(told.fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.02 TAKER leaves 0",
            "09:30:02 filled #2 SELL 7 @ 101.00 TAKER leaves 3",
            "09:30:03 filled #3 SELL 3 @ 101.00 TAKER leaves 0");
    assertThat(told.orders())
        .contains(
            "09:30:02 triggered #3",
            "09:30:02 replaced #3 3 from 101.50 OUO_SIBLING_FILLED leaves 3",
            "09:30:03 canceled #2 OUO_SIBLING_FILLED leaves 3");
    assertThat(told.result().openTrades()).isEmpty();
  }

  @Test
  void anEntryThatIsCanceledHalfwayKeepsExitsForWhatItBought() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x4")
        .quote("09:30:02", "101.00x50", "101.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) ->
                orders.order(BUY, 10).limit(10_002).takeProfit(10_100).stopLoss(9_900).send())
        .at("09:30:01", (position, orders) -> orders.cancel(1));

    assertThat(withoutSent(scenario.run(script).orders()))
        .containsExactly(
            "09:30:00 accepted #1",
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 6",
            "09:30:01 accepted #2",
            "09:30:01 accepted #3",
            "09:30:01 canceled #1 REQUESTED leaves 6",
            "09:30:01 replaced #2 4 at 101.00 PARENT_ENDED leaves 4",
            "09:30:01 replaced #3 4 from 99.00 PARENT_ENDED leaves 4",
            "09:30:02 filled #2 SELL 4 @ 101.00 TAKER leaves 0",
            "09:30:02 canceled #3 OUO_SIBLING_FILLED leaves 4");
  }

  @Test
  void oneEventRunsThroughAWholeChain() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "98.98x50", "99.00x50");
    script.at(
        "09:30:00",
        (position, orders) -> {
          long first = orders.limit(BUY, 10, 9_900, GTC);
          long second = orders.order(SELL, 10).limit(10_200).oneCancelsOther(first).send();
          long child = orders.order(BUY, 10).limit(9_000).after(second).send();
          orders.order(SELL, 10).limit(9_100).afterAll(child).send();
        });

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 filled #1 BUY 10 @ 99.00 TAKER leaves 0",
            "09:30:01 canceled #2 OCO_SIBLING_FILLED leaves 10",
            "09:30:01 canceled #3 PARENT_ENDED leaves 10",
            "09:30:01 canceled #4 PARENT_ENDED leaves 10");
  }

  @Test
  void heldChildrenExpireLikeAllOthers() {
    tape.quote("09:30:00", "100.00x50", "100.02x50");
    script.at(
        "09:30:00",
        (position, orders) -> {
          long parent = orders.limit(BUY, 5, 9_000, GTC);
          orders.order(SELL, 5).after(parent).lasting(DAY).send();
          orders.order(SELL, 5).after(parent).goodTill(Clock.nanos("09:31:00")).send();
          orders.order(SELL, 5).after(parent).send();
        });

    var told = scenario.run(script);

    assertThat(withoutSent(told.orders()))
        .containsExactly(
            "09:30:00 accepted #1", "09:31:00 expired #3 leaves 5", "16:00:00 expired #2 leaves 5");
    assertThat(script.heard()).contains("order #3 EXPIRED: lots 0 working -5"); // 5 − 5 − 5
  }

  @Test
  void heldChildrenAreAmendedAndCanceled() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.03x50")
        .quote("09:30:02", "99.98x50", "100.00x50")
        .quote("09:30:03", "102.00x50", "102.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              long parent = orders.limit(BUY, 5, 10_000, GTC);
              orders.order(SELL, 5).limit(10_100).after(parent).send();
              orders.order(SELL, 5).limit(10_100).after(parent).send();
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.amend(2, 3, 10_200, 0);
              orders.cancel(3);
            });

    assertThat(withoutSent(scenario.run(script).orders()))
        .containsExactly(
            "09:30:00 accepted #1",
            "09:30:01 replaced #2 3 at 102.00 REQUESTED leaves 3",
            "09:30:01 canceled #3 REQUESTED leaves 5",
            "09:30:02 filled #1 BUY 5 @ 100.00 MAKER leaves 0",
            "09:30:02 accepted #2",
            "09:30:03 filled #2 SELL 3 @ 102.00 TAKER leaves 0");
  }

  @Test
  void aHeldChildThatIsCanceledTakesItsOwnChildrenWithItAtOnce() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "100.00x50", "100.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              long parent = orders.limit(BUY, 5, 9_000, GTC);
              long child = orders.order(SELL, 5).after(parent).send();
              orders.order(BUY, 5).after(child).send();
            })
        .at("09:30:01", (position, orders) -> orders.cancel(2));

    assertThat(withoutSent(scenario.run(script).orders()))
        .containsExactly(
            "09:30:00 accepted #1",
            "09:30:01 canceled #2 REQUESTED leaves 5",
            "09:30:01 canceled #3 PARENT_ENDED leaves 5");
  }

  @Test
  void aParentMayFillWhileItsChildIsUnderWay() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:00.006", "101.00x50", "101.02x50")
        .quote("09:30:00.010", "101.00x49", "101.02x50");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));
    script.at(
        "09:30:00.006", (position, orders) -> orders.order(SELL, 10).limit(10_100).after(1).send());

    // the parent fills at .005 and that is known at .015; the child arrives at .011, is released
    // and meets the next event, of which there is none
    assertThat(withoutSent(scenario.latencyNanos(0, 5_000_000, 10_000_000).run(script).orders()))
        .containsExactly(
            "09:30:00.005 accepted #1",
            "09:30:00.005 filled #1 BUY 10 @ 100.02 TAKER leaves 0",
            "09:30:00.011 accepted #2");
  }

  @Test
  void aReduceOnlyOrderIsRejectedWhenFlatAndCanceledWhenItBecomesFlat() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.00x50", "100.02x50")
        .quote("09:30:02", "100.00x6", "100.02x50")
        .quote("09:30:03", "100.10x50", "100.12x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.order(SELL, 10).limit(10_000).reduceOnly().send();
              orders.market(BUY, 10, GTC);
            })
        .at(
            "09:30:01",
            (position, orders) -> {
              orders.order(SELL, 10).limit(10_000).reduceOnly().send();
              orders.order(SELL, 10).limit(10_010).reduceOnly().send();
              assertThat(position.workingLots()).isZero();
            });

    assertThat(withoutSent(scenario.run(script).orders()))
        .containsExactly(
            "09:30:00 rejected #1 REDUCE_ONLY_WOULD_INCREASE",
            "09:30:00 accepted #2",
            "09:30:01 filled #2 BUY 10 @ 100.02 TAKER leaves 0",
            "09:30:01 accepted #3",
            "09:30:01 accepted #4",
            "09:30:02 filled #3 SELL 6 @ 100.00 TAKER leaves 4",
            "09:30:02 replaced #4 4 at 100.10 POSITION_REDUCED leaves 4",
            "09:30:03 filled #3 SELL 4 @ 100.00 MAKER leaves 0",
            "09:30:03 canceled #4 POSITION_FLAT leaves 4");
  }
}
