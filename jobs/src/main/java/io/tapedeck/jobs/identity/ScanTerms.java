package io.tapedeck.jobs.identity;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.TickKind;
import io.tapedeck.jobs.job.TapeBars;
import io.tapedeck.lake.scan.BarSelection;
import io.tapedeck.lake.scan.ScanRequest;
import io.tapedeck.lake.table.LakeTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a job reads of a lake. */
public final class ScanTerms {
  private static final Set<BarPrice> SIDES = Set.of(BarPrice.BID, BarPrice.ASK);

  private ScanTerms() {}

  /** The tables that a job names; else bars if it says which, else all kinds of ticks. */
  public static Set<LakeTable> tables(JobSpec job) {
    EnumSet<LakeTable> tables = EnumSet.noneOf(LakeTable.class);
    for (TickKind kind : job.tables()) {
      tables.add(LakeTable.valueOf(kind.name()));
    }
    if (!tables.isEmpty()) {
      return tables;
    }
    return job.tapeBars().isPresent()
        ? EnumSet.of(LakeTable.BARS, LakeTable.SIGNALS)
        : EnumSet.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.SIGNALS);
  }

  /** The scan of these instruments and dates. */
  public static ScanRequest request(JobSpec job, List<String> symbols, DateRange dates) {
    return new ScanRequest(
        symbols,
        dates.first(),
        dates.last(),
        tables(job),
        job.tapeBars().map(ScanTerms::selection).orElse(null));
  }

  private static BarSelection selection(TapeBars bars) {
    Set<BarPrice> prices = bars.prices() == TapeBars.Prices.LAST ? Set.of(BarPrice.LAST) : SIDES;
    return new BarSelection(bars.length(), prices, bars.source());
  }
}
