package io.tapedeck.lake.export;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.ResultTable;
import io.tapedeck.lake.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** In which order the rows of each table are read and exported: total, so that a file repeats. */
public final class ReadingOrder {
  private ReadingOrder() {}

  /** Names of the columns that rows are ordered by, all ascending, null first. */
  public static List<String> of(TableDefinition table) {
    return table instanceof LakeTable input ? ofInput(input) : ofResult((ResultTable) table);
  }

  private static List<String> ofInput(LakeTable table) {
    return switch (table) {
      case TRADES, QUOTES ->
          List.of(
              Columns.SYMBOL,
              Columns.DATE,
              Columns.TS_EVENT,
              Columns.SEQ,
              Columns.VENUE,
              Columns.SOURCE,
              Columns.SOURCE_FILE);
      case BARS ->
          List.of(
              Columns.BAR, Columns.SYMBOL, Columns.PRICE_KIND, Columns.BAR_OPEN, Columns.SOURCE);
      case SIGNALS ->
          List.of(
              Columns.SYMBOL,
              Columns.TS_EVENT,
              Columns.SEQ,
              Columns.STRATEGY,
              Columns.SOURCE,
              Columns.SOURCE_FILE);
      case INSTRUMENTS -> List.of(Columns.SYMBOL);
      case CALENDARS -> List.of(Columns.CALENDAR, Columns.DATE);
      case INGESTS ->
          List.of(Columns.INGESTED_AT, Columns.SOURCE, Columns.FILE, Columns.FILE_DIGEST);
      case QUARANTINE ->
          List.of(Columns.SOURCE, Columns.FILE, Columns.FILE_DIGEST, Columns.LINE, Columns.REASON);
      case PARTITION_DIGESTS -> List.of(Columns.TABLE, Columns.SYMBOL, Columns.DATE, Columns.BAR);
    };
  }

  private static List<String> ofResult(ResultTable table) {
    return switch (table) {
      case SWEEPS -> List.of(Columns.STARTED_AT, Columns.SWEEP_ID);
      case SWEEP_UNITS -> List.of(Columns.SWEEP_ID, Columns.PLAN_ID, Columns.UNIT);
      case SWEEP_RUNS ->
          List.of(
              Columns.SWEEP_ID,
              Columns.PLAN_ID,
              Columns.POSITION,
              Columns.RUN_WINDOW,
              Columns.UNIT,
              Columns.RUN_ID);
      case RUNS, RUN_METRICS -> ofRun();
      case RUN_DAILY -> ofRun(Columns.DATE);
      case ORDERS -> ofRun(Columns.ORDER_ID);
      case FILLS, ROUND_TRIPS, EQUITY, RISK_EVENTS, POSITIONS -> ofRun(Columns.NUMBER);
    };
  }

  private static List<String> ofRun(String... more) {
    List<String> order = new ArrayList<>(List.of(Columns.RUN_ID));
    order.addAll(List.of(more));
    return order;
  }
}
