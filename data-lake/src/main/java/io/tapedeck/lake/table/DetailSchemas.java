package io.tapedeck.lake.table;

import static io.tapedeck.lake.table.Schema.DECIMAL;
import static io.tapedeck.lake.table.Schema.MONEY;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

/** Columns of the details of a run. */
final class DetailSchemas {
  private DetailSchemas() {}

  /** What every row of a run begins with. */
  static Schema committed() {
    return new Schema()
        .required(Columns.RUN_ID, StringType, "SHA-256 of all that determines the run")
        .required(Columns.COMMIT_ID, StringType, "The commit it belongs to; see runs.commit_id");
  }

  private static Schema detail() {
    return committed().required(Columns.NUMBER, LongType, "Order of its rows inside a run, from 1");
  }

  static Schema orders() {
    return committed()
        .required(Columns.ORDER_ID, LongType, "Number inside the run")
        .required(Columns.SYMBOL, StringType, "Instrument")
        .required(Columns.TS_SENT, LongType, "When it was sent or denied")
        .required(Columns.TS_LAST, LongType, "When its status changed last")
        .required(
            Columns.ORDER_TYPE,
            StringType,
            "MARKET, LIMIT, STOP, STOP_LIMIT and so on, in FIX's words")
        .required(Columns.ORDER_SIDE, StringType, "BUY or SELL")
        .required(Columns.SIZE, DECIMAL, "Size")
        .optional(Columns.LIMIT_PRICE, DECIMAL, "Limit; null for a type without")
        .required(
            Columns.TIME_IN_FORCE,
            StringType,
            "DAY, GTC, IOC, FOK, GTD, AT_THE_OPENING or AT_THE_CLOSE")
        .required(Columns.STATUS, StringType, "Its last state, in FIX's words, or DENIED")
        .optional(Columns.REASON, StringType, "Why it was denied, rejected, replaced or canceled")
        .required(Columns.FILLED_SIZE, DECIMAL, "Size filled")
        .optional(Columns.AVERAGE_PRICE, DoubleType, "Average price of its fills")
        .required(Columns.FEES, MONEY, "Fees of its fills")
        .optional(Columns.STRATEGY, StringType, "The strategy it belongs to, by name or label")
        .optional(Columns.TRIGGER_PRICE, DECIMAL, "Trigger; null for a type without")
        .optional(Columns.TRAIL_OFFSET, DECIMAL, "By what price a trailing stop follows")
        .optional(Columns.TRAIL_BPS, DECIMAL, "By what share a trailing stop follows, in bps")
        .optional(Columns.TS_EXPIRE, LongType, "When a GTD order expires")
        .optional(Columns.IS_POST_ONLY, BooleanType, "May only add liquidity")
        .optional(Columns.IS_REDUCE_ONLY, BooleanType, "May only make the position smaller")
        .optional(Columns.PARENT_ID, LongType, "The order it waits for")
        .optional(Columns.CANCELS_ID, LongType, "An order of its one-cancels-other group")
        .optional(Columns.IS_TRIGGERED, BooleanType, "The market met its trigger")
        .optional(Columns.DECISION_PRICE, DoubleType, "Mid or last known when it was decided");
  }

  static Schema fills() {
    return detail()
        .required(Columns.ORDER_ID, LongType, "The order")
        .required(Columns.SYMBOL, StringType, "Instrument")
        .required(Columns.TS_EVENT, LongType, "When, at the venue")
        .required(Columns.ORDER_SIDE, StringType, "BUY or SELL")
        .required(Columns.PRICE, DECIMAL, "Price paid, slippage included")
        .required(Columns.SIZE, DECIMAL, "Size filled")
        .required(Columns.SLIPPAGE, DECIMAL, "How much of the price is slippage")
        .required(Columns.FEE, MONEY, "Fee")
        .required(Columns.LIQUIDITY, StringType, "MAKER or TAKER")
        .required(Columns.LEAVES_SIZE, DECIMAL, "Size of the order still open");
  }

  static Schema roundTrips() {
    return detail()
        .required(Columns.SYMBOL, StringType, "Instrument")
        .required(Columns.ORDER_SIDE, StringType, "BUY for a long position")
        .required(Columns.TS_ENTRY, LongType, "First fill")
        .required(Columns.TS_EXIT, LongType, "Last fill, or the last mark if open")
        .required(Columns.MAX_SIZE, DECIMAL, "Largest absolute position")
        .required(Columns.ENTRY_PRICE, DoubleType, "Average entry price")
        .required(Columns.EXIT_PRICE, DoubleType, "Average exit price, or the mark if open")
        .required(Columns.PROFIT, MONEY, "Before fees")
        .required(Columns.FEES, MONEY, "Fees")
        .required(Columns.NET_PROFIT, MONEY, "After fees")
        .required(Columns.IS_OPEN, BooleanType, "Marked and not closed")
        .optional(Columns.STRATEGY, StringType, "The strategy that traded it, by name or label")
        .optional(Columns.MAX_ADVERSE, MONEY, "Largest loss on the way, before fees")
        .optional(Columns.MAX_FAVOURABLE, MONEY, "Largest profit on the way, before fees");
  }

  static Schema equity() {
    return detail()
        .required(Columns.TS_EVENT, LongType, "When it was marked")
        .required(Columns.EQUITY, MONEY, "Cash plus positions at the mark");
  }

  static Schema riskEvents() {
    return detail()
        .required(Columns.TS_EVENT, LongType, "When the order was refused or the guard acted")
        .required(Columns.ORDER_ID, LongType, "The order; 0 where a guard acted")
        .required(Columns.REASON, StringType, "Why")
        .optional(Columns.EVENT, StringType, "DENIED, or what the guard did")
        .optional(Columns.SYMBOL, StringType, "Instrument; null for the whole account")
        .optional(Columns.MEASURED, MONEY, "What was found: money, seconds or sessions")
        .optional(Columns.LIMIT_VALUE, MONEY, "What it was held against, likewise");
  }

  static Schema positions() {
    return detail()
        .required(Columns.TS_EVENT, LongType, "When the fill was")
        .required(Columns.SYMBOL, StringType, "Instrument")
        .required(Columns.SIZE, DECIMAL, "Signed: positive when long")
        .required(Columns.BASIS, MONEY, "What the position cost; negative when short");
  }
}
