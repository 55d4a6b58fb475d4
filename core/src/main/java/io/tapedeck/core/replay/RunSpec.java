package io.tapedeck.core.replay;

import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.strategy.StrategySpec;
import java.util.List;

/**
 * One run: strategies with their parameters, and all that is assumed about the market's answer.
 *
 * @param strategies they share the account, and act in this order; at least one
 * @param calendar when it trades
 * @param market what is assumed about the market
 * @param desk the account and its limits
 * @param bars the bars built from ticks as they become known, for strategies and sizes; at most one
 *     rule
 * @param benchmark symbol of the instrument whose marks at session closes the run is compared with;
 *     empty for none
 * @param seed of all that luck decides: equal seeds, equal luck
 */
public record RunSpec(
    List<StrategySpec> strategies,
    RunCalendar calendar,
    MarketSpec market,
    DeskSpec desk,
    List<BarRule> bars,
    String benchmark,
    long seed) {
  public RunSpec {
    strategies = List.copyOf(strategies);
    bars = List.copyOf(bars);
    Require.that(!strategies.isEmpty(), "a run needs a strategy");
    Require.that(benchmark != null, "benchmark must be a symbol, or empty");
    Require.that(bars.size() <= 1, "a run builds bars by one rule, was told %s", bars);
  }

  /** One strategy, without bars, and with the first luck. */
  public static RunSpec of(
      StrategySpec strategy, RunCalendar calendar, MarketSpec market, DeskSpec desk) {
    return new RunSpec(List.of(strategy), calendar, market, desk, List.of(), "", 0);
  }

  public RunSpec withStrategies(List<StrategySpec> newStrategies) {
    return new RunSpec(newStrategies, calendar, market, desk, bars, benchmark, seed);
  }

  public RunSpec withCalendar(RunCalendar newCalendar) {
    return new RunSpec(strategies, newCalendar, market, desk, bars, benchmark, seed);
  }

  public RunSpec withMarket(MarketSpec newMarket) {
    return new RunSpec(strategies, calendar, newMarket, desk, bars, benchmark, seed);
  }

  public RunSpec withDesk(DeskSpec newDesk) {
    return new RunSpec(strategies, calendar, market, newDesk, bars, benchmark, seed);
  }

  public RunSpec withBars(BarRule rule) {
    return new RunSpec(strategies, calendar, market, desk, List.of(rule), benchmark, seed);
  }

  public RunSpec withBenchmark(String symbol) {
    return new RunSpec(strategies, calendar, market, desk, bars, symbol, seed);
  }

  public RunSpec withSeed(long newSeed) {
    return new RunSpec(strategies, calendar, market, desk, bars, benchmark, newSeed);
  }
}
