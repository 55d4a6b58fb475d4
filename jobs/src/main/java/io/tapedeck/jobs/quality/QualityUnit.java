package io.tapedeck.jobs.quality;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * What one task measures: the dates of an instrument, one after the other.
 *
 * @param scan trades and quotes of one instrument
 */
record QualityUnit(PinnedScan scan) implements Serializable {
  private static final int BATCH = 4096;

  List<SessionQuality> measure(Configuration hadoop) {
    List<SessionQuality> measured = new ArrayList<>();
    String symbol = scan.symbols().get(0);
    for (LocalDate date : scan.dates()) {
      measured.add(measure(scan.restrictTo(List.of(symbol), date, date), symbol, hadoop));
    }
    return measured;
  }

  private static SessionQuality measure(PinnedScan day, String symbol, Configuration hadoop) {
    List<Session> sessions = day.sessions(symbol);
    TapeQuality quality = new TapeQuality(sessions);
    TapeBatch batch = new TapeBatch(BATCH);
    try (LakeFeed feed = new LakeFeed(day, hadoop, List.of())) {
      while (feed.refill(batch)) {
        quality.accept(batch);
      }
    }
    return new SessionQuality(
        symbol, day.first(), !sessions.isEmpty(), day.rows(), quality.finish(), 0, 0);
  }
}
