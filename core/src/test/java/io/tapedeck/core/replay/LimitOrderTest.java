package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class LimitOrderTest {
  private final Tape tape =
      new Tape(quoted(share("XYZ"))).quote("09:30:00", "100.00x5", "100.02x5");
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private void buyAtStart(long lots, long limitTicks, TimeInForce tif) {
    script.at("09:30:00", (position, orders) -> orders.limit(BUY, lots, limitTicks, tif));
  }

  private void sellAtStart(long lots, long limitTicks, TimeInForce tif) {
    script.at("09:30:00", (position, orders) -> orders.limit(SELL, lots, limitTicks, tif));
  }

  @Test
  void aMarketableOrderTakesAtTheTouchAndItsRestFillsAtItsOwnPrice() {
    tape.quote("09:30:01", "100.00x5", "100.02x4").quote("09:30:02", "100.00x5", "100.01x50");
    buyAtStart(10, 10_003, GTC);

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 6",
            "09:30:02 filled #1 BUY 6 @ 100.03 MAKER leaves 0");
  }

  @Test
  void withLatencyAMarketableOrderTakesTheStandingTouch() {
    sellAtStart(3, 9_999, GTC);

    assertThat(scenario.latencyNanos(0, 1_000_000, 0).run(script).fills())
        .containsExactly("09:30:00.001 filled #1 SELL 3 @ 100.00 TAKER leaves 0");
  }

  @Test
  void slippageNeverGoesBeyondTheLimit() {
    // 10 bps of 100.02 would be 0.11 (rounded up), the limit leaves room for 0.03
    tape.quote("09:30:01", "100.00x5", "100.02x5");
    buyAtStart(2, 10_005, GTC);

    assertThat(scenario.slippageBps("10").run(script).fills())
        .containsExactly("09:30:01 filled #1 BUY 2 @ 100.05 TAKER slipped 3 leaves 0");
  }

  @Test
  void aRestingOrderFillsAtItsOwnPriceWhenTheOppositeQuoteReachesIt() {
    tape.quote("09:30:01", "100.00x5", "100.02x5")
        .quote("09:30:02", "99.90x5", "99.95x3")
        .quote("09:30:03", "99.90x5", "99.99x9");
    buyAtStart(5, 9_999, GTC);

    // never better than its price, though 99.95 was offered; 3 lots were displayed
    assertThat(scenario.slippageBps("10").run(script).fills())
        .containsExactly(
            "09:30:02 filled #1 BUY 3 @ 99.99 MAKER leaves 2",
            "09:30:03 filled #1 BUY 2 @ 99.99 MAKER leaves 0");
  }

  @Test
  void whatARestingOrderTookOfAQuoteIsNotThereTwice() {
    tape.quote("09:30:01", "100.00x5", "100.02x5")
        .quote("09:30:02", "99.90x5", "99.95x3")
        .quote("09:30:03", "99.90x5", "99.95x3");
    buyAtStart(5, 9_999, GTC);

    assertThat(scenario.run(script).fills())
        .containsExactly("09:30:02 filled #1 BUY 3 @ 99.99 MAKER leaves 2");
  }

  @Test
  void aTradeThroughARestingOrderFillsItUpToThePrint() {
    tape.quote("09:30:01", "100.00x5", "100.02x5")
        .trade("09:30:02", "99.98x4", -1)
        .trade("09:30:03", "99.97x100", -1);
    buyAtStart(5, 9_999, GTC);

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:02 filled #1 BUY 4 @ 99.99 MAKER leaves 1",
            "09:30:03 filled #1 BUY 1 @ 99.99 MAKER leaves 0");
  }

  @Test
  void aTradeAtTheLimitFillsNothing() {
    tape.quote("09:30:01", "100.00x5", "100.02x5").trade("09:30:02", "99.99x100", -1);
    buyAtStart(5, 9_999, GTC);

    assertThat(scenario.run(script).fills()).isEmpty();
  }

  @Test
  void aTradeIsEvidenceOnlyForTheSideItsAggressorTookFrom() {
    tape.quote("09:30:01", "100.00x5", "100.02x5")
        .trade("09:30:02", "99.90x100", +1)
        .trade("09:30:03", "100.20x100", -1)
        .trade("09:30:04", "100.20x100", +1);
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 1, 9_999, GTC);
          orders.limit(SELL, 1, 10_010, GTC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly("09:30:04 filled #2 SELL 1 @ 100.10 MAKER leaves 0");
  }

  @Test
  void anUnknownAggressorIsJudgedByTheStandingQuote() {
    tape.quote("09:30:01", "99.80x5", "100.20x5") // mid 100.00
        .trade("09:30:02", "99.98x1") // below the mid: a seller
        .trade("09:30:03", "99.80x1") // at the bid: a seller
        .trade("09:30:04", "100.01x1") // above the mid: a buyer, no evidence for a buy order
        .trade("09:30:05", "100.00x1"); // at the mid: nobody knows
    buyAtStart(9, 10_005, GTC);

    var told = scenario.run(script);

    assertThat(told.fills())
        .containsExactly(
            "09:30:02 filled #1 BUY 1 @ 100.05 MAKER leaves 8",
            "09:30:03 filled #1 BUY 1 @ 100.05 MAKER leaves 7");
    assertThat(told.result().warnings()).contains(RunWarning.UNKNOWN_AGGRESSOR);
  }

  @Test
  void anUnknownAggressorIsNoWarningWhereItDecidesNothing() {
    tape.quote("09:30:01", "99.80x5", "100.20x5").trade("09:30:05", "100.00x1");
    buyAtStart(9, 10_000, GTC);

    assertThat(scenario.run(script).result().warnings())
        .doesNotContain(RunWarning.UNKNOWN_AGGRESSOR);
  }

  @Test
  void twoOrdersNeverFillFromTheSameLotsOfOnePrint() {
    tape.quote("09:30:01", "100.00x5", "100.02x5").trade("09:30:02", "99.90x5", -1);
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 4, 9_998, GTC);
          orders.limit(BUY, 4, 9_999, GTC);
        });

    // the better price first, whatever came first
    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:02 filled #2 BUY 4 @ 99.99 MAKER leaves 0",
            "09:30:02 filled #1 BUY 1 @ 99.98 MAKER leaves 3");
  }

  @Test
  void atOnePriceTheEarlierArrivalComesFirst() {
    tape.quote("09:30:01", "100.00x5", "100.02x5").quote("09:30:02", "99.90x5", "99.95x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 4, 9_999, GTC);
          orders.limit(BUY, 4, 9_999, GTC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:02 filled #1 BUY 4 @ 99.99 MAKER leaves 0",
            "09:30:02 filled #2 BUY 1 @ 99.99 MAKER leaves 3");
  }

  @Test
  void anOrderThatHasNotMetAQuoteYetIsNotFilledByATrade() {
    tape.trade("09:30:01", "99.90x100", -1).quote("09:30:02", "100.00x5", "100.02x5");
    buyAtStart(1, 10_005, GTC);

    assertThat(scenario.run(script).fills())
        .containsExactly("09:30:02 filled #1 BUY 1 @ 100.02 TAKER leaves 0");
  }

  @Test
  void anImmediateOrderHasItsOneChanceAtTheFirstQuote() {
    tape.quote("09:30:01", "100.00x5", "100.02x4").quote("09:30:02", "99.00x5", "99.02x50");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 3, 10_001, IOC); // not marketable
          orders.limit(BUY, 9, 10_002, FOK); // marketable, too large
          orders.limit(BUY, 3, 10_002, FOK);
          orders.limit(BUY, 3, 10_002, IOC);
        });

    assertThat(scenario.run(script).orders())
        .containsSubsequence(
            "09:30:01 canceled #2 FILL_OR_KILL leaves 9",
            "09:30:01 filled #3 BUY 3 @ 100.02 TAKER leaves 0",
            "09:30:01 filled #4 BUY 1 @ 100.02 TAKER leaves 2",
            "09:30:01 canceled #4 IMMEDIATE_OR_CANCEL leaves 2",
            "09:30:01 canceled #1 IMMEDIATE_OR_CANCEL leaves 3");
  }

  @Test
  void aCanceledOrderFillsNoMore() {
    tape.quote("09:30:01", "100.00x5", "100.02x5").quote("09:30:02", "99.90x5", "99.95x5");
    buyAtStart(1, 9_999, GTC);
    script.at("09:30:01", (position, orders) -> orders.cancel(1));

    assertThat(scenario.run(script).orders())
        .endsWith("09:30:01 canceled #1 REQUESTED leaves 1")
        .hasSize(3);
  }

  @Test
  void aFillOvertakesACancelThatIsUnderWay() {
    tape.quote("09:30:01", "100.00x5", "100.02x5")
        .quote("09:30:01.003", "99.90x5", "99.95x5")
        .quote("09:30:02", "99.90x5", "99.95x5");
    buyAtStart(1, 9_999, GTC);
    script.at("09:30:01", (position, orders) -> orders.cancel(1));

    assertThat(scenario.latencyNanos(0, 5_000_000, 5_000_000).run(script).orders())
        .endsWith(
            "09:30:01.003 filled #1 BUY 1 @ 99.99 MAKER leaves 0", "09:30:01.005 too late for #1");
  }

  @Test
  void withoutQuotesATradeThroughFillsAndAnUnknownAggressorDoesNot() {
    Tape prints =
        new Tape(tradesOnly(share("XYZ")))
            .trade("09:30:00", "100.00x5")
            .trade("09:30:01", "99.90x5")
            .trade("09:30:02", "99.90x5", -1);
    buyAtStart(2, 9_995, GTC);

    var told = new Scenario(prints).run(script);

    assertThat(told.fills()).containsExactly("09:30:02 filled #1 BUY 2 @ 99.95 MAKER leaves 0");
    assertThat(told.result().warnings()).contains(RunWarning.UNKNOWN_AGGRESSOR);
  }

  @Test
  void withoutQuotesAnImmediateOrderHasItsOneChanceAtTheFirstTrade() {
    Tape prints =
        new Tape(tradesOnly(share("XYZ")))
            .trade("09:30:00", "100.00x5", -1)
            .trade("09:30:01", "99.90x5", -1)
            .trade("09:30:02", "99.00x50", -1);
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 7, 9_995, IOC);
          orders.limit(BUY, 1, 9_980, IOC);
        });

    assertThat(new Scenario(prints).run(script).orders())
        .containsSubsequence(
            "09:30:01 filled #1 BUY 5 @ 99.95 TAKER leaves 2",
            "09:30:01 canceled #1 IMMEDIATE_OR_CANCEL leaves 2",
            "09:30:01 canceled #2 IMMEDIATE_OR_CANCEL leaves 1");
  }

  @Test
  void aCrossedQuoteStillIsABookOnBothSides() {
    tape.quote("09:30:01", "100.10x5", "100.05x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.limit(BUY, 1, 10_006, GTC);
          orders.limit(SELL, 1, 10_004, GTC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 1 @ 100.05 TAKER leaves 0",
            "09:30:01 filled #2 SELL 1 @ 100.10 TAKER leaves 0");
  }
}
