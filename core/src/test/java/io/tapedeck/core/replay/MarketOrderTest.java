package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import org.junit.jupiter.api.Test;

class MarketOrderTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  @Test
  void withoutLatencyAnOrderMeetsTheNextQuoteAndNotTheOneItWasDecidedOn() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.10x5", "100.12x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 3, GTC));

    assertThat(scenario.run(script).orders())
        .containsExactly(
            "09:30:00 sent #1 BUY 3 GTC",
            "09:30:00 accepted #1",
            "09:30:01 filled #1 BUY 3 @ 100.12 TAKER leaves 0");
  }

  @Test
  void withLatencyAnOrderMeetsTheBookStandingAtItsArrival() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:00.002", "100.05x5", "100.07x5")
        .quote("09:30:01", "100.10x5", "100.12x5");
    script.at("09:30:00", (position, orders) -> orders.market(SELL, 3, GTC));

    assertThat(scenario.latencyNanos(0, 5_000_000, 0).run(script).orders())
        .containsExactly(
            "09:30:00 sent #1 SELL 3 GTC",
            "09:30:00.005 accepted #1",
            "09:30:00.005 filled #1 SELL 3 @ 100.05 TAKER leaves 0");
  }

  @Test
  void aQuoteAtTheInstantOfArrivalIsTheBookThatStands() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:00.005", "100.10x5", "100.12x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 3, GTC));

    assertThat(scenario.latencyNanos(0, 5_000_000, 0).run(script).fills())
        .containsExactly("09:30:00.005 filled #1 BUY 3 @ 100.12 TAKER leaves 0");
  }

  @Test
  void aTradeFillsNoMarketOrderWhereThereAreQuotes() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .trade("09:30:01", "100.02x100", +1)
        .quote("09:30:02", "100.00x5", "100.03x5");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 3, GTC));

    assertThat(scenario.run(script).fills())
        .containsExactly("09:30:02 filled #1 BUY 3 @ 100.03 TAKER leaves 0");
  }

  @Test
  void displayedSizeLimitsAFillAndTheRestStaysWorking() {
    tape.quote("09:30:00", "100.00x5", "100.02x3")
        .quote("09:30:01", "100.00x5", "100.02x4")
        .quote("09:30:02", "100.00x5", "100.04x9");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, DAY));

    var told = scenario.run(script);

    assertThat(told.fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 6",
            "09:30:02 filled #1 BUY 6 @ 100.04 TAKER leaves 0");
    // cash: 10 000.00 − 4 × 100.02 − 6 × 100.04 = 10 000.00 − 400.08 − 600.24 = 8 999.68
    assertThat(told.result().daily().get(0).cash()).isEqualTo(899_968_000_000L);
  }

  @Test
  void anIdenticalQuoteDoesNotRefreshWhatWeTook() {
    tape.quote("09:30:00", "100.00x5", "100.02x3")
        .quote("09:30:01", "100.00x5", "100.02x4")
        .quote("09:30:02", "100.00x5", "100.02x4")
        .quote("09:30:03", "100.01x7", "100.02x4")
        .quote("09:30:04", "100.01x7", "100.02x6");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 9, GTC));

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 5",
            "09:30:04 filled #1 BUY 5 @ 100.02 TAKER leaves 0");
  }

  @Test
  void twoOrdersShareTheDisplayedSizeInTheOrderOfTheirArrival() {
    tape.quote("09:30:00", "100.00x5", "100.02x3")
        .quote("09:30:01", "100.00x5", "100.02x5")
        .quote("09:30:02", "100.00x5", "100.03x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 4, GTC);
          orders.market(BUY, 3, GTC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 0",
            "09:30:01 filled #2 BUY 1 @ 100.02 TAKER leaves 2",
            "09:30:02 filled #2 BUY 2 @ 100.03 TAKER leaves 0");
  }

  @Test
  void bothSidesOfTheTouchHaveASizeOfTheirOwn() {
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.00x2", "100.02x2");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 2, GTC);
          orders.market(SELL, 2, GTC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 2 @ 100.02 TAKER leaves 0",
            "09:30:01 filled #2 SELL 2 @ 100.00 TAKER leaves 0");
  }

  @Test
  void anAbsentSideFillsNobodyAndThePresentSideStillIsTheBook() {
    tape.quote("09:30:00", "100.00x5", "100.02x5")
        .quote("09:30:01", "100.00x5", null)
        .quote("09:30:02", "100.00x5", "100.05x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 1, IOC);
          orders.market(SELL, 1, IOC);
        });

    assertThat(scenario.run(script).fills())
        .containsExactly(
            "09:30:01 filled #2 SELL 1 @ 100.00 TAKER leaves 0",
            "09:30:02 filled #1 BUY 1 @ 100.05 TAKER leaves 0");
  }

  @Test
  void anUndisplayedSizeIsUnlimitedAndTheRunSaysSo() {
    tape.quote("09:30:00", "100.00", "100.02").quote("09:30:01", "100.00", "100.02");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 1_000, GTC));

    var told = scenario.startCash("200000").run(script);

    assertThat(told.fills()).containsExactly("09:30:01 filled #1 BUY 1000 @ 100.02 TAKER leaves 0");
    assertThat(told.result().warnings()).contains(RunWarning.UNLIMITED_SIZE);
  }

  @Test
  void theRestOfAnImmediateOrCancelOrderIsCanceled() {
    tape.quote("09:30:00", "100.00x5", "100.02x3").quote("09:30:01", "100.00x5", "100.02x4");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, IOC));

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 filled #1 BUY 4 @ 100.02 TAKER leaves 6",
            "09:30:01 canceled #1 IMMEDIATE_OR_CANCEL leaves 6");
  }

  @Test
  void aFillOrKillOrderFillsWhollyOrNotAtAll() {
    tape.quote("09:30:00", "100.00x5", "100.02x3").quote("09:30:01", "100.00x5", "100.02x4");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 5, FOK);
          orders.market(BUY, 4, FOK);
        });

    assertThat(scenario.run(script).orders())
        .endsWith(
            "09:30:01 canceled #1 FILL_OR_KILL leaves 5",
            "09:30:01 filled #2 BUY 4 @ 100.02 TAKER leaves 0");
  }

  @Test
  void slippageIsRoundedAgainstTheTaker() {
    // 1.5 bps of 100.02 is 0.015003: two ticks up for a buyer; of 100.00 0.015: two ticks down
    tape.quote("09:30:00", "100.00x5", "100.02x5").quote("09:30:01", "100.00x5", "100.02x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 1, GTC);
          orders.market(SELL, 1, GTC);
        });

    assertThat(scenario.slippageBps("1.5").run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 1 @ 100.04 TAKER slipped 2 leaves 0",
            "09:30:01 filled #2 SELL 1 @ 99.98 TAKER slipped 2 leaves 0");
  }

  @Test
  void withoutQuotesAnOrderTakesTheNextPrintsUpToTheirSizes() {
    Tape prints =
        new Tape(tradesOnly(share("XYZ")))
            .trade("09:30:00", "100.00x50")
            .trade("09:30:01", "100.00x4")
            .trade("09:30:02", "200.00x50");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));

    // 10 bps of 100.00 are 0.10, of 200.00 they are 0.20
    assertThat(new Scenario(prints).slippageBps("10").run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 4 @ 100.10 TAKER slipped 10 leaves 6",
            "09:30:02 filled #1 BUY 6 @ 200.20 TAKER slipped 20 leaves 0");
  }

  @Test
  void withoutQuotesLatencyDoesNotReviveAPrintThatIsPast() {
    Tape prints =
        new Tape(tradesOnly(share("XYZ")))
            .trade("09:30:00", "100.00x50")
            .trade("09:30:00.004", "101.00x50")
            .trade("09:30:01", "102.00x50");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(new Scenario(prints).latencyNanos(0, 5_000_000, 0).run(script).fills())
        .containsExactly("09:30:01 filled #1 BUY 1 @ 102.00 TAKER leaves 0");
  }

  @Test
  void eachLotOfAPrintFillsUsOnce() {
    Tape prints =
        new Tape(tradesOnly(share("XYZ")))
            .trade("09:30:00", "100.00x50")
            .trade("09:30:01", "100.00x5")
            .trade("09:30:02", "100.00x5");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 3, GTC);
          orders.market(BUY, 3, GTC);
          orders.market(SELL, 2, GTC);
        });

    assertThat(new Scenario(prints).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 3 @ 100.00 TAKER leaves 0",
            "09:30:01 filled #2 BUY 2 @ 100.00 TAKER leaves 1",
            "09:30:02 filled #2 BUY 1 @ 100.00 TAKER leaves 0",
            "09:30:02 filled #3 SELL 2 @ 100.00 TAKER leaves 0");
  }
}
