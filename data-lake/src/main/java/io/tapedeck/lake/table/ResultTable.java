package io.tapedeck.lake.table;

import static io.tapedeck.lake.table.Schema.MONEY;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * The tables that sweeps and replays write. {@link #RUNS} is the commit marker: a row of another
 * table counts only if `runs` has its (run_id, commit_id).
 *
 * <p>Tables grow by columns that may be null: those that a table has not yet are null in its rows.
 *
 * <p>Money is DECIMAL(28,9) in the run's currency, prices and sizes are DECIMAL(18,9), times are
 * nanoseconds since the epoch, UTC.
 */
public enum ResultTable implements TableDefinition {
  SWEEPS("sweeps", "A sweep: its question, plan, state and cost", SweepSchemas.sweeps()),
  SWEEP_UNITS(
      "sweep_units",
      "A planned unit of a sweep: what one task replays; its times are wall-clock",
      SweepSchemas.units()),
  SWEEP_RUNS(
      "sweep_runs", "Which run answers which position of a sweep's grid", SweepSchemas.runs()),
  RUNS("runs", "A run that was committed; without it its other rows do not exist", runs()),
  RUN_METRICS("run_metrics", "The numbers of a run", metrics()),
  RUN_DAILY("run_daily", "The books of a run at each session close", daily()),
  ORDERS("orders", "Orders of a run, those its own gate denied included", DetailSchemas.orders()),
  FILLS("fills", "Fills of a run", DetailSchemas.fills()),
  ROUND_TRIPS(
      "round_trips",
      "Positions from flat to flat, or matched lots, and those open at the end",
      DetailSchemas.roundTrips()),
  EQUITY(
      "equity",
      "Equity of a run: the last mark of each second in which it was marked and had changed",
      DetailSchemas.equity()),
  RISK_EVENTS(
      "risk_events",
      "Refusals of a run's risk gate, and what guards of its account and positions did",
      DetailSchemas.riskEvents()),
  POSITIONS("positions", "Positions of a run after each fill", DetailSchemas.positions());

  private static final String FOLDER = "results/";

  private final String label;
  private final String description;
  private final Schema schema;

  ResultTable(String label, String description, Schema schema) {
    this.label = label;
    this.description = description;
    this.schema = schema;
  }

  /** Name of the table: {@code runs}. */
  public String label() {
    return label;
  }

  @Override
  public String folder() {
    return FOLDER + label;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public StructType schema() {
    return schema.struct();
  }

  @Override
  public List<String> partitionColumns() {
    return List.of();
  }

  @Override
  public List<String> constraints() {
    return List.of();
  }

  private static MapType map(DataType values) {
    return DataTypes.createMapType(StringType, values, false);
  }

  private static Schema runs() {
    return DetailSchemas.committed()
        .required(Columns.STRATEGY, StringType, "Name of the strategy")
        .required(Columns.PARAMETERS, map(StringType), "Every parameter, standard values included")
        .required(Columns.PARAMETERS_JSON, StringType, "The same as canonical JSON")
        .required(
            Columns.SYMBOLS,
            DataTypes.createArrayType(StringType, false),
            "Instruments of the account, in order")
        .required(Columns.FIRST_DATE, DateType, "First session")
        .required(Columns.LAST_DATE, DateType, "Last session")
        .optional(Columns.CURRENCY, StringType, "Currency of its money")
        .required(Columns.START_CASH, MONEY, "Cash at the start")
        .required(Columns.SEED, LongType, "Seed of its randomness")
        .required(Columns.RECORD, StringType, "Details kept: METRICS, DAILY, FILLS or FULL")
        .required(Columns.STATUS, StringType, "COMPLETED, FAILED (final) or ABANDONED (retried)")
        .optional(Columns.REASON, StringType, "Why it is not COMPLETED")
        .optional(Columns.DETAIL, StringType, "The message that came with the reason")
        .required(
            Columns.WARNINGS,
            DataTypes.createArrayType(StringType, false),
            "Optimistic assumptions and gaps")
        .optional(
            Columns.FINGERPRINT, StringType, "64 bits over all order events and marks, hexadecimal")
        .required(Columns.ENGINE_SEMANTICS, IntegerType, "Version of the engine's rules")
        .required(Columns.STRATEGY_DIGEST, StringType, "SHA-256 of the strategy's class files")
        .required(Columns.TAPE_DIGEST, StringType, "SHA-256 of the partitions' content digests")
        .required(Columns.CALENDAR_DIGEST, StringType, "SHA-256 of its sessions")
        .required(Columns.TABLE_VERSIONS, map(LongType), "Delta versions that were read")
        .required(Columns.IDENTITY_JSON, StringType, "The text whose SHA-256 is run_id")
        .optional(Columns.ASSUMPTIONS_JSON, StringType, "What it assumes, out of the same text")
        .optional(
            Columns.STRATEGY_PROFITS,
            map(MONEY),
            "What each strategy earned, by name or label; in the order of the run's strategies");
  }

  private static Schema metrics() {
    return DetailSchemas.committed()
        .required(Columns.START_EQUITY, MONEY, "Equity at the start")
        .required(Columns.END_EQUITY, MONEY, "Equity at the end, open positions marked")
        .required(Columns.REALISED, MONEY, "Realised profit before fees")
        .required(Columns.UNREALISED, MONEY, "Profit of open positions at the last mark")
        .required(Columns.FEES, MONEY, "Fees")
        .optional(Columns.TOTAL_RETURN, DoubleType, "End over start, less one")
        .optional(Columns.CAGR, DoubleType, "Compound annual growth rate")
        .optional(Columns.VOLATILITY, DoubleType, "Of session returns, annualised")
        .optional(Columns.SHARPE, DoubleType, "Annualised, risk-free rate zero")
        .optional(Columns.SORTINO, DoubleType, "Annualised, target zero")
        .optional(Columns.CALMAR, DoubleType, "CAGR over maximum drawdown")
        .optional(Columns.MAX_DRAWDOWN, DoubleType, "Largest fall from a peak, fraction of it")
        .required(Columns.MAX_DRAWDOWN_MONEY, MONEY, "Largest fall from a peak")
        .required(
            Columns.MAX_DRAWDOWN_SECONDS, DoubleType, "Longest time from a peak to its recovery")
        .optional(Columns.HIT_RATE, DoubleType, "Share of closed round trips with a net profit")
        .optional(Columns.PROFIT_FACTOR, DoubleType, "Net profits over net losses")
        .optional(Columns.EXPECTANCY, DoubleType, "Mean net profit of a round trip, in currency")
        .optional(Columns.TURNOVER, DoubleType, "Notional over mean equity, a year")
        .optional(Columns.EXPOSURE, DoubleType, "Share of session time with a position")
        .required(Columns.ROUND_TRIPS, LongType, "Closed round trips")
        .required(Columns.OPEN_TRADES, LongType, "Positions still open")
        .required(Columns.FILLS, LongType, "Fills")
        .optional(Columns.VALUE_AT_RISK_95, DoubleType, "5 % quantile of session returns, a loss")
        .optional(Columns.EXPECTED_SHORTFALL_95, DoubleType, "Mean beyond that quantile, a loss")
        .required(Columns.SESSIONS, IntegerType, "Sessions with a daily equity")
        .required(Columns.EVENTS, LongType, "Venue events replayed")
        .required(Columns.DECISIONS, LongType, "Targets, orders and cancels asked for")
        .required(Columns.ORDERS_SENT, LongType, "Orders that passed the gate")
        .required(Columns.ORDERS_FILLED, LongType, "Orders filled completely")
        .required(Columns.ORDERS_PARTLY_FILLED, LongType, "Orders that ended partly filled")
        .required(Columns.ORDERS_UNFILLED, LongType, "Orders that ended without a fill")
        .required(Columns.ORDERS_DENIED, LongType, "Orders the gate refused")
        .required(Columns.DENIED, map(LongType), "Refusals by reason")
        .optional(Columns.BEST_DAY, DoubleType, "Largest session return")
        .optional(Columns.WORST_DAY, DoubleType, "Smallest session return")
        .optional(Columns.TAIL_RATIO, DoubleType, "95 % over the 5 % quantile of session returns")
        .optional(Columns.OMEGA, DoubleType, "Gains over losses of session returns")
        .optional(Columns.SQN, DoubleType, "System quality number of closed round trips")
        .optional(Columns.ALPHA, DoubleType, "Jensen's, against the benchmark, a year")
        .optional(Columns.BETA, DoubleType, "Slope of session returns on the benchmark's")
        .optional(
            Columns.INFORMATION_RATIO,
            DoubleType,
            "Of session returns less the benchmark's, annualised")
        .optional(Columns.SLIPPAGE, MONEY, "Paid beyond quoted prices, within the profit already")
        .optional(Columns.SPREAD_COST, MONEY, "Paid from the mid to the quote, likewise")
        .optional(Columns.FINANCING, MONEY, "Interest, borrowing and funding; negative if received")
        .optional(
            Columns.IMPLEMENTATION_SHORTFALL,
            MONEY,
            "What all orders cost against paper: delay, execution, fees, what was missed");
  }

  private static Schema daily() {
    return DetailSchemas.committed()
        .required(Columns.DATE, DateType, "Session date")
        .required(Columns.EQUITY, MONEY, "Cash plus positions at the mark")
        .required(Columns.CASH, MONEY, "Cash")
        .required(Columns.REALISED, MONEY, "Realised profit since the start, before fees")
        .required(Columns.FEES, MONEY, "Fees since the start")
        .required(Columns.NOTIONAL_TRADED, MONEY, "Notional of the session's fills")
        .required(Columns.OPEN_SECONDS, DoubleType, "Time of the session with a position")
        .required(Columns.SESSION_SECONDS, DoubleType, "Length of the session")
        .optional(Columns.FINANCING, MONEY, "Financing paid since the start");
  }
}
