package io.tapedeck.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.feed.ArrayFeed;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.jobs.identity.Assumptions;
import io.tapedeck.jobs.identity.BoundParameters;
import io.tapedeck.jobs.identity.RunIdentity;
import io.tapedeck.jobs.identity.TapeIdentity;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.NamedStrategy;
import io.tapedeck.jobs.job.Strategies;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;

/** Rows of one run of two strategies, whose position is stopped out. */
class DetailRowsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final LocalDate DAY = LocalDate.of(1970, 1, 1);
  private static final Universe AAA =
      new Universe(
          List.of(
              new Universe.Listing(
                  new Instrument(
                      "AAA",
                      AssetClass.EQUITY,
                      Currency.USD,
                      10_000_000, // a tick of 0.01
                      SECOND, // a lot of one share
                      1,
                      1,
                      1,
                      "24/7"),
                  false,
                  true)));

  /** Both buy 10 at 10.00, the price falls to 9.00: the stop at 5 % of 200 closes each. */
  private static final String JOB =
      """
      lake: none
      universe: [AAA]
      strategies:
        - {name: buy-and-hold, parameters: {size: 10}}
        - {name: buy-and-hold, as: other, parameters: {size: 10}}
      risk: {max_order_size: 50, positions: {stop_loss: 5%}}
      """;

  private final List<ResultRow> rows = rows("");

  @Test
  void everyRowHasTheColumnsOfItsTableWithTheirTypes() {
    assertThat(rows)
        .extracting(ResultRow::table)
        .contains(
            ResultTable.RUNS,
            ResultTable.RUN_METRICS,
            ResultTable.RUN_DAILY,
            ResultTable.ORDERS,
            ResultTable.FILLS,
            ResultTable.ROUND_TRIPS,
            ResultTable.RISK_EVENTS,
            ResultTable.POSITIONS);
    for (ResultRow row : rows) {
      StructField[] fields = row.table().schema().fields();
      assertThat(row.row().size()).as(row.table().label()).isEqualTo(fields.length);
      for (int i = 0; i < fields.length; i++) {
        boolean isNull = row.row().isNullAt(i);
        assertThat(!isNull || fields[i].nullable())
            .as("%s.%s may be null", row.table().label(), fields[i].name())
            .isTrue();
        assertThat(isNull || isOf(fields[i].dataType().typeName(), row.row().get(i)))
            .as("%s.%s is %s", row.table().label(), fields[i].name(), row.row().get(i))
            .isTrue();
      }
    }
  }

  @Test
  void ordersTellWhoseTheyAreAndWhatWasKnownWhenTheyWereDecided() {
    List<Map<String, Object>> orders = of(ResultTable.ORDERS);

    assertThat(orders).extracting(o -> o.get(Columns.STRATEGY)).contains("buy_and_hold", "other");
    Map<String, Object> first = orders.get(0);
    assertThat(first.get(Columns.ORDER_TYPE)).isEqualTo("MARKET");
    assertThat(first.get(Columns.DECISION_PRICE)).isEqualTo(10.0);
    assertThat(first.get(Columns.TRIGGER_PRICE)).isNull();
    assertThat(first.get(Columns.IS_REDUCE_ONLY)).isEqualTo(false);
  }

  @Test
  void positionsAreThoseAfterEachFill() {
    List<Map<String, Object>> positions = of(ResultTable.POSITIONS);

    // 10, then 20 at 10.00; sold at 9.00
    assertThat(positions.get(0).get(Columns.SIZE)).isEqualTo(decimal("10"));
    assertThat(positions.get(0).get(Columns.BASIS)).isEqualTo(decimal("100"));
    assertThat(positions.get(1).get(Columns.SIZE)).isEqualTo(decimal("20"));
    assertThat(positions.get(1).get(Columns.BASIS)).isEqualTo(decimal("200"));
    assertThat(positions.get(positions.size() - 1).get(Columns.SIZE)).isEqualTo(decimal("0"));
    assertThat(positions.get(positions.size() - 1).get(Columns.BASIS)).isEqualTo(decimal("0"));
  }

  @Test
  void guardsAndRefusalsAreRiskEvents() {
    Map<String, Object> stopped = of(ResultTable.RISK_EVENTS).get(0);

    assertThat(stopped.get(Columns.EVENT)).isEqualTo("CLOSED");
    assertThat(stopped.get(Columns.REASON)).isEqualTo("STOP_LOSS_REACHED");
    assertThat(stopped.get(Columns.SYMBOL)).isEqualTo("AAA");
    assertThat(stopped.get(Columns.MEASURED)).isEqualTo(decimal("20")); // 20 × (10.00 − 9.00)
    assertThat(stopped.get(Columns.LIMIT_VALUE)).isEqualTo(decimal("10")); // 5 % of 20 × 10.00

    List<ResultRow> denied = rows("start_cash: 100000\nrisk: {max_order_size: 5}");
    Map<String, Object> refusal = of(denied, ResultTable.RISK_EVENTS).get(0);
    assertThat(refusal.get(Columns.EVENT)).isEqualTo("DENIED");
    assertThat(refusal.get(Columns.ORDER_ID)).isEqualTo(1L);
    assertThat(refusal.get(Columns.MEASURED)).isNull();
  }

  @Test
  void roundTripsBelongToAStrategyAndTellHowFarTheyWent() {
    Map<String, Object> trip = of(ResultTable.ROUND_TRIPS).get(0);

    assertThat(trip.get(Columns.STRATEGY)).isIn("buy_and_hold", "other");
    assertThat(trip.get(Columns.MAX_ADVERSE)).isEqualTo(decimal("10")); // 10 × (10.00 − 9.00)
    assertThat(trip.get(Columns.MAX_FAVOURABLE)).isEqualTo(decimal("0"));
  }

  @Test
  void runsTellTheirAssumptionsAndWhatEachStrategyEarned() {
    Map<String, Object> run = of(ResultTable.RUNS).get(0);

    assertThat((String) run.get(Columns.ASSUMPTIONS_JSON))
        .contains("\"stop_loss\":{\"kind\":\"SHARE\",\"value\":0.05}");
    assertThat(run.get(Columns.STRATEGY)).isEqualTo("buy-and-hold+other=buy-and-hold");
    assertThat(run.get(Columns.STRATEGY_PROFITS))
        .hasToString("Map(buy_and_hold -> -10.000000000, other -> -10.000000000)");
  }

  private List<Map<String, Object>> of(ResultTable table) {
    return of(rows, table);
  }

  private static List<Map<String, Object>> of(List<ResultRow> rows, ResultTable table) {
    List<Map<String, Object>> found = new ArrayList<>();
    for (ResultRow row : rows) {
      if (row.table() == table) {
        found.add(named(row.row(), table));
      }
    }
    return found;
  }

  private static Map<String, Object> named(Row row, ResultTable table) {
    Map<String, Object> values = new TreeMap<>();
    String[] names = table.schema().fieldNames();
    for (int i = 0; i < names.length; i++) {
      values.put(names[i], row.get(i));
    }
    return values;
  }

  private static List<ResultRow> rows(String lines) {
    String text = lines.isEmpty() ? JOB : JOB.replaceAll("(?m)^risk:.*\n", "") + lines;
    JobSpec job = JobSpec.bind(Fields.of(YamlTree.parse(text, "job.yaml")));
    RunRecorder recorder = RunRecorder.ofEverything();
    ReplayLane lane =
        ReplayLane.of(
            job.terms()
                .spec(
                    Strategies.found().bind(job.strategies()),
                    List.of(new Session(DAY, 1, 1_000 * SECOND)),
                    365),
            AAA,
            recorder);
    RunOutcome outcome = Replay.run(ArrayFeed.of(AAA, trades()), List.of(lane)).get(0);
    RunResult result = ((RunOutcome.Completed) outcome).result();
    RunDescription run =
        new RunDescription(
            RunIdentity.of(
                JobSpec.title(job.named()),
                "d",
                Assumptions.of(job),
                new TapeIdentity(DAY, DAY, "[]", "t", "c")),
            new BoundParameters(new TreeMap<>(), List.of(), ""),
            job.named().stream().map(NamedStrategy::key).toList(),
            List.of("AAA"),
            "USD",
            Set.of(),
            Map.of(),
            RecordLevel.FULL);
    List<ResultRow> rows = new ArrayList<>(RunRows.of(run, outcome));
    rows.addAll(DetailRows.of(run, AAA, job.terms().desk().account(), recorder, result));
    return rows;
  }

  private static TradeColumns trades() {
    TradeColumns trades = new TradeColumns(6);
    long[] ticks = {1_000, 1_000, 1_000, 900, 900, 900};
    for (int i = 0; i < ticks.length; i++) {
      trades.add(0, 0, i, (i + 1) * SECOND, Missing.VALUE, ticks[i], 500, 0);
    }
    return trades;
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text).setScale(9);
  }

  private static boolean isOf(String type, Object value) {
    if (type.startsWith("decimal")) {
      return value instanceof BigDecimal;
    }
    return switch (type) {
      case "string" -> value instanceof String;
      case "long" -> value instanceof Long;
      case "integer" -> value instanceof Integer;
      case "double" -> value instanceof Double;
      case "boolean" -> value instanceof Boolean;
      case "date" -> value instanceof java.sql.Date;
      case "array" -> value instanceof String[];
      default -> value instanceof scala.collection.Map;
    };
  }
}
