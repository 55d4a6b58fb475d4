package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Rank;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.replay.RunOutcome.FailureReason;

/**
 * The reference engine: merges the tape, commands, reports, deliveries and the agenda in the total
 * order (time, rank, stream, seq).
 *
 * <p>Before a row of the tape is taken, all that comes before it in that order is run. Nothing
 * depends on where batches are cut: what a later row decides waits for that row, or for the end.
 */
final class ReferenceLane implements ReplayLane {
  private static final int NOTHING = Rank.SESSION_CLOSE + 1;

  private final MarketSide market;
  private final Trader trader;
  private final CommandQueue commands;
  private final ReportQueue reports;
  private final DeliveryQueue deliveries;
  private final SessionSchedule schedule;
  private final KernelBars bars;
  private final BarQueue knownBars = new BarQueue();
  private final Agenda agenda;
  private final DueBound bound;
  private final Arrivals arrivals;
  private final RunSummary summary;
  private final QuoteRow quote = new QuoteRow();
  private final TradeRow trade = new TradeRow();
  private final BarCursor bar = new BarCursor();
  private final SignalCursor signal = new SignalCursor();
  private long nowNanos = Long.MIN_VALUE;
  private boolean isStarted;
  private RunOutcome.Failed failure;

  ReferenceLane(
      SessionSchedule schedule,
      MarketSide market,
      Trader trader,
      ReportQueue reports,
      KernelBars bars,
      TimerQueue timers,
      DueBound bound,
      Arrivals arrivals,
      RunSummary summary) {
    this.schedule = schedule;
    this.market = market;
    this.trader = trader;
    this.commands = market.commands();
    this.reports = reports;
    this.bars = bars;
    this.bound = bound;
    deliveries = new DeliveryQueue(bound);
    this.arrivals = arrivals;
    this.summary = summary;
    agenda = new Agenda(schedule, market, bars, knownBars, timers, bound);
  }

  @Override
  public void accept(TapeBatch batch) {
    if (failure != null || schedule.isOver()) {
      return;
    }
    try {
      start();
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
      start();
      drain(EventRing.NEVER, NOTHING);
      return summary.outcome();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError cause) {
      fail(cause);
      return failure;
    }
  }

  private void start() {
    if (!isStarted) {
      isStarted = true;
      trader.start();
      refresh();
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
      if (bound.nanos() <= nanos) {
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
      case EventKind.BAR -> takeBar(batch.bars(), row, nanos);
      case EventKind.BAR_OPEN -> {
        market.onBarOpen(batch.barOpens(), row, nanos);
        refresh();
      }
      default -> {
        trader.onSignal(signal.moveTo(batch.signals(), row));
        refresh();
      }
    }
  }

  private void takeQuote(QuoteColumns quotes, int row, long nanos, boolean isLastOfInstant) {
    market.onQuote(quotes, row, nanos);
    int instrument = quotes.instrument(row);
    long arrival =
        arrivals.nanos(instrument, quotes.stream(row), nanos, quotes.receiveTimeNanos(row));
    if (arrival == nanos && isLastOfInstant && bound.nanos() > nanos) {
      // nothing can come between the event and its delivery: no need to queue it
      quote
          .at(instrument, nanos, nanos)
          .quoting(
              quotes.bidTicks(row), quotes.bidLots(row), quotes.askTicks(row), quotes.askLots(row));
      trader.onQuote(quote);
    } else {
      deliveries.add(arrival, quotes, row);
    }
  }

  private void takeTrade(TradeColumns trades, int row, long nanos, boolean isLastOfInstant) {
    market.onTrade(trades, row, nanos);
    int instrument = trades.instrument(row);
    long arrival =
        arrivals.nanos(instrument, trades.stream(row), nanos, trades.receiveTimeNanos(row));
    if (arrival == nanos && isLastOfInstant && bound.nanos() > nanos) {
      trade
          .at(instrument, nanos, nanos)
          .printing(trades.priceTicks(row), trades.lots(row), trades.aggressor(row));
      trader.onTrade(trade);
    } else {
      deliveries.add(arrival, trades, row);
    }
  }

  private void takeBar(BarColumns rows, int row, long nanos) {
    long arrival =
        arrivals.nanos(rows.instrument(row), rows.stream(row), nanos, rows.receiveTimeNanos(row));
    if (arrival == nanos && knownBars.headNanos() > nanos) {
      trader.onBar(bar.moveTo(rows, row, nanos), true);
    } else {
      knownBars.add(arrival, rows, row);
      bound.lower(arrival);
    }
  }

  /** Finds out when the first thing is due that is not a row of the tape: the bound is exact. */
  private void refresh() {
    agenda.refresh();
    long orders = Math.min(commands.headNanos(), reports.headNanos());
    bound.lower(Math.min(orders, deliveries.headNanos()));
  }

  /** Runs all that comes before (time, rank) in the total order, until the last session closed. */
  private void drain(long untilNanos, int untilRank) {
    while (!schedule.isOver()) {
      refresh();
      long nanos = bound.nanos();
      int rank = dueRank(nanos);
      if (nanos > untilNanos || (nanos == untilNanos && rank >= untilRank)) {
        return;
      }
      nowNanos = nanos;
      run(nanos, rank);
    }
  }

  private int dueRank(long nanos) {
    int rank = agenda.rank(nanos, NOTHING);
    if (rank < Rank.COMMAND_ARRIVAL) {
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
      case Rank.REPORT -> trader.onReport(nanos, reports);
      case Rank.DELIVERY -> deliver();
      case Rank.TRADE -> market.onPoint(nanos);
      case Rank.BAR_CLOSE -> closeBar(nanos);
      case Rank.TIMER -> trader.onTimer(nanos);
      case Rank.EXPIRY -> expire(nanos);
      default -> runSession(nanos, rank);
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

  private void closeBar(long nanos) {
    if (knownBars.headNanos() <= nanos) {
      trader.onBar(knownBars.removeFirst(bar), true);
    } else {
      bars.close(nanos, trader);
    }
  }

  private void expire(long nanos) {
    if (market.nextExpiryNanos() <= nanos) {
      market.onExpiry(nanos);
    } else {
      schedule.advance();
      market.onSessionEnd(nanos);
    }
  }

  private void runSession(long nanos, int rank) {
    Session session = schedule.session();
    schedule.advance();
    if (rank == Rank.SESSION_OPEN) {
      market.onSessionOpen(session);
      trader.onSessionOpen(session);
    } else {
      market.onSessionClose(session, nanos);
      trader.onSessionClose(session, nanos);
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
