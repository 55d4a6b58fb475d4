package io.tapedeck.core.replay;

import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Rank;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.replay.RunOutcome.FailureReason;
import java.util.Arrays;

/**
 * The reference engine: merges the tape, commands, reports, deliveries and sessions in the total
 * order (time, rank, stream, seq).
 *
 * <p>Before a row of the tape is taken, all that comes before it in that order is run. Nothing
 * depends on where batches are cut: what a later row decides waits for that row, or for the end.
 */
final class ReferenceLane implements ReplayLane {
  private static final int NOTHING = Rank.SESSION_CLOSE + 1;
  private static final int INITIAL_STREAMS = 8;

  private final MarketSide market;
  private final Trader trader;
  private final CommandQueue commands;
  private final ReportQueue reports;
  private final DeliveryQueue deliveries = new DeliveryQueue();
  private final SessionSchedule schedule;
  private final RunSummary summary;
  private final long feedNanos;
  private final QuoteRow quote = new QuoteRow();
  private final TradeRow trade = new TradeRow();
  private final BarCursor bar = new BarCursor();
  private final SignalCursor signal = new SignalCursor();
  private long[] lastArrivalNanos = new long[INITIAL_STREAMS];
  private long nowNanos = Long.MIN_VALUE;
  private RunOutcome.Failed failure;

  ReferenceLane(
      RunSpec spec, MarketSide market, Trader trader, ReportQueue reports, RunSummary summary) {
    this.market = market;
    this.trader = trader;
    this.commands = market.commands();
    this.reports = reports;
    this.summary = summary;
    schedule = new SessionSchedule(spec.sessions());
    feedNanos = spec.latency().feed().constantNanos();
    Arrays.fill(lastArrivalNanos, Long.MIN_VALUE);
  }

  @Override
  public void accept(TapeBatch batch) {
    if (failure != null || schedule.isOver()) {
      return;
    }
    try {
      step(batch);
    } catch (FeedException damagedTape) {
      throw damagedTape; // no fault of this run
    } catch (Exception | LinkageError | AssertionError | StackOverflowError cause) {
      fail(cause);
    }
  }

  @Override
  public RunOutcome finish() {
    if (failure != null) {
      return failure;
    }
    try {
      drain(EventRing.NEVER, NOTHING);
      return summary.outcome();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError cause) {
      fail(cause);
      return failure;
    }
  }

  private void step(TapeBatch batch) {
    int size = batch.size();
    long nextNanos = size == 0 ? 0 : batch.eventTimeNanos(0);
    for (int index = 0; index < size; index++) {
      long nanos = nextNanos;
      requireOrder(nanos);
      // the last row of a batch cannot know whether the next one is of the same instant
      nextNanos = index + 1 < size ? batch.eventTimeNanos(index + 1) : nanos;
      byte kind = batch.kind(index);
      if (dueNanos() <= nanos) {
        drain(nanos, EventKind.rank(kind));
        if (schedule.isOver()) {
          return;
        }
      }
      nowNanos = nanos;
      take(batch, kind, batch.row(index), nanos, nextNanos > nanos);
    }
  }

  private void requireOrder(long nanos) {
    if (nanos < nowNanos) {
      throw FeedException.outOfOrder("the tape", nowNanos, nanos);
    }
  }

  private void take(TapeBatch batch, byte kind, int row, long nanos, boolean isLastOfInstant) {
    switch (kind) {
      case EventKind.QUOTE -> takeQuote(batch.quotes(), row, nanos, isLastOfInstant);
      case EventKind.TRADE -> takeTrade(batch.trades(), row, nanos, isLastOfInstant);
      case EventKind.BAR -> trader.onBar(bar.moveTo(batch.bars(), row));
      default -> trader.onSignal(signal.moveTo(batch.signals(), row));
    }
  }

  private void takeQuote(QuoteColumns quotes, int row, long nanos, boolean isLastOfInstant) {
    market.onQuote(quotes, row, nanos);
    long arrival = arrivalNanos(quotes.stream(row), nanos, quotes.receiveTimeNanos(row));
    if (arrival == nanos && isLastOfInstant && dueNanos() > nanos) {
      // nothing can come between the event and its delivery: no need to queue it
      quote
          .at(quotes.instrument(row), nanos, nanos)
          .quoting(
              quotes.bidTicks(row), quotes.bidLots(row), quotes.askTicks(row), quotes.askLots(row));
      trader.onQuote(quote);
    } else {
      deliveries.add(arrival, quotes, row);
    }
  }

