package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.execution.SlippageTicks;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.metrics.RunMetrics;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Where the money went: spread, slippage, fees, and what was wanted and not had. */
class TradingCostTest {
  private final Tape tape = new Tape(quoted(share("XYZ")));
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  private RunMetrics metrics() {
    return scenario.run(script).result().metrics();
  }

  @Test
  void takersPaySpreadAndSlippageAndMakersNeither() {
    tape.quote("09:30:00", "100.00x50", "100.04x50")
        .quote("09:30:01", "100.00x50", "100.04x50")
        .quote("09:30:02", "100.10x50", "100.12x50");
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 10, GTC);
          orders.limit(SELL, 5, 10_010, GTC);
        });

    RunMetrics metrics = scenario.slippage(new SlippageTicks(3)).run(script).result().metrics();

    // bought at 100.04 + 0.03: 0.02 from the mid and 0.03 beyond the touch, ten times;
    // sold at its own 100.10 when the bid came there
    assertThat(metrics.spreadCost()).isEqualTo(20_000_000L);
    assertThat(metrics.slippage()).isEqualTo(30_000_000L);
  }

  @Test
  void theShortfallOfAFilledOrderIsWhatItPaidBeyondTheDecisionsMid() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "100.03x50", "100.05x50");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, GTC));
    scenario.fees(new FeeBps(new BigDecimal("10")));

    // decided at 100.01, paid 100.05: 0.40; fee 1 000.50 × 0.001 = 1.0005
    assertThat(metrics().implementationShortfall()).isEqualTo(40_000_000L + 100_050_000L);
  }

  @Test
  void theShortfallOfAnUnfilledOrderIsWhatItMissed() {
    tape.quote("09:30:00", "100.00x50", "100.02x50")
        .quote("09:30:01", "100.50x50", "100.52x50")
        .quote("09:30:02", "101.00x50", "101.02x50");
    script
        .at(
            "09:30:00",
            (position, orders) -> {
              orders.limit(BUY, 10, 9_000, GTC);
              orders.limit(BUY, 5, 9_000, GTC);
              orders.limit(SELL, 2, 20_000, GTC);
            })
        .at("09:30:01", (position, orders) -> orders.cancel(1));

    // from 100.01: the first missed 10 × 0.50 until it was canceled, the second 5 × 1.00 until the
    // end; the sell is glad of 2 × 1.00
    assertThat(metrics().implementationShortfall())
        .isEqualTo(500_000_000L + 500_000_000L - 200_000_000L);
  }

  @Test
  void aPartlyFilledOrderPaysForBoth() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "100.20x50", "100.22x4");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 10, IOC));

    // 4 × (100.22 − 100.01) = 0.84; the mid is 100.21 when the rest is canceled: 6 × 0.20 missed
    assertThat(metrics().implementationShortfall()).isEqualTo(84_000_000L + 120_000_000L);
  }

  @Test
  void deniedOrdersCostNothing() {
    tape.quote("09:30:00", "100.00x50", "100.02x50").quote("09:30:01", "101.00x50", "101.02x50");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 0, GTC));

    assertThat(metrics().implementationShortfall()).isZero();
  }

  @Test
  void anOrderDoneButNotKnownToBeIsMeasuredOnce() {
    // twenty orders, of which the first fills; no report comes before the end of the run, and the
    // last four use the places of the first in the ring again
    tape.quote("15:59:59", "100.00x50", "100.02x50")
        .quote("15:59:59.500", "100.00x50", "100.02x50");
    script.at("15:59:59", (position, orders) -> orders.market(BUY, 1, GTC));
    script.at(
        "15:59:59.500",
        (position, orders) -> {
          for (int i = 0; i < 19; i++) {
            orders.limit(BUY, 1, 9_000, GTC);
          }
        });
    tape.quote("15:59:59.900", "101.00x50", "101.02x50");

    // 0.01 for the one that filled at 100.02; 19 missed 1.00 each
    assertThat(
            scenario
                .latencyNanos(0, 0, 10_000_000_000L)
                .run(script)
                .result()
                .metrics()
                .implementationShortfall())
        .isEqualTo(1_000_000L + 19 * 100_000_000L);
  }
}
