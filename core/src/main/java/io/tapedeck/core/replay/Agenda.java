package io.tapedeck.core.replay;

import io.tapedeck.core.market.Rank;

/**
 * What is due apart from rows, commands, reports and deliveries: session instants, expiries, points
 * of bars, closes of our own bars, timers.
 *
 * <p>A tick looks at one {@link DueBound} only. Who makes something due lowers it, or asks for a
 * {@link #refresh}.
 */
final class Agenda {
  private final SessionSchedule schedule;
  private final MarketSide market;
  private final KernelBars bars;
  private final BarQueue knownBars;
  private final TimerQueue timers;
  private final DueBound bound;

  Agenda(
      SessionSchedule schedule,
      MarketSide market,
      KernelBars bars,
      BarQueue knownBars,
      TimerQueue timers,
      DueBound bound) {
    this.schedule = schedule;
    this.market = market;
    this.bars = bars;
    this.knownBars = knownBars;
    this.timers = timers;
    this.bound = bound;
  }

  /** Finds out when the first of them is due, and nothing of the rest. */
  void refresh() {
    long orders = Math.min(market.nextPointNanos(), market.nextExpiryNanos());
    long barCloses = Math.min(bars.nextCloseNanos(), knownBars.headNanos());
    long trader = Math.min(barCloses, timers.headNanos());
    bound.set(Math.min(schedule.nanos(), Math.min(orders, trader)));
  }

  /** The lowest rank of what is due at this instant, or one above all ranks. */
  int rank(long nanos, int nothing) {
    int session = schedule.nanos() == nanos ? schedule.rank() : nothing;
    if (session == Rank.EXPIRY || market.nextExpiryNanos() <= nanos) {
      return Rank.EXPIRY;
    }
    if (session == Rank.SESSION_OPEN) {
      return session;
    }
    if (market.nextPointNanos() <= nanos) {
      return Rank.TRADE;
    }
    if (Math.min(bars.nextCloseNanos(), knownBars.headNanos()) <= nanos) {
      return Rank.BAR_CLOSE;
    }
    return timers.headNanos() <= nanos ? Rank.TIMER : session;
  }
}
