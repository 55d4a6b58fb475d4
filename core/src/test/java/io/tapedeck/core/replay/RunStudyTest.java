package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.SlippageTicks;
import io.tapedeck.core.fixture.Clock;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.OrderShortfall;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.core.metrics.ShortfallTally;
import io.tapedeck.core.metrics.TripSummary;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/**
 * Two strategies with a stock each, orders a second and a half from the venue, a tick of slippage
 * and fees of ten basis points. Money is in units of 1e-8: 0.01 is 1 000 000.
 */
class RunStudyTest {
  private static final int EIGHT_SESSIONS = 8; // of a year, so that its quarter has two
  private static final double TINY = 1e-9;

  private final Tape tape =
      new Tape(quoted(share("AAA"), share("BBB")))
          .of("AAA")
          .quote("09:30:00", "10.00x50", "10.02x50")
          .quote("09:30:01", "10.04x50", "10.06x50")
          .quote("09:30:03", "10.20x50", "10.22x50")
          .quote("09:30:04", "10.30x50", "10.32x50")
          .of("BBB")
          .quote("09:30:00.100", "20.00x50", "20.04x50")
          .quote("09:30:03.100", "20.10x50", "20.14x50")
          .quote("09:30:05", "20.30x50", "20.34x50");
  private final Script first =
      new Script()
          .at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC)) // #1
          .at("09:30:03", (position, orders) -> orders.market(SELL, 10, GTC)); // #3
  private final Script second =
      new Script()
          .at("09:30:00.100", (position, orders) -> orders.market(SELL, 5, GTC)) // #2
          .at(
              "09:30:03.100",
              (position, orders) -> {
                orders.market(BUY, 5, GTC); // #4
                orders.limit(BUY, 4, 1_900, GTC); // #5, never filled
                orders.market(BUY, 0, GTC); // #6, denied
              });
  private final Scenario scenario =
      new Scenario(tape)
          .beside(second)
          .sessions(Clock.day(), Clock.session("2026-01-06", "09:30:00", "16:00:00"))
          .latencyNanos(0, 1_500_000_000L, 0)
          .slippage(new SlippageTicks(1))
          .fees(new FeeBps(BigDecimal.TEN));

  private RunMetrics metrics;

  private RunAnalysis study() {
    RunRecorder record = RunRecorder.ofFills();
    RunOutcome outcome = scenario.outcome(first, record, tape.size(), tape.size());
    RunResult result = ((RunOutcome.Completed) outcome).result();
    metrics = result.metrics();
    return RunStudy.of(result, record, tape.universe(), EIGHT_SESSIONS);
  }

  @Test
  void eachOrderIsMeasuredFromItsDecisionByWayOfItsArrivalToItsEnd() {
    assertThat(study().orders())
        .containsExactly(
            // decided at 10.01, arrived at 10.05, bought at 10.06 + 0.01, ten; 100.70 × 0.001
            new OrderShortfall(
                1, 0, 0, BUY, 10_010_000_000L, 40_000_000, 20_000_000, 10_070_000, 0),
            // decided and arrived at 20.02, sold at 20.00 − 0.01, five; 99.95 × 0.001
            new OrderShortfall(2, 1, 1, SELL, 10_010_000_000L, 0, 15_000_000, 9_995_000, 0),
            // decided at 10.21, arrived at 10.31, sold at 10.30 − 0.01, ten; 102.90 × 0.001
            new OrderShortfall(
                3, 0, 0, SELL, 10_210_000_000L, -100_000_000, 20_000_000, 10_290_000, 0),
            // decided and arrived at 20.12, bought at 20.14 + 0.01, five; 100.75 × 0.001
            new OrderShortfall(4, 1, 1, BUY, 10_060_000_000L, 0, 15_000_000, 10_075_000, 0),
            // decided at 20.12, and at 20.32 when the run ended: four were missed by 0.20
            new OrderShortfall(5, 1, 1, BUY, 8_048_000_000L, 0, 0, 0, 80_000_000));
  }

  @Test
  void tripsAreBrokenDownByWhoTradedWhatAndHow() {
    RunAnalysis study = study();

    // from 10.07 to 10.29, ten, less 0.2036; the mids on the way went from 10.05 to 10.31
    TripSummary gain = study.trips().byStrategy().get(0);
    assertThat(gain.tally().netProfit()).isEqualTo(199_640_000); // 2.20 − 0.2036
    assertThat(gain.fees()).isEqualTo(20_360_000); // 0.1007 + 0.1029
    assertThat(gain.excursions().largestAdverse()).isEqualTo(20_000_000); // 10 × 0.02
    assertThat(gain.excursions().largestFavourable()).isEqualTo(240_000_000); // 10 × 0.24
    // short from 19.99 to 20.15, five, less 0.2007; its own exit was the worst, nothing was better
    TripSummary loss = study.trips().byStrategy().get(1);
    assertThat(loss.tally().netProfit()).isEqualTo(-100_070_000); // −0.80 − 0.2007
    assertThat(loss.excursions().largestAdverse()).isEqualTo(80_000_000); // 5 × 0.16
    assertThat(loss.excursions().largestFavourable()).isZero();

    assertThat(study.trips().byInstrument()).containsEntry(0, gain).containsEntry(1, loss);
    assertThat(study.trips().bySide()).containsEntry(BUY, gain).containsEntry(SELL, loss);
    assertThat(study.trips().total().tally().hitRate()).isEqualTo(0.5);
    assertThat(study.trips().total().tally().netProfit()).isEqualTo(99_570_000);
  }

  @Test
  void costsAreThoseOfTheFills() {
    RunAnalysis study = study();

    // AAA twice ten: slippage of 0.01 and half a spread of 0.01; BBB twice five: 0.01 and 0.02
    assertThat(study.costs().byInstrument())
        .containsEntry(0, new CostBreakdown(20_360_000, 20_000_000, 20_000_000, 0))
        .containsEntry(1, new CostBreakdown(20_070_000, 10_000_000, 20_000_000, 0));
    assertThat(study.costs().byStrategy()).isEqualTo(study.costs().byInstrument());
    // bought: ten of AAA and five of BBB; 0.1007 + 0.10075
    assertThat(study.costs().bySide())
        .containsEntry(BUY, new CostBreakdown(20_145_000, 15_000_000, 20_000_000, 0));
  }

  @Test
  void sumsAreThoseOfTheMetrics() {
    RunAnalysis study = study();

    CostBreakdown costs = study.costs().total();
    assertThat(costs).isEqualTo(new CostBreakdown(40_430_000, 30_000_000, 40_000_000, 0));
    assertThat(metrics.fees()).isEqualTo(costs.fees());
    assertThat(metrics.slippage()).isEqualTo(costs.slippage());
    assertThat(metrics.spreadCost()).isEqualTo(costs.spread());
    // 0.40 − 1.00; 0.20 + 0.15 + 0.20 + 0.15; 4 × 0.20
    assertThat(study.shortfall().total())
        .isEqualTo(
            new ShortfallTally(
                5, 48_338_000_000L, -60_000_000, 70_000_000, 40_430_000, 80_000_000));
    assertThat(metrics.implementationShortfall()).isEqualTo(study.shortfall().total().total());
    assertThat(metrics.roundTrips()).isEqualTo(study.trips().total().tally().closed());
    assertThat(metrics.expectancy()).isEqualTo(study.trips().total().tally().expectancy());
  }

  @Test
  void theRatioRollsOverAQuarterOfAYear() {
    // returns r and 0: mean r / 2, deviation r / √2, so √8 × √2 / 2 = 2
    assertThat(study().rollingSharpe())
        .singleElement()
        .satisfies(
            figure -> {
              assertThat(figure.date()).isEqualTo("2026-01-06");
              assertThat(figure.value()).isCloseTo(2.0, within(TINY));
            });
  }

  @Test
  void sessionsOfTheWarmUpAreNotStudied() {
    scenario.warmUp(1); // all orders of the first day are denied

    RunAnalysis study = study();

    assertThat(study.orders()).isEmpty();
    assertThat(study.rollingSharpe()).isEmpty();
    assertThat(study.months()).singleElement().satisfies(m -> assertThat(m.value()).isZero());
    assertThat(metrics.sessions()).isEqualTo(1);
  }

  @Test
  void anOrderThatNeverReachesTheVenueMissesAndIsNotDelayed() {
    scenario.latencyNanos(0, 86_400_000_000_000L * 2, 0);

    RunAnalysis study = study();

    // bought none of ten at 10.01, which ended at 10.31
    assertThat(study.orders().get(0))
        .isEqualTo(new OrderShortfall(1, 0, 0, BUY, 10_010_000_000L, 0, 0, 0, 300_000_000));
    assertThat(metrics.implementationShortfall()).isEqualTo(study.shortfall().total().total());
  }
}
