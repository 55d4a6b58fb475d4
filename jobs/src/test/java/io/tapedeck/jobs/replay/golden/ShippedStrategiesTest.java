package io.tapedeck.jobs.replay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.cost.FeeBps;
import io.tapedeck.core.cost.FinancingSpec;
import io.tapedeck.core.execution.LatencySpec;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every shipped strategy gets through real ticks, and its books balance to the last unit. */
class ShippedStrategiesTest {
  private static final LocalDate MONDAY = LocalDate.of(2013, 10, 7);
  private static final long MILLI = 1_000_000L;

  /** What has no standard value. */
  private static final Map<String, String> GIVEN =
      Map.of(
          "size", "100",
          "maxInventory", "500",
          "window", "200",
          "fast", "200",
          "slow", "1000",
          "bandBps", "5",
          "lookback", "1",
          "every", "1",
          "hold", "1");

  private static final MarketSpec MARKET =
      MarketSpec.FRICTIONLESS
          .withLatency(LatencySpec.constant(MILLI, 2 * MILLI, MILLI))
          .withFees(new FeeBps(new BigDecimal("0.5")))
          .withFinancing(
              new FinancingSpec(
                  BigDecimal.ZERO,
                  BigDecimal.valueOf(300),
                  BigDecimal.valueOf(500),
                  BigDecimal.ONE,
                  360));

  @Test
  void onTwoDaysOfTwoShares() {
    RealTape tape = RealTape.ofShares(List.of("bac", "ibm"), MONDAY, MONDAY.plusDays(1));
    StrategyCatalog catalog = StrategyCatalog.load(ShippedStrategiesTest.class.getClassLoader());
    List<RunRecorder> records = new ArrayList<>();
    List<ReplayLane> lanes = new ArrayList<>();
    for (String name : catalog.names()) {
      RunRecorder record = RunRecorder.ofFills();
      records.add(record);
      lanes.add(
          ReplayLane.of(
              spec(catalog.build(name, parameters(catalog, name)), tape.calendar()),
              tape.source().universe(),
              record));
    }

    List<RunOutcome> outcomes = Replay.run(tape.source().feed(tape.calendar().sessions()), lanes);

    assertThat(catalog.names()).hasSizeGreaterThanOrEqualTo(14);
    for (int i = 0; i < lanes.size(); i++) {
      String name = catalog.names().get(i);
      assertThat(outcomes.get(i)).as(name).isInstanceOf(RunOutcome.Completed.class);
      balances(name, ((RunOutcome.Completed) outcomes.get(i)).result(), records.get(i));
    }
  }

  private static SortedMap<String, String> parameters(StrategyCatalog catalog, String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    for (ParameterDescription parameter : catalog.parameters(name)) {
      if (parameter.isMandatory()) {
        texts.put(parameter.name(), GIVEN.get(parameter.name()));
      }
    }
    return texts;
  }

  private static RunSpec spec(StrategySpec strategy, RunCalendar calendar) {
    DeskSpec desk = DeskSpec.unlimited(BigDecimal.valueOf(1_000_000));
    return RunSpec.of(strategy, calendar, MARKET, desk);
  }

  private static void balances(String name, RunResult result, RunRecorder record) {
    var metrics = result.metrics();
    long start = metrics.startEquity();
    assertThat(metrics.endEquity())
        .as(name)
        .isEqualTo(
            start
                + metrics.realised()
                + metrics.unrealised()
                - metrics.fees()
                - metrics.financing());
    List<DailyEquity> daily = record.daily();
    assertThat(daily).as(name).hasSize(2);
    assertThat(daily.get(1).equity()).as(name).isEqualTo(metrics.endEquity());
    assertThat(record.fills().stream().mapToLong(fill -> fill.fee()).sum())
        .as(name)
        .isEqualTo(metrics.fees());
    long closed = record.roundTrips().stream().mapToLong(trip -> trip.profit()).sum();
    long open = result.openTrades().stream().mapToLong(trip -> trip.profit()).sum();
    assertThat(closed + open).as(name).isEqualTo(metrics.realised() + metrics.unrealised());
  }
}