  private void takeTrade(TradeColumns trades, int row, long nanos, boolean isLastOfInstant) {
    market.onTrade(trades, row, nanos);
    long arrival = arrivalNanos(trades.stream(row), nanos, trades.receiveTimeNanos(row));
    if (arrival == nanos && isLastOfInstant && dueNanos() > nanos) {
      trade
          .at(trades.instrument(row), nanos, nanos)
          .printing(trades.priceTicks(row), trades.lots(row), trades.aggressor(row));
      trader.onTrade(trade);
    } else {
      deliveries.add(arrival, trades, row);
    }
  }

  /** When the trader knows of an event: first in, first out within its stream. */
  private long arrivalNanos(int stream, long nanos, long receiveNanos) {
    if (stream >= lastArrivalNanos.length) {
      int known = lastArrivalNanos.length;
      lastArrivalNanos = Arrays.copyOf(lastArrivalNanos, Math.max(stream + 1, known * 2));
      Arrays.fill(lastArrivalNanos, known, lastArrivalNanos.length, Long.MIN_VALUE);
    }
    long told = Missing.is(receiveNanos) ? nanos + feedNanos : Math.max(receiveNanos, nanos);
    long arrival = Math.max(told, lastArrivalNanos[stream]);
    lastArrivalNanos[stream] = arrival;
    return arrival;
  }

  /** When the next thing is due that is not a row of the tape. */
  private long dueNanos() {
    long orders = Math.min(commands.headNanos(), reports.headNanos());
    return Math.min(orders, Math.min(deliveries.headNanos(), schedule.nanos()));
  }

  /** Runs all that comes before (time, rank) in the total order, until the last session closed. */
  private void drain(long untilNanos, int untilRank) {
    while (!schedule.isOver()) {
      long nanos = dueNanos();
      int rank = dueRank(nanos);
      if (nanos > untilNanos || (nanos == untilNanos && rank >= untilRank)) {
        return;
      }
      nowNanos = nanos;
      run(nanos, rank);
    }
  }

  private int dueRank(long nanos) {
    int rank = schedule.nanos() == nanos ? schedule.rank() : NOTHING;
    if (rank <= Rank.SESSION_OPEN) {
      return rank;
    }
    if (commands.headNanos() == nanos) {
      return Rank.COMMAND_ARRIVAL;
    }
    if (reports.headNanos() == nanos) {
      return Rank.REPORT;
    }
    return deliveries.headNanos() == nanos ? Rank.DELIVERY : rank;
  }

  private void run(long nanos, int rank) {
    switch (rank) {
      case Rank.COMMAND_ARRIVAL -> market.onArrival(nanos);
      case Rank.REPORT -> report(nanos);
      case Rank.DELIVERY -> deliver();
      default -> runSession(nanos, rank);
    }
  }

  private void report(long nanos) {
    int kind = reports.firstKind();
    long id = reports.firstOrderId();
    long priceTicks = reports.firstPriceTicks();
    long lots = reports.firstLots();
    long cashFlow = reports.firstCashFlow();
    reports.removeFirst();
    switch (kind) {
      case ReportQueue.FILL -> trader.onFill(nanos, id, priceTicks, lots, cashFlow);
      case ReportQueue.ACCEPTANCE -> trader.onAcceptance(nanos, id);
      default -> trader.onEnd(nanos, id);
    }
  }

  private void deliver() {
    if (deliveries.isFirstQuote()) {
      deliveries.copyFirst(quote);
      deliveries.removeFirst();
      trader.onQuote(quote);
    } else {
      deliveries.copyFirst(trade);
      deliveries.removeFirst();
      trader.onTrade(trade);
    }
  }

  private void runSession(long nanos, int rank) {
    Session session = schedule.session();
    schedule.advance();
    switch (rank) {
      case Rank.SESSION_OPEN -> {
        market.onSessionOpen(session);
        trader.onSessionOpen(session);
      }
      case Rank.EXPIRY -> market.onExpiry(nanos);
      default -> {
        market.onSessionClose(session);
        trader.onSessionClose(session);
      }
    }
  }

  private void fail(Throwable cause) {
    failure = new RunOutcome.Failed(reason(cause), LaneAssembly.detail(nowNanos, cause));
  }

  private FailureReason reason(Throwable cause) {
    if (trader.isDeciding()) {
      return FailureReason.STRATEGY_ERROR;
    }
    if (cause instanceof ArithmeticException) {
      return FailureReason.OVERFLOW;
    }
    throw new IllegalStateException("the engine broke its own promise", cause);
  }
}
