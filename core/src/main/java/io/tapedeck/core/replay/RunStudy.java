package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.AnalysisInput;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.CostLine;
import io.tapedeck.core.metrics.OrderShortfall;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.TripFacts;
import io.tapedeck.core.metrics.WorkedOrder;
import io.tapedeck.core.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks into a run that was recorded: makes the {@link RunAnalysis} of what its {@link RunRecorder}
 * heard. Where a run's metrics have a sum of what is listed here, the two are equal: fees,
 * slippage, spread and implementation shortfall; financing is charged to positions and cash, not to
 * fills, and is in the metrics and the daily books only.
 *
 * <ul>
 *   <li>Sessions are those after the warm-up; trips those that were closed.
 *   <li>Orders are those that were sent at a known price. One that the venue never took in, or took
 *       in at no known price, has no delay; one that ended at no known price missed nothing.
 *   <li>The rolling Sharpe ratio has windows of a quarter of a year; the table of drawdowns has ten
 *       rows at most.
 * </ul>
 */
public final class RunStudy {
  private static final int QUARTERS = 4;
  private static final int MOST_DRAWDOWNS = 10;

  private final RunResult result;
  private final RunRecorder record;
  private final Universe universe;

  private RunStudy(RunResult result, RunRecorder record, Universe universe) {
    this.result = result;
    this.record = record;
    this.universe = universe;
  }

  /**
   * The analysis of a run.
   *
   * @param result what it came to
   * @param record what was recorded of it, all of it
   * @param universe its instruments
   * @param sessionsPerYear of its calendar; positive
   * @throws ArithmeticException if a sum of money leaves 64 bits
   */
  public static RunAnalysis of(
      RunResult result, RunRecorder record, Universe universe, int sessionsPerYear) {
    return RunAnalysis.of(new RunStudy(result, record, universe).input(sessionsPerYear));
  }

  private AnalysisInput input(int sessionsPerYear) {
    List<DailyEquity> daily = result.daily();
    int warmUp = daily.size() - result.metrics().sessions();
    List<OrderRecord> orders = record.orders();
    return new AnalysisInput(
        result.metrics().startEquity(),
        daily.subList(warmUp, daily.size()),
        record.roundTrips().stream().map(RunStudy::trip).toList(),
        orders.stream().filter(RunStudy::isMeasured).map(this::shortfall).toList(),
        costs(orders),
        sessionsPerYear,
        Math.max(2, sessionsPerYear / QUARTERS),
        MOST_DRAWDOWNS);
  }

  private static TripFacts trip(RoundTrip trip) {
    return new TripFacts(
        trip.strategy(),
        trip.instrument(),
        trip.side(),
        trip.netProfit(),
        trip.fees(),
        trip.maxAdverse(),
        trip.maxFavourable(),
        trip.entryTimeNanos(),
        trip.exitTimeNanos());
  }

  private static boolean isMeasured(OrderRecord order) {
    return order.status() != OrderStatus.DENIED && !Missing.is(order.doubledDecisionTicks());
  }

  private OrderShortfall shortfall(OrderRecord order) {
    long decision = order.doubledDecisionTicks();
    return OrderShortfall.of(
        new WorkedOrder(
            order.orderId(),
            order.strategy(),
            order.instrument(),
            order.side(),
            decision,
            known(record.doubledArrivalTicks(order.orderId()), decision),
            order.orderLots(),
            order.filledLots(),
            order.filledTickLots(),
            order.fee(),
            known(record.doubledFinalTicks(order.orderId()), decision)),
        universe.instrument(order.instrument()).moneyScale());
  }

  private static long known(long doubledTicks, long otherwise) {
    return Missing.is(doubledTicks) ? otherwise : doubledTicks;
  }

  /** A line for each fill, of the strategy whose order it filled. */
  private List<CostLine> costs(List<OrderRecord> orders) {
    List<FillRecord> fills = record.fills();
    List<CostBreakdown> costs = record.fillCosts();
    List<CostLine> lines = new ArrayList<>();
    for (int i = 0; i < fills.size(); i++) {
      FillRecord fill = fills.get(i);
      int strategy = orders.get(Math.toIntExact(fill.orderId() - 1)).strategy();
      lines.add(new CostLine(strategy, fill.instrument(), fill.side(), costs.get(i)));
    }
    return lines;
  }
}
