package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.EquityTrack;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.metrics.MetricsCalculator;
import io.tapedeck.core.metrics.MetricsInput;
import io.tapedeck.core.metrics.RunMetrics;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sums a run up when it has come to its end. */
final class RunSummary {
  private final RunSpec spec;
  private final Books books;
  private final Venue venue;
  private final RunJournal journal;

  RunSummary(RunSpec spec, Books books, Venue venue, RunJournal journal) {
    this.spec = spec;
    this.books = books;
    this.venue = venue;
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
            journal.counts(),
            warnings(),
            journal.fingerprint(track.maxDrawdownMoney(), track.maxDrawdownNanos())));
  }

  private RunMetrics metrics(List<DailyEquity> daily, long openTrades) {
    Ledger ledger = books.ledger();
    EquityTrack track = books.track();
    return MetricsCalculator.of(
        new MetricsInput(
            ledger.startCash(),
            track.equity(),
            ledger.realised(),
            books.unrealised(),
            ledger.fees(),
            ledger.fills(),
            daily,
            journal.trips(),
            track.maxDrawdownMoney(),
            track.maxDrawdown(),
            track.maxDrawdownNanos(),
            spec.sessionsPerYear(),
            openTrades));
  }

  private Set<RunWarning> warnings() {
    EnumSet<RunWarning> warnings = EnumSet.of(RunWarning.NO_MARGIN_MODEL);
    warn(warnings, RunWarning.NO_FEES, spec.fees() instanceof NoFees);
    warn(warnings, RunWarning.NO_SLIPPAGE, spec.slippage().isNone());
    warn(warnings, RunWarning.NO_LATENCY, spec.latency().isNone());
    warn(warnings, RunWarning.UNLIMITED_SIZE, venue.usedUnlimitedSize());
    warn(warnings, RunWarning.UNKNOWN_AGGRESSOR, venue.metUnknownAggressor());
    warn(warnings, RunWarning.NO_TRADES, books.ledger().fills() == 0);
    warn(warnings, RunWarning.NEVER_MARKED, books.marks().isAnyNeverMarked());
    return Collections.unmodifiableSet(warnings);
  }

  private static void warn(EnumSet<RunWarning> warnings, RunWarning warning, boolean isDue) {
    if (isDue) {
      warnings.add(warning);
    }
  }
}
