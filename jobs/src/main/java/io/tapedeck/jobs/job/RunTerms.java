package io.tapedeck.jobs.job;

import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.feed.MergedFeed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.DeskSpec;
import io.tapedeck.core.replay.MarketSpec;
import io.tapedeck.core.replay.RunCalendar;
import io.tapedeck.core.replay.RunSpec;
import io.tapedeck.core.strategy.StrategySpec;
import java.io.Serializable;
import java.util.List;

/**
 * All that a job says of its runs beside their strategies and their tape.
 *
 * @param market what is assumed about the market
 * @param desk the account and its limits
 * @param bars the bars built from ticks; at most one rule
 * @param benchmark symbol that runs are compared with; empty for none
 * @param warmUpSessions sessions at the start in which nothing is traded; not negative
 * @param closingAuctionNanos how long books stay open after the close where the tape flags
 *     auctions; not negative
 * @param seed of everything random
 */
public record RunTerms(
    MarketSpec market,
    DeskSpec desk,
    List<BarRule> bars,
    String benchmark,
    int warmUpSessions,
    long closingAuctionNanos,
    long seed)
    implements Serializable {
  private static final int MOST_WARM_UP_SESSIONS = 100_000;

  public RunTerms {
    bars = List.copyOf(bars);
  }

  static RunTerms bind(Fields job, AccountKeys account) {
    return new RunTerms(
        AssumptionKeys.market(job),
        AssumptionKeys.desk(job, account),
        BarKeys.rule(job),
        job.text("benchmark").orElse(""),
        job.integer("warm_up", 0, MOST_WARM_UP_SESSIONS).orElse(0L).intValue(),
        job.nanos("closing_auction").orElse(MergedFeed.CLOSING_AUCTION_NANOS),
        job.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L));
  }

  /**
   * The run of these strategies, in this order, over these sessions.
   *
   * @throws UsageException if the warm-up leaves none of them
   */
  public RunSpec spec(List<StrategySpec> strategies, List<Session> sessions, int sessionsPerYear) {
    requireMoreThanWarmUp(sessions.size());
    return new RunSpec(
        strategies,
        new RunCalendar(sessions, sessionsPerYear, warmUpSessions, closingAuctionNanos),
        market,
        desk,
        bars,
        benchmark,
        seed);
  }

  /**
   * Refuses dates that are all warm-up.
   *
   * @param sessions of a run
   */
  public void requireMoreThanWarmUp(int sessions) {
    if (warmUpSessions >= sessions) {
      throw UsageException.of(
          "warm_up is "
              + warmUpSessions
              + " sessions and a run has "
              + sessions
              + ": warm up with fewer, or give more dates");
    }
  }
}
