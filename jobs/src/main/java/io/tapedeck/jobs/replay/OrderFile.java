package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.OrderRecord;
import io.tapedeck.lake.table.Columns;
import java.math.BigDecimal;
import java.util.List;

/** Orders as CSV; a cell is empty where an order has no such term. */
final class OrderFile {
  private static final int BPS_DECIMALS = 4;

  private OrderFile() {}

  static String text(List<ReplayedRun> runs) {
    CsvText csv =
        new CsvText(
            "account",
            "symbol",
            Columns.ORDER_ID,
            "sent",
            "type",
            "side",
            "size",
            Columns.LIMIT_PRICE,
            Columns.TIME_IN_FORCE,
            "status",
            Columns.FILLED_SIZE,
            Columns.AVERAGE_PRICE,
            "fee",
            "last_change",
            "reason",
            "strategy",
            Columns.TRIGGER_PRICE,
            Columns.TRAIL_OFFSET,
            Columns.TRAIL_BPS,
            "expires",
            Columns.IS_POST_ONLY,
            Columns.IS_REDUCE_ONLY,
            Columns.PARENT_ID,
            Columns.CANCELS_ID,
            Columns.IS_TRIGGERED,
            Columns.DECISION_PRICE);
    for (ReplayedRun run : runs) {
      run.record().orders().forEach(order -> add(csv, run, order));
    }
    return csv.toString();
  }

  private static void add(CsvText csv, ReplayedRun run, OrderRecord order) {
    Instrument of = run.instrument(order.instrument());
    OrderType type = order.type();
    boolean isTrailing = type == OrderType.TRAILING_STOP;
    csv.add(
        run.account(),
        of.symbol(),
        order.orderId(),
        Amounts.time(order.sentNanos()),
        type,
        order.side(),
        Amounts.size(of, order.orderLots()),
        type.hasLimit() ? Amounts.price(of, order.limitTicks()) : "",
        order.timeInForce(),
        order.status(),
        Amounts.size(of, order.filledLots()),
        Amounts.meanPrice(of, order.averageTicks()),
        Amounts.money(run.currency(), order.fee()),
        Amounts.time(order.lastNanos()),
        order.reason(),
        run.strategies().get(order.strategy()),
        type.isTriggered() && !isTrailing ? Amounts.price(of, order.triggerTicks()) : "",
        order.trailTicks() > 0 ? Amounts.price(of, order.trailTicks()) : "",
        order.trailBpsE4() > 0 ? bps(order.trailBpsE4()) : "",
        order.timeInForce() == TimeInForce.GTD ? Amounts.time(order.expireNanos()) : "",
        order.isPostOnly(),
        order.isReduceOnly(),
        order.parentId() == 0 ? "" : order.parentId(),
        order.cancelsId() == 0 ? "" : order.cancelsId(),
        order.isTriggered(),
        Missing.is(order.doubledDecisionTicks())
            ? ""
            : Amounts.meanPrice(of, order.doubledDecisionTicks() / 2.0));
  }

  private static String bps(long bpsE4) {
    return Amounts.plain(BigDecimal.valueOf(bpsE4, BPS_DECIMALS));
  }
}
