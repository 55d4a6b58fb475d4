package io.tapedeck.jobs.result;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.EquityPoint;
import io.tapedeck.core.replay.FillRecord;
import io.tapedeck.core.replay.OrderRecord;
import io.tapedeck.core.replay.RunRecorder;
import io.tapedeck.core.replay.RunResult;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The detail rows of a run: orders, fills, round trips, risk events, equity and positions. */
public final class DetailRows {
  private static final int PRICE_DECIMALS = 9;
  private static final int BPS_DECIMALS = 4;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final RunDescription run;
  private final String runId;
  private final Universe universe;
  private final List<ResultRow> rows = new ArrayList<>();

  private DetailRows(RunDescription run, Universe universe) {
    this.run = run;
    this.runId = run.runId();
    this.universe = universe;
  }

  /** The rows of a run that came to its end; their commit id is not known yet. */
  public static List<ResultRow> of(
      RunDescription run,
      Universe universe,
      AccountSpec account,
      RunRecorder recorder,
      RunResult result) {
    DetailRows details = new DetailRows(run, universe);
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
    details.riskEvents(recorder);
    if (run.level().includes(RecordLevel.FULL)) {
      details.positions(recorder.fills(), account);
    }
    return details.rows;
  }

  private void order(OrderRecord order) {
    Instrument instrument = universe.instrument(order.instrument());
    OrderType type = order.type();
    boolean isTrailing = type == OrderType.TRAILING_STOP;
    add(
        ResultTable.ORDERS,
        order.orderId(),
        instrument.symbol(),
        order.sentNanos(),
        order.lastNanos(),
        type.name(),
        order.side().name(),
        instrument.size(order.orderLots()),
        type.hasLimit() ? instrument.price(order.limitTicks()) : null,
        order.timeInForce().name(),
        order.status().name(),
        order.reason().isEmpty() ? null : order.reason(),
        instrument.size(order.filledLots()),
        order.filledLots() == 0 ? null : order.averageTicks() * tick(instrument),
        RunRows.money(instrument.currency(), order.fee()),
        run.strategies().get(order.strategy()),
        type.isTriggered() && !isTrailing ? instrument.price(order.triggerTicks()) : null,
        isTrailing && order.trailTicks() > 0 ? instrument.price(order.trailTicks()) : null,
        isTrailing && order.trailBpsE4() > 0 ? bps(order.trailBpsE4()) : null,
        order.timeInForce() == TimeInForce.GTD ? order.expireNanos() : null,
        order.isPostOnly(),
        order.isReduceOnly(),
        order.parentId() == 0 ? null : order.parentId(),
        order.cancelsId() == 0 ? null : order.cancelsId(),
        order.isTriggered(),
        Missing.is(order.doubledDecisionTicks())
            ? null
            : order.doubledDecisionTicks() * tick(instrument) / 2);
  }

  private void fill(long number, FillRecord fill) {
    Instrument instrument = universe.instrument(fill.instrument());
    add(
        ResultTable.FILLS,
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
        instrument.size(fill.leavesLots()));
  }

  private void roundTrip(long number, RoundTrip trip) {
    Instrument instrument = universe.instrument(trip.instrument());
    Currency currency = instrument.currency();
    add(
        ResultTable.ROUND_TRIPS,
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
        trip.isOpen(),
        run.strategies().get(trip.strategy()),
        RunRows.money(currency, trip.maxAdverse()),
        RunRows.money(currency, trip.maxFavourable()));
  }

  private void mark(long number, EquityPoint mark) {
    add(ResultTable.EQUITY, number, mark.timeNanos(), RunRows.money(currency(), mark.equity()));
  }

  private void riskEvents(RunRecorder recorder) {
    long number = 1;
    for (RiskLine line : RiskLine.of(recorder, universe)) {
      add(
          ResultTable.RISK_EVENTS,
          number++,
          line.nanos(),
          line.orderId(),
          line.reason(),
          line.event(),
          line.symbol().isEmpty() ? null : line.symbol(),
          line.measured(),
          line.limit());
    }
  }

  /** The position of the account in an instrument after each fill of it. */
  private void positions(List<FillRecord> fills, AccountSpec account) {
    Ledger ledger = new Ledger(universe, 0, account.costMethod(), trip -> {});
    long number = 1;
    for (FillRecord fill : fills) {
      int index = fill.instrument();
      ledger.post(fill.timeNanos(), index, fill.side(), fill.priceTicks(), fill.lots(), fill.fee());
      Instrument instrument = universe.instrument(index);
      add(
          ResultTable.POSITIONS,
          number++,
          fill.timeNanos(),
          instrument.symbol(),
          instrument.size(ledger.lots(index)),
          RunRows.money(instrument.currency(), ledger.basis(index)));
    }
  }

  private void add(ResultTable table, Object... values) {
    Object[] all = new Object[values.length + 2];
    all[0] = runId;
    all[1] = ResultRow.UNCOMMITTED;
    System.arraycopy(values, 0, all, 2, values.length);
    rows.add(ResultRow.of(table, all));
  }

  private Currency currency() {
    return universe.instrument(0).currency();
  }

  private static BigDecimal bps(long bpsE4) {
    return BigDecimal.valueOf(bpsE4, BPS_DECIMALS).setScale(PRICE_DECIMALS);
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
