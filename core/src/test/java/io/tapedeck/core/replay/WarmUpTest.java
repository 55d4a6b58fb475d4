package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Clock.session;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.order.DenialReason;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Sessions in which a run only listens. */
class WarmUpTest {
  private final Tape tape =
      new Tape(quoted(share("XYZ")))
          .quote("2026-01-05 09:30:00", "100.00x500", "100.02x500")
          .quote("2026-01-06 09:30:00", "100.00x500", "100.02x500")
          .quote("2026-01-06 09:30:01", "100.00x500", "100.02x500")
          .quote("2026-01-06 15:00:00", "101.01x500", "101.03x500");
  private final Scenario scenario =
      new Scenario(tape)
          .sessions(
              session("2026-01-05", "09:30:00", "16:00:00"),
              session("2026-01-06", "09:30:00", "16:00:00"))
          .warmUp(1);
  private final Script script =
      new Script()
          .at("2026-01-05 09:30:00", (position, orders) -> orders.market(BUY, 10, GTC))
          .at("2026-01-06 09:30:00", (position, orders) -> orders.market(BUY, 100, GTC));

  @Test
  void nothingIsSentBeforeTheFirstCountedSession() {
    var told = scenario.run(script);

    assertThat(told.orders())
        .containsExactly(
            "09:30:00 denied #1 WARM_UP_SESSION",
            "09:30:00 sent #2 BUY 100 GTC",
            "09:30:00 accepted #2",
            "09:30:01 filled #2 BUY 100 @ 100.02 TAKER leaves 0");
    assertThat(told.result().counts().denied())
        .containsEntry(DenialReason.WARM_UP_SESSION, 1L)
        .hasSize(1);
    assertThat(script.heard()).contains("open 2026-01-05: lots 0 working 0");
  }

  @Test
  void figuresAreOfTheCountedSessions() {
    // interest of the first night: 10 000.00 × 0.1 per mille = 1.00
    FinancingSpec interest =
        new FinancingSpec(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("365"), 365);

    var metrics = scenario.financing(interest).run(script).result().metrics();

    // from 10 001.00 to 10 001.00 + 100 × (101.02 − 100.02) = 10 101.00
    assertThat(metrics.startEquity()).isEqualTo(1_000_100_000_000L);
    assertThat(metrics.endEquity()).isEqualTo(1_010_100_000_000L);
    assertThat(metrics.totalReturn()).isEqualTo(10_101.0 / 10_001.0 - 1);
    assertThat(metrics.sessions()).isEqualTo(1);
    assertThat(metrics.financing()).isZero();
  }

  @Test
  void theSessionsThemselvesAreRecorded() {
    assertThat(scenario.run(script).result().daily()).hasSize(2);
  }
}
