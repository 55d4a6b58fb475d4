package io.tapedeck.lake.table;

import java.util.List;

/** Every column name of the lake and of its result tables, spelled once. */
public final class Columns {
  public static final String SYMBOL = "symbol";
  public static final String DATE = "date";
  public static final String TS_EVENT = "ts_event";
  public static final String TS_RECV = "ts_recv";
  public static final String SEQ = "seq";
  public static final String VENUE = "venue";
  public static final String SOURCE = "source";
  public static final String SOURCE_FILE = "source_file";

  public static final String PRICE = "price";
  public static final String SIZE = "size";
  public static final String AGGRESSOR = "aggressor";
  public static final String CONDITIONS = "conditions";

  public static final String BID_PRICE = "bid_price";
  public static final String BID_SIZE = "bid_size";
  public static final String ASK_PRICE = "ask_price";
  public static final String ASK_SIZE = "ask_size";

  public static final String BAR = "bar";
  public static final String MONTH = "month";
  public static final String PRICE_KIND = "price_kind";
  public static final String BAR_OPEN = "bar_open";
  public static final String BAR_CLOSE = "bar_close";
  public static final String OPEN = "open";
  public static final String HIGH = "high";
  public static final String LOW = "low";
  public static final String CLOSE = "close";
  public static final String VOLUME = "volume";
  public static final String VWAP = "vwap";
  public static final String TRADE_COUNT = "trade_count";

  public static final String YEAR = "year";
  public static final String STRATEGY = "strategy";
  public static final String SIDE = "side";
  public static final String STRENGTH = "strength";
  public static final String HORIZON = "horizon";
  public static final String PAYLOAD = "payload";

  public static final String ASSET_CLASS = "asset_class";
  public static final String CURRENCY = "currency";
  public static final String PRICE_QUANTUM = "price_quantum";
  public static final String SIZE_QUANTUM = "size_quantum";
  public static final String PRICE_INCREMENT = "price_increment";
  public static final String SIZE_INCREMENT = "size_increment";
  public static final String MULTIPLIER = "multiplier";
  public static final String CALENDAR = "calendar";
  public static final String IS_DEFAULT = "is_default";

  public static final String SESSION_OPEN = "session_open";
  public static final String SESSION_CLOSE = "session_close";
  public static final String IS_HALF_DAY = "is_half_day";

  public static final String FILE = "file";
  public static final String FILE_DIGEST = "file_digest";
  public static final String FORMAT_DIGEST = "format_digest";
  public static final String FILE_BYTES = "file_bytes";
  public static final String TABLE = "table";
  public static final String ROWS_READ = "rows_read";
  public static final String ROWS_KEPT = "rows_kept";
  public static final String ROWS_DUPLICATE = "rows_duplicate";
  public static final String ROWS_QUARANTINED = "rows_quarantined";
  public static final String ROWS_DERIVED = "rows_derived";
  public static final String INGESTED_AT = "ingested_at";
  public static final String LINE = "line";
  public static final String TEXT = "text";
  public static final String REASON = "reason";
  public static final String CONTENT_DIGEST = "content_digest";
  public static final String ROW_COUNT = "row_count";

  // Result tables.
  public static final String SWEEP_ID = "sweep_id";
  public static final String PLAN_ID = "plan_id";
  public static final String UNIT = "unit";
  public static final String CHUNK = "chunk";
  public static final String RUN_ID = "run_id";
  public static final String COMMIT_ID = "commit_id";
  public static final String POSITION = "position";
  public static final String RUN_WINDOW = "run_window";
  public static final String SYMBOLS = "symbols";
  public static final String FIRST_DATE = "first_date";
  public static final String LAST_DATE = "last_date";

  public static final String NAME = "name";
  public static final String QUESTION_JSON = "question_json";
  public static final String JOB_JSON = "job_json";
  public static final String STATE = "state";
  public static final String SETS = "sets";
  public static final String RUNS = "runs";
  public static final String UNITS = "units";
  public static final String CHUNKS = "chunks";
  public static final String TICKS = "ticks";
  public static final String TICK_LANES = "tick_lanes";
  public static final String RANK_METRIC = "rank_metric";
  public static final String COMPLETED = "completed";
  public static final String FAILED = "failed";
  public static final String ABANDONED = "abandoned";
  public static final String PREDICTED_CORE_SECONDS = "predicted_core_seconds";
  public static final String ACTUAL_CORE_SECONDS = "actual_core_seconds";
  public static final String STARTED_AT = "started_at";
  public static final String FINISHED_AT = "finished_at";

  public static final String FROM_POSITION = "from_position";
  public static final String TO_POSITION = "to_position";
  public static final String TRIES = "tries";
  public static final String SECONDS = "seconds";
  public static final String TICK_LANES_PER_SECOND = "tick_lanes_per_second";
  public static final String LANES = "lanes";
  public static final String TICKS_PER_SECOND = "ticks_per_second";
  public static final String DECODE_SECONDS = "decode_seconds";

  public static final String PARAMETERS = "parameters";
  public static final String PARAMETERS_JSON = "parameters_json";
  public static final String RECORD = "record";
  public static final String STATUS = "status";
  public static final String DETAIL = "detail";
  public static final String WARNINGS = "warnings";
  public static final String FINGERPRINT = "fingerprint";
  public static final String START_CASH = "start_cash";
  public static final String SEED = "seed";
  public static final String IDENTITY_JSON = "identity_json";
  public static final String STRATEGY_DIGEST = "strategy_digest";
  public static final String TAPE_DIGEST = "tape_digest";
  public static final String CALENDAR_DIGEST = "calendar_digest";
  public static final String TABLE_VERSIONS = "table_versions";
  public static final String ENGINE_SEMANTICS = "engine_semantics";

