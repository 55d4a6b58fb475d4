package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import org.junit.jupiter.api.Test;

/** A run beside an instrument that is bought at the start and held. */
class BenchmarkTest {
  private final Tape tape =
      new Tape(tradesOnly(share("XYZ")))
          .trade("2026-01-05 09:30:00", "100.00x500", 1)
          .trade("2026-01-05 09:30:01", "100.00x500", 1)
          .trade("2026-01-05 15:00:00", "110.00x500", 1)
          .trade("2026-01-06 15:00:00", "99.00x500", 1);
  private final Scenario scenario =
      new Scenario(tape)
          .sessions(
              session("2026-01-05", "09:30:00", "16:00:00"),
              session("2026-01-06", "09:30:00", "16:00:00"));

  private static Script buying(long lots) {
    return new Script()
        .at("2026-01-05 09:30:00", (position, orders) -> orders.market(BUY, lots, GTC));
  }

  @Test
  void alphaAndBetaOfTwiceTheBenchmarkBoughtOnce() {
    var metrics = scenario.benchmark("XYZ").run(buying(200)).result().metrics();

    // the benchmark: +10 % and −10 %; the run, of 10 000.00: +2 000.00 and −2 200.00 of 12 000.00
    // beta = Σ (r − m) b / Σ b² = (0.2 × 0.1 + 0.18333 × 0.1) / 0.02
    assertThat(metrics.beta()).isCloseTo(0.0383333333 / 0.02, within(1e-8));
    // alpha = (mean of 0.2 and −0.18333, less beta × 0) × 252
    assertThat(metrics.alpha()).isCloseTo(0.0083333333 * 252, within(1e-6));
  }

  @Test
  void holdingTheBenchmarkItselfIsBetaOne() {
    var metrics = scenario.benchmark("XYZ").run(buying(100)).result().metrics();

    assertThat(metrics.beta()).isCloseTo(1, within(1e-12));
    assertThat(metrics.alpha()).isCloseTo(0, within(1e-12));
  }

  @Test
  void withoutABenchmarkThereIsNothingToCompareWith() {
    assertThat(scenario.run(buying(100)).result().metrics().beta()).isNaN();
  }

  @Test
  void aBenchmarkMustBeOfTheRun() {
    var failure = scenario.benchmark("ABC").run(buying(1)).failure();

    assertThat(failure.detail()).contains("no instrument ABC in this run");
  }
}
