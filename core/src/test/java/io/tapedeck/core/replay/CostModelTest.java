package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.cost.DutyBps;
import io.tapedeck.core.cost.FeeMakerTaker;
import io.tapedeck.core.cost.FeeTiered;
import io.tapedeck.core.execution.NoSlippage;
import io.tapedeck.core.execution.NoisySlippage;
import io.tapedeck.core.execution.SlippageSpread;
import io.tapedeck.core.execution.SlippageVolumeShare;
import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Universe;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models of cost and delay, as a run uses them. */
class CostModelTest {
  private final Tape tape =
      new Tape(quoted(share("XYZ")))
          .quote("09:30:00", "100.00x900", "100.04x900")
          .quote("09:30:01", "100.00x901", "100.04x901")
          .quote("09:30:02", "99.98x902", "99.99x902")
          .quote("09:30:03", "100.00x903", "100.05x903");
  private final Scenario scenario = new Scenario(tape).startCash("100000");
  private final Script script = new Script();

  private static FeeMakerTaker bps(String maker, String taker) {
    return new FeeMakerTaker(new BigDecimal(maker), new BigDecimal(taker));
  }

  @Test
  void aRebateIsCashInTheBooks() {
    script.at("09:30:00", (position, orders) -> orders.limit(BUY, 10, 10_000, GTC));

    var told = scenario.fees(bps("-1", "5")).run(script);

    // rests at 09:30:01, is reached at 09:30:02: 1 000.00 × -1 bp = -0.10
    assertThat(told.fills())
        .containsExactly("09:30:02 filled #1 BUY 10 @ 100.00 MAKER fee -0.10 leaves 0");
    // 100 000 - 1 000.00 + 0.10
    assertThat(told.result().daily().get(0).cash()).isEqualTo(9_900_010_000_000L);
    assertThat(told.result().metrics().fees()).isEqualTo(-10_000_000L);
  }

  @Test
  void fillsOfARunClimbTheTiersTogether() {
    FeeTiered tiers =
        new FeeTiered(
            List.of(
                new FeeTiered.Tier(BigDecimal.ZERO, bps("0", "10")),
                new FeeTiered.Tier(new BigDecimal("1000.40"), bps("0", "1"))));
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("09:30:01", (position, orders) -> orders.market(SELL, 10, GTC));

    // the first fill trades 1 000.40 and so reaches the second tier for the next one
    assertThat(scenario.fees(tiers).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.04 TAKER fee 1.0004 leaves 0",
            "09:30:02 filled #2 SELL 10 @ 99.98 TAKER fee 0.09998 leaves 0");
  }

  @Test
  void aDutyFallsOnItsSideAlone() {
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("09:30:01", (position, orders) -> orders.market(SELL, 10, GTC));

    assertThat(scenario.fees(new DutyBps(BUY, new BigDecimal("50"))).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.04 TAKER fee 5.002 leaves 0", // 1 000.40 × 0.5 %
            "09:30:02 filled #2 SELL 10 @ 99.98 TAKER leaves 0");
  }

  @Test
  void slippageSeesTheQuoteItTakesFrom() {
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("09:30:02", (position, orders) -> orders.market(SELL, 10, GTC));

    // half of 4 ticks; half of 5, rounded up
    assertThat(scenario.slippage(new SlippageSpread(5_000)).run(script).fills())
        .containsExactly(
            "09:30:01 filled #1 BUY 10 @ 100.06 TAKER slipped 2 leaves 0",
            "09:30:03 filled #2 SELL 10 @ 99.97 TAKER slipped 3 leaves 0");
  }

  @Test
  void aNewMonthStartsAtTheFirstTier() {
    Tape months =
        new Tape(quoted(share("XYZ")))
            .quote(Clock.nanos("2026-01-30 15:00:00"), 10_000, 900, 10_004, 900)
            .quote(Clock.nanos("2026-01-30 15:00:01"), 10_000, 901, 10_004, 901)
            .quote(Clock.nanos("2026-02-02 15:00:00"), 10_000, 902, 10_004, 902);
    FeeTiered tiers =
        new FeeTiered(
            List.of(
                new FeeTiered.Tier(BigDecimal.ZERO, bps("0", "10")),
                new FeeTiered.Tier(BigDecimal.ONE, bps("0", "1"))));
    script
        .at("2026-01-30 15:00:00", (position, orders) -> orders.market(BUY, 10, GTC))
        .at("2026-01-30 15:00:01", (position, orders) -> orders.market(SELL, 10, GTC));
    Scenario turn =
        new Scenario(months)
            .startCash("100000")
            .sessions(
                Clock.session("2026-01-30", "14:30:00", "21:00:00"),
                Clock.session("2026-02-02", "14:30:00", "21:00:00"));

    assertThat(turn.fees(tiers).run(script).fills())
        .containsExactly(
            "15:00:01 filled #1 BUY 10 @ 100.04 TAKER fee 1.0004 leaves 0",
            "15:00:00 filled #2 SELL 10 @ 100.00 TAKER fee 1.00 leaves 0"); // in February
  }

  @Test
  void slippageByVolumeMeasuresTheFillAgainstWhatTheTouchShows() {
    Tape thin =
        new Tape(quoted(share("XYZ")))
            .quote("09:30:00", "99.90x10", "100.00x10")
            .quote("09:30:01", "99.90x20", "100.00x20");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 5, GTC));

    // 5 of 20 lots are a share of 1/4: 10 000 ticks × 0.1 × 1/16 = 62.5, rounded up to 63
    assertThat(new Scenario(thin).slippage(new SlippageVolumeShare(1, 0.1)).run(script).fills())
        .containsExactly("09:30:01 filled #1 BUY 5 @ 100.63 TAKER slipped 63 leaves 0");
  }

  @Test
  void noiseIsAnOrdersOwnWhateverElseIsTraded() {
    NoisySlippage noise = new NoisySlippage(new NoSlippage(), 50);
    Script alone = new Script().at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));
    Tape both =
        new Tape(new Universe(List.of(listing("XYZ"), listing("ABC"))))
            .of("ABC")
            .quote("09:29:00", "50.00x900", "50.01x900")
            .quote("09:29:30", "50.00x901", "50.01x901")
            .of("XYZ")
            .quote("09:30:00", "100.00x900", "100.04x900")
            .quote("09:30:01", "100.00x901", "100.04x901");
    Script beside =
        new Script()
            .at("09:29:00", (position, orders) -> orders.market(BUY, 1, GTC))
            .at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));

    String one = scenario.slippage(noise).seed(3).run(alone).fills().get(0);
    List<String> two = new Scenario(both).slippage(noise).seed(3).run(beside).fills();

    assertThat(one).contains("slipped");
    assertThat(two.get(1)).isEqualTo(one.replace("#1", "#2")); // another instrument changes nothing
  }

  private static Universe.Listing listing(String symbol) {
    return new Universe.Listing(share(symbol), true, true);
  }
}
