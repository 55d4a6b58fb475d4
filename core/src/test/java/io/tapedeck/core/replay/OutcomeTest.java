package io.tapedeck.core.replay;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.order.TimeInForce.GTC;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.fixture.Scenario;
import io.tapedeck.core.fixture.Script;
import io.tapedeck.core.fixture.Tape;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final long HUGE = 4_000_000_000_000L;

  private final Tape tape =
      new Tape(quoted(share("XYZ")))
          .quote("09:30:00", "100.00x5", "100.02x5")
          .quote("09:30:01", "100.00x5", "100.02x5");
  private final Scenario scenario = new Scenario(tape);
  private final Script script = new Script();

  @Test
  void moneyThatLeaves64BitsFailsTheRun() {
    Tape endless =
        new Tape(quoted(share("XYZ")))
            .quote("09:30:00", "100.00", "100.02")
            .quote("09:30:01", "100.00", "100.02");
    script.at("09:30:00", (position, orders) -> orders.market(BUY, HUGE, GTC));

    var failure = new Scenario(endless).run(script).failure();

    assertThat(failure.reason()).isEqualTo(FailureReason.OVERFLOW);
  }

  @Test
  void anExceptionOfTheStrategyFailsTheRunAndNamesItself() {
    script.at(
        "09:30:01",
        (position, orders) -> {
          throw new UnsupportedOperationException("no idea what to do");
        });

    var failure = scenario.run(script).failure();

    assertThat(failure.reason()).isEqualTo(FailureReason.STRATEGY_ERROR);
    assertThat(failure.detail())
        .contains("java.lang.UnsupportedOperationException: no idea what to do");
  }

  @Test
  void arithmeticOfTheStrategyIsItsOwnError() {
    script.at("09:30:01", (position, orders) -> Math.addExact(Long.MAX_VALUE, 1));

    assertThat(scenario.run(script).failure().reason()).isEqualTo(FailureReason.STRATEGY_ERROR);
  }

  @Test
  void aFailedLaneIgnoresWhatFollows() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          throw new IllegalStateException("broken");
        });

    var told = scenario.run(script, 2, 1);

    assertThat(told.failure().detail()).contains("broken");
    assertThat(script.heard().stream().filter(line -> line.contains("quote"))).hasSize(1);
  }

  @Test
  void parametersThatDoNotFitTheInstrumentsFailTheRun() {
    ReplayLane lane =
        ReplayLane.of(
            scenario.spec(
                universe -> {
                  throw new IllegalArgumentException("lots must be positive, was 0");
                }),
            tape.universe(),
            RunListener.NONE);
    lane.accept(new TapeBatch(1));

    assertThat(lane.finish())
        .isEqualTo(
            new RunOutcome.Failed(
                FailureReason.INVALID_PARAMETERS, "lots must be positive, was 0"));
  }

  @Test
  void aMarkTheTapeCannotGiveFailsTheRun() {
    Tape prints = new Tape(tradesOnly(share("XYZ"))).trade("09:30:00", "100.00x5");

    var failure = new Scenario(prints).mark(MarkRule.MID).run(script).failure();

    assertThat(failure.reason()).isEqualTo(FailureReason.INVALID_PARAMETERS);
    assertThat(failure.detail()).contains("mark MID needs quotes of XYZ");
  }

  @Test
  void cancelingAnOrderThatWasNeverSentIsAnErrorOfTheStrategy() {
    script.at("09:30:00", (position, orders) -> orders.cancel(7));

    assertThat(scenario.run(script).failure().detail())
        .contains("order 7 to cancel was never sent");
  }

  @Test
  void aStrategyThatAnswersItselfForeverIsStopped() {
    script
        .at("09:30:00", (position, orders) -> orders.market(BUY, 1, IOC))
        .onAnyFill(
            (position, orders) -> {
              while (true) {
                orders.market(BUY, 1, IOC);
              }
            });

    assertThat(scenario.run(script).failure().detail()).contains("orders at one instant");
  }

  @Test
  void aTapeOutOfOrderIsNotTheRunsFault() {
    ReplayLane lane = ReplayLane.of(scenario.spec(script), tape.universe(), RunListener.NONE);
    List<TapeBatch> batches = tape.batches(2, 1);

    lane.accept(batches.get(1));

    assertThatThrownBy(() -> lane.accept(batches.get(0))).isInstanceOf(FeedException.class);
  }

  @Test
  void countsTellWhatBecameOfOrders() {
    script.at(
        "09:30:00",
        (position, orders) -> {
          orders.market(BUY, 3, GTC); // filled
          orders.market(BUY, 3, IOC); // 2 left for it: partly
          orders.market(BUY, 3, GTC); // nothing left
          orders.market(BUY, 0, GTC); // denied
          orders.cancel(0);
        });

    var counts = scenario.run(script).result().counts();

    assertThat(counts.events()).isEqualTo(2);
    assertThat(counts.decisions()).isEqualTo(5);
    assertThat(counts.sent()).isEqualTo(3);
    assertThat(counts.filled()).isEqualTo(1);
    assertThat(counts.partlyFilled()).isEqualTo(1);
    assertThat(counts.unfilled()).isEqualTo(1);
  }

  @Test
  void optimisticAssumptionsAreWarnings() {
    assertThat(scenario.run(script).result().warnings())
        .containsExactly(
            RunWarning.NO_FEES,
            RunWarning.NO_SLIPPAGE,
            RunWarning.NO_LATENCY,
            RunWarning.NO_MARGIN_MODEL,
            RunWarning.NO_TRADES);
  }

  @Test
  void aQuietRunHasOnlyTheWarningsItDeserves() {
    script.at("09:30:00", (position, orders) -> orders.market(BUY, 1, GTC));

    assertThat(scenario.latencyNanos(0, 1, 0).slippageBps("1").run(script).result().warnings())
        .containsExactly(RunWarning.NO_FEES, RunWarning.NO_MARGIN_MODEL);
  }

  @Test
  void anInstrumentWithoutAMarkIsAWarning() {
    Tape silent = new Tape(quoted(share("AAA"), share("BBB")));
    silent.of("AAA").quote("09:30:00", "10.00x5", "10.02x5");

    assertThat(new Scenario(silent).run(script).result().warnings())
        .contains(RunWarning.NEVER_MARKED);
  }
}
