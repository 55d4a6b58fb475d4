package io.tapedeck.jobs.result;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.replay.EquityPoint;
import io.tapedeck.core.replay.FillRecord;
import io.tapedeck.core.replay.OrderRecord;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The detail rows of a run: orders, fills, round trips, refusals and the equity curve. */
public final class DetailRows {
  private static final int PRICE_DECIMALS = 9;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final String runId;
  private final Universe universe;
  private final List<ResultRow> rows = new ArrayList<>();

  private DetailRows(String runId, Universe universe) {
    this.runId = runId;
    this.universe = universe;
  }

  /** The rows of a run that came to its end; their commit id is not known yet. */
  public static List<ResultRow> of(
      String runId, Universe universe, RunRecorder recorder, RunResult result) {
    DetailRows details = new DetailRows(runId, universe);
    recorder.orders().forEach(details::order);
    long number = 1;
    for (FillRecord fill : recorder.fills()) {
      details.fill(number++, fill);
    }
    List<RoundTrip> trips = new ArrayList<>(recorder.roundTrips());
    trips.addAll(result.openTrades());
    number = 1;
    for (RoundTrip trip : trips) {
      details.roundTrip(number++, trip);
    }
    number = 1;
    for (EquityPoint mark : lastOfSeconds(recorder.equity())) {
      details.mark(number++, mark);
    }
    details.denials(recorder.orders());
    return details.rows;
  }

  private void order(OrderRecord order) {
    Instrument instrument = universe.instrument(order.instrument());
    rows.add(
        ResultRow.of(
            ResultTable.ORDERS,
            runId,
            ResultRow.UNCOMMITTED,
            order.orderId(),
            instrument.symbol(),
            order.sentNanos(),
            order.lastNanos(),
            order.type().name(),
            order.side().name(),
            instrument.size(order.orderLots()),
            order.type() == OrderType.LIMIT ? instrument.price(order.limitTicks()) : null,
            order.timeInForce().name(),
            order.status().name(),
            order.reason().isEmpty() ? null : order.reason(),
            instrument.size(order.filledLots()),
            order.filledLots() == 0 ? null : order.averageTicks() * tick(instrument),
            RunRows.money(instrument.currency(), order.fee())));
  }

  private void fill(long number, FillRecord fill) {
    Instrument instrument = universe.instrument(fill.instrument());
    rows.add(
        ResultRow.of(
            ResultTable.FILLS,
            runId,
            ResultRow.UNCOMMITTED,
            number,
            fill.orderId(),
            instrument.symbol(),
            fill.timeNanos(),
            fill.side().name(),
            instrument.price(fill.priceTicks()),
            instrument.size(fill.lots()),
            instrument.price(fill.slippageTicks()),
            RunRows.money(instrument.currency(), fill.fee()),
            fill.liquidity().name(),
            instrument.size(fill.leavesLots())));
  }

  private void roundTrip(long number, RoundTrip trip) {
    Instrument instrument = universe.instrument(trip.instrument());
    Currency currency = instrument.currency();
    rows.add(
        ResultRow.of(
            ResultTable.ROUND_TRIPS,
            runId,
            ResultRow.UNCOMMITTED,
            number,
            instrument.symbol(),
            trip.side().name(),
            trip.entryTimeNanos(),
            trip.exitTimeNanos(),
            instrument.size(trip.maxLots()),
            trip.entryTicks() * tick(instrument),
            trip.exitTicks() * tick(instrument),
            RunRows.money(currency, trip.profit()),
            RunRows.money(currency, trip.fees()),
            RunRows.money(currency, trip.netProfit()),
            trip.isOpen()));
  }

  private void mark(long number, EquityPoint mark) {
    rows.add(
        ResultRow.of(
            ResultTable.EQUITY,
            runId,
            ResultRow.UNCOMMITTED,
            number,
            mark.timeNanos(),
            RunRows.money(universe.instrument(0).currency(), mark.equity())));
  }

  private void denials(List<OrderRecord> orders) {
    long number = 1;
    for (OrderRecord order : orders) {
      if (order.status() == OrderStatus.DENIED) {
        rows.add(
            ResultRow.of(
                ResultTable.RISK_EVENTS,
                runId,
                ResultRow.UNCOMMITTED,
                number++,
                order.sentNanos(),
                order.orderId(),
                order.reason()));
      }
    }
  }

  private static double tick(Instrument instrument) {
    return BigDecimal.valueOf(instrument.priceQuantumE9(), PRICE_DECIMALS).doubleValue();
  }

  /** Of the points of each second, the last. */
  static List<EquityPoint> lastOfSeconds(List<EquityPoint> points) {
    List<EquityPoint> lasts = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      boolean isLast = i + 1 == points.size() || second(points.get(i)) != second(points.get(i + 1));
      if (isLast) {
        lasts.add(points.get(i));
      }
    }
    return lasts;
  }

  private static long second(EquityPoint point) {
    return Math.floorDiv(point.timeNanos(), NANOS_PER_SECOND);
  }
}