  public static final String START_EQUITY = "start_equity";
  public static final String END_EQUITY = "end_equity";
  public static final String REALISED = "realised";
  public static final String UNREALISED = "unrealised";
  public static final String FEES = "fees";
  public static final String TOTAL_RETURN = "total_return";
  public static final String CAGR = "cagr";
  public static final String VOLATILITY = "volatility";
  public static final String SHARPE = "sharpe";
  public static final String SORTINO = "sortino";
  public static final String CALMAR = "calmar";
  public static final String MAX_DRAWDOWN = "max_drawdown";
  public static final String MAX_DRAWDOWN_MONEY = "max_drawdown_money";
  public static final String MAX_DRAWDOWN_SECONDS = "max_drawdown_seconds";
  public static final String HIT_RATE = "hit_rate";
  public static final String PROFIT_FACTOR = "profit_factor";
  public static final String EXPECTANCY = "expectancy";
  public static final String TURNOVER = "turnover";
  public static final String EXPOSURE = "exposure";
  public static final String ROUND_TRIPS = "round_trips";
  public static final String OPEN_TRADES = "open_trades";
  public static final String FILLS = "fills";
  public static final String VALUE_AT_RISK_95 = "value_at_risk_95";
  public static final String EXPECTED_SHORTFALL_95 = "expected_shortfall_95";
  public static final String SESSIONS = "sessions";
  public static final String EVENTS = "events";
  public static final String DECISIONS = "decisions";
  public static final String ORDERS_SENT = "orders_sent";
  public static final String ORDERS_FILLED = "orders_filled";
  public static final String ORDERS_PARTLY_FILLED = "orders_partly_filled";
  public static final String ORDERS_UNFILLED = "orders_unfilled";
  public static final String ORDERS_DENIED = "orders_denied";
  public static final String DENIED = "denied";

  public static final String EQUITY = "equity";
  public static final String CASH = "cash";
  public static final String NOTIONAL_TRADED = "notional_traded";
  public static final String OPEN_SECONDS = "open_seconds";
  public static final String SESSION_SECONDS = "session_seconds";
  public static final String NUMBER = "number";
  public static final String ORDER_ID = "order_id";
  public static final String TS_SENT = "ts_sent";
  public static final String TS_LAST = "ts_last";
  public static final String AVERAGE_PRICE = "average_price";
  public static final String ORDER_TYPE = "order_type";
  public static final String ORDER_SIDE = "order_side";
  public static final String LIMIT_PRICE = "limit_price";
  public static final String TIME_IN_FORCE = "time_in_force";
  public static final String FILLED_SIZE = "filled_size";
  public static final String LEAVES_SIZE = "leaves_size";
  public static final String SLIPPAGE = "slippage";
  public static final String FEE = "fee";
  public static final String LIQUIDITY = "liquidity";
  public static final String TS_ENTRY = "ts_entry";
  public static final String TS_EXIT = "ts_exit";
  public static final String MAX_SIZE = "max_size";
  public static final String ENTRY_PRICE = "entry_price";
  public static final String EXIT_PRICE = "exit_price";
  public static final String PROFIT = "profit";
  public static final String NET_PROFIT = "net_profit";
  public static final String IS_OPEN = "is_open";
  public static final String ASSUMPTIONS_JSON = "assumptions_json";
  public static final String STRATEGY_PROFITS = "strategy_profits";
  public static final String BEST_DAY = "best_day";
  public static final String WORST_DAY = "worst_day";
  public static final String TAIL_RATIO = "tail_ratio";
  public static final String OMEGA = "omega";
  public static final String SQN = "sqn";
  public static final String ALPHA = "alpha";
  public static final String BETA = "beta";
  public static final String INFORMATION_RATIO = "information_ratio";
  public static final String SPREAD_COST = "spread_cost";
  public static final String FINANCING = "financing";
  public static final String IMPLEMENTATION_SHORTFALL = "implementation_shortfall";
  public static final String TRIGGER_PRICE = "trigger_price";
  public static final String TRAIL_OFFSET = "trail_offset";
  public static final String TRAIL_BPS = "trail_bps";
  public static final String TS_EXPIRE = "ts_expire";
  public static final String IS_POST_ONLY = "is_post_only";
  public static final String IS_REDUCE_ONLY = "is_reduce_only";
  public static final String PARENT_ID = "parent_id";
  public static final String CANCELS_ID = "cancels_id";
  public static final String IS_TRIGGERED = "is_triggered";
  public static final String DECISION_PRICE = "decision_price";
  public static final String MAX_ADVERSE = "max_adverse";
  public static final String MAX_FAVOURABLE = "max_favourable";
  public static final String EVENT = "event";
  public static final String MEASURED = "measured";
  public static final String LIMIT_VALUE = "limit_value";
  public static final String BASIS = "basis";

  private static final String NANO_TIME_PREFIX = "ts_";
  private static final List<String> OTHER_NANO_TIMES =
      List.of(BAR_OPEN, BAR_CLOSE, SESSION_OPEN, SESSION_CLOSE);

  private Columns() {}

  /** Whether a column holds nanoseconds since the epoch, UTC. */
  public static boolean isNanoTime(String column) {
    return column.startsWith(NANO_TIME_PREFIX) || OTHER_NANO_TIMES.contains(column);
  }
}
