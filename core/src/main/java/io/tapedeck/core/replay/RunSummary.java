package io.tapedeck.core.replay;

import io.tapedeck.core.account.AccountKind;
import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.BarLimitMode;
import io.tapedeck.core.execution.BarMarketMode;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.EquityTrack;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.MetricsCalculator;
import io.tapedeck.core.metrics.MetricsInput;
import io.tapedeck.core.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sums a run up when it has come to its end. */
final class RunSummary {
  private final RunSpec spec;
  private final Universe universe;
  private final Books books;
  private final Venue venue;
  private final Toll toll;
  private final BenchmarkTrack benchmark;
  private final RunJournal journal;

  RunSummary(
      RunSpec spec,
      Universe universe,
      Books books,
      Venue venue,
      Toll toll,
      BenchmarkTrack benchmark,
      RunJournal journal) {
    this.spec = spec;
    this.universe = universe;
    this.books = books;
    this.venue = venue;
    this.toll = toll;
    this.benchmark = benchmark;
    this.journal = journal;
  }

  RunOutcome.Completed outcome() {
    List<DailyEquity> daily = journal.daily();
    List<RoundTrip> open = books.openTrips();
    EquityTrack track = books.track();
    return new RunOutcome.Completed(
        new RunResult(
            metrics(daily, open.size()),
            daily,
            open,
            profits(),
            journal.counts(),
            warnings(),
            journal.fingerprint(track.maxDrawdownMoney(), track.maxDrawdownNanos())));
  }

  /** What each strategy earned: the same for one alone as beside others that do nothing. */
  private List<Long> profits() {
    List<Long> profits = new ArrayList<>();
    for (int strategy = 0; strategy < spec.strategies().size(); strategy++) {
      profits.add(books.strategyProfit(strategy));
    }
    return List.copyOf(profits);
  }

  private RunMetrics metrics(List<DailyEquity> daily, long openTrades) {
    int warmUp = spec.calendar().warmUpSessions();
    Ledger ledger = books.ledger();
    EquityTrack track = books.track();
    long warmUpFinancing = warmUp == 0 ? 0 : daily.get(warmUp - 1).financing();
    return MetricsCalculator.of(
        new MetricsInput(
            warmUp == 0 ? ledger.startCash() : daily.get(warmUp - 1).equity(),
            track.equity(),
            ledger.realised(),
            books.unrealised(),
            ledger.fees(),
            ledger.fills(),
            daily.subList(warmUp, daily.size()),
            journal.trips(),
            track.maxDrawdownMoney(),
            track.maxDrawdown(),
            track.maxDrawdownNanos(),
            spec.calendar().sessionsPerYear(),
            openTrades,
            toll.costs(ledger.fees(), Math.subtractExact(ledger.financing(), warmUpFinancing)),
            toll.shortfall(),
            benchmark.benchmark(warmUp)));
  }

  private Set<RunWarning> warnings() {
    MarketSpec market = spec.market();
    EnumSet<RunWarning> warnings = EnumSet.noneOf(RunWarning.class);
    boolean isUnconstrained = spec.desk().account().kind() instanceof AccountKind.Unconstrained;
    boolean isOnMargin = spec.desk().account().kind() instanceof AccountKind.Margin;
    warn(warnings, RunWarning.NO_MARGIN_MODEL, isUnconstrained);
    warn(warnings, RunWarning.NO_FINANCING, isOnMargin && market.financing().isNone());
    warn(warnings, RunWarning.NO_FEES, market.fees() instanceof NoFees);
    warn(warnings, RunWarning.NO_SLIPPAGE, market.slippage().isNone());
    warn(warnings, RunWarning.NO_LATENCY, market.latency().isNone());
    warn(warnings, RunWarning.UNLIMITED_SIZE, venue.usedUnlimitedSize());
    warn(warnings, RunWarning.UNKNOWN_AGGRESSOR, venue.metUnknownAggressor());
    warn(warnings, RunWarning.NO_TRADES, books.ledger().fills() == 0);
    warn(warnings, RunWarning.NEVER_MARKED, books.marks().isAnyNeverMarked());
    warnOfBars(warnings, market);
    return Collections.unmodifiableSet(warnings);
  }

  private void warnOfBars(EnumSet<RunWarning> warnings, MarketSpec market) {
    boolean isOnBars = false;
    boolean isWithoutQuotes = false;
    for (int i = 0; i < universe.size(); i++) {
      isOnBars |= universe.isFilledByBars(i);
      isWithoutQuotes |= !universe.hasQuotes(i);
    }
    BarMarketMode fills = market.execution().bars().market();
    warn(warnings, RunWarning.SAME_BAR_FILLS, isOnBars && fills == BarMarketMode.SAME_CLOSE);
    warn(
        warnings,
        RunWarning.TOUCH_FILLS,
        isOnBars && market.execution().bars().limit() == BarLimitMode.TOUCH);
    warn(
        warnings,
        RunWarning.SLIPPAGE_WITHOUT_QUOTES,
        isWithoutQuotes && market.slippage().needsQuotes());
    warn(
        warnings,
        RunWarning.SLIPPAGE_WITHOUT_VOLUME,
        venue.usedUnlimitedSize() && market.slippage().needsVolume());
  }

  private static void warn(EnumSet<RunWarning> warnings, RunWarning warning, boolean isDue) {
    if (isDue) {
      warnings.add(warning);
    }
  }
}
