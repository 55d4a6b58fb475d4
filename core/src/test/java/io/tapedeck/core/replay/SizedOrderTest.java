package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.risk.ExposureScaleSpec;
import io.tapedeck.core.risk.FixedNotional;
import io.tapedeck.core.risk.FixedSize;
import io.tapedeck.core.risk.PercentOfEquity;
import io.tapedeck.core.risk.RiskPerTrade;
import io.tapedeck.core.risk.SizingSpec;
import io.tapedeck.core.risk.TargetWeight;
import io.tapedeck.core.risk.VolatilityTarget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What weights and signals come to, with equity of 10 000.00 and a price of 33.00. */
class SizedOrderTest {
  private final Tape tape = new Tape(tradesOnly(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private static BigDecimal of(String text) {
    return new BigDecimal(text);
  }

  /** The order sent for these wishes at the only trade. */
  private List<String> sent(Script.Action wishes) {
    tape.trade("09:30:00", "33.00x500", 1);
    return scenario.run(script.at("09:30:00", wishes)).orders().stream()
        .filter(line -> line.contains(" sent "))
        .map(line -> line.substring("09:30:00 sent ".length()))
        .toList();
  }

  private List<String> leaning(SizingSpec rule, double strength, long stopTicks) {
    scenario.sizing(SizingPlan.of(rule));
    return sent((position, orders) -> orders.lean(strength, stopTicks));
  }

  @Test
  void aWeightIsAShareOfEquityRoundedTowardsFlat() {
    assertThat(
            sent(
                (position, orders) -> {
                  orders.targetWeight(0.5); // 5 000.00 / 33.00 = 151.5
                  orders.targetWeight(0.5); // that is underway
                  orders.targetWeight(-0.5); // from +151 to −151
                  orders.targetWeight(0);
                }))
        .containsExactly("#1 BUY 151 GTC", "#2 SELL 302 GTC", "#3 BUY 151 GTC");
  }

  @Test
  void aWeightIsExactToTheLot() {
    // 0.3 of 10 000.00 are 3 000.00: one lot at 2 999.00; through ten times equity it were none
    tape.trade("09:30:00", "2999.00x5", 1);
    script.at("09:30:00", (position, orders) -> orders.targetWeight(0.3));

    assertThat(scenario.run(script).orders()).contains("09:30:00 sent #1 BUY 1 GTC");
  }

  @Test
  void aWeightBeyondTenTimesEquityFailsTheRun() {
    tape.trade("09:30:00", "33.00x500", 1);
    script.at("09:30:00", (position, orders) -> orders.targetWeight(10.1));

    assertThat(scenario.run(script).failure().detail()).contains("weight must be from -10 to 10");
  }

  @Test
  void aFixedSize() {
    assertThat(leaning(new FixedSize(of("7")), -1, 0)).containsExactly("#1 SELL 7 GTC");
  }

  @Test
  void aFixedNotional() {
    // 1 000.00 / 33.00 = 30.3, half of 30
    assertThat(leaning(new FixedNotional(of("1000")), 0.5, 0)).containsExactly("#1 BUY 15 GTC");
  }

  @Test
  void aPercentageOfEquity() {
    // (10 000.00 − 100.00) × 50 % = 4 950.00 = 150 × 33.00
    assertThat(leaning(new PercentOfEquity(of("50"), of("100"), of("0")), 1, 0))
        .containsExactly("#1 BUY 150 GTC");
  }

  @Test
  void aPortfolioWeight() {
    assertThat(leaning(new TargetWeight(of("0.25")), 1, 0)) // 2 500.00 / 33.00 = 75.8
        .containsExactly("#1 BUY 75 GTC");
  }

  @Test
  void aShareOfEquityAtRiskToTheStop() {
    // 100.00 / 0.50
    assertThat(leaning(new RiskPerTrade(of("1"), 2, 3), 1, 50)).containsExactly("#1 BUY 200 GTC");
  }

  @Test
  void withoutAStopTheTrueRangeOfBarsTellsItsDistance() {
    tape.trade("09:30:00", "33.00x1", 1)
        .trade("09:30:30", "33.10x1", 1) // range 10 ticks
        .trade("09:31:00", "33.00x1", 1)
        .trade("09:31:30", "33.20x1", 1) // range 20 ticks
        .trade("09:32:30", "33.20x1", 1);
    script
        .at("09:31:30", (position, orders) -> orders.lean(1)) // one bar of two
        .at("09:32:30", (position, orders) -> orders.lean(1));
    scenario.bars("1m").sizing(SizingPlan.of(new RiskPerTrade(of("1"), 2, 2)));

    var told = scenario.run(script);

    // mean range 15, twice that is a stop 0.30 away: 100.00 / 0.30 = 333.3
    assertThat(told.orders()).contains("09:32:30 sent #1 BUY 333 GTC");
    assertThat(told.result().counts().denied()).isEqualTo(Map.of(DenialReason.WARMING_UP, 1L));
    assertThat(told.result().counts().decisions()).isEqualTo(2);
  }

  @Test
  void asVolatileAsWanted() {
    // closes of sessions of one bar: 100.00, 101.00, 101.00: returns 1 % and 0
    tape.trade("2026-01-05 09:30:00", "100.00x1", 1)
        .trade("2026-01-06 09:30:00", "101.00x1", 1)
        .trade("2026-01-07 09:30:00", "101.00x1", 1)
        .trade("2026-01-08 09:30:00", "101.00x1", 1);
    scenario
        .bars("1d")
        .sessions(
            session("2026-01-05", "09:30:00", "16:00:00"),
            session("2026-01-06", "09:30:00", "16:00:00"),
            session("2026-01-07", "09:30:00", "16:00:00"),
            session("2026-01-08", "09:30:00", "16:00:00"))
        .sizing(SizingPlan.of(new VolatilityTarget(0.1, 2, 5)));
    script
        .at("2026-01-07 09:30:00", (position, orders) -> orders.lean(1))
        .at("2026-01-08 09:30:00", (position, orders) -> orders.lean(1));

    var told = scenario.run(script);

    // sample variance of {0.01, 0}: 2 × 0.005² = 0.00005; × 252 bars a year = 0.0126, σ = 0.112250
    // 0.1 / 0.112250 = 0.890871 of 10 000.00 = 8 908.71 = 88.2 × 101.00
    assertThat(told.orders()).contains("09:30:00 sent #1 BUY 88 GTC");
    assertThat(told.result().counts().denied()).containsEntry(DenialReason.WARMING_UP, 1L);
  }

  @Test
  void exposureShrinksAsTheMarketGrowsWilder() {
    tape.trade("09:30:00", "100.00x1", 1)
        .trade("09:31:00", "101.00x1", 1)
        .trade("09:32:00", "101.00x1", 1)
        .trade("09:33:00", "101.00x1", 1);
    // two bars in 120 s, 252 sessions: 504 bars a year
    scenario
        .bars("1m")
        .sessions(
            session("2026-01-05", "09:30:00", "09:32:00"),
            session("2026-01-06", "09:30:00", "09:32:00"))
        .sizing(SizingPlan.NONE.scaledBy(new ExposureScaleSpec(0.1, 2, 2)));
    tape.trade("2026-01-06 09:30:00", "101.00x1", 1).trade("2026-01-06 09:31:30", "101.00x1", 1);
    script
        .at("09:31:00", (position, orders) -> orders.target(1_000))
        .at("2026-01-06 09:31:30", (position, orders) -> orders.target(-1_000));

    var told = scenario.run(script);

    // the bar of 09:32 has 101.00 as its only price: returns 1 % (09:31 bar to the next), then 0;
    // 0.00005 × 504 = 0.0252, σ = 0.158745; 0.1 / 0.158745 = 0.629941
    assertThat(told.result().counts().denied()).containsEntry(DenialReason.WARMING_UP, 1L);
    assertThat(told.orders()).contains("09:31:30 sent #1 SELL 629 GTC");
  }

  @Test
  void withoutAPriceThereIsNoSize() {
    Universe two =
        new Universe(
            List.of(
                new Universe.Listing(share("AAA"), false, true),
                new Universe.Listing(share("BBB"), false, true)));
    Tape both = new Tape(two).of("AAA").trade("09:30:00", "33.00x500", 1);
    script.at(
        "09:30:00",
        (position, orders) -> {
          assertThat(orders.on(1).targetWeight(0.5)).isZero();
          assertThat(orders.on(1).targetWeight(0)).isZero(); // flat is flat
        });

    var told = new Scenario(both).run(script);

    assertThat(told.orders()).isEmpty();
    assertThat(told.result().counts().denied()).containsOnlyKeys(DenialReason.SIZE_UNKNOWN);
    assertThat(told.result().counts().decisions()).isEqualTo(2);
  }

  @Test
  void aRunWithoutSizingCannotLean() {
    tape.trade("09:30:00", "33.00x500", 1);
    script.at("09:30:00", (position, orders) -> orders.lean(1));

    assertThat(scenario.run(script).failure().detail()).contains("the run has no sizing");
  }
}
