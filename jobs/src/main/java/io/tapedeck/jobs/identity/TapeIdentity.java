package io.tapedeck.jobs.identity;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.TickPartition;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run reads, by content: the same for any layout of files, any table version and any lake
 * with the same rows.
 *
 * @param first first session date
 * @param last last session date
 * @param universeJson the instruments' rows and what the tape has of each, canonical
 * @param tapeDigest of the content digests of all partitions read
 * @param calendarDigest of the sessions
 */
public record TapeIdentity(
    LocalDate first, LocalDate last, String universeJson, String tapeDigest, String calendarDigest)
    implements Serializable {
  /** The identity of a scan, replayed in these sessions. */
  public static TapeIdentity of(PinnedScan scan, List<Session> sessions, int sessionsPerYear) {
    return new TapeIdentity(
        scan.first(),
        scan.last(),
        CanonicalJson.of(scan.universe().listings().stream().map(TapeIdentity::terms).toList()),
        Sha256.ofJson(scan.partitions().stream().map(TapeIdentity::terms).toList()),
        Sha256.ofJson(
            Map.of(
                "sessions",
                sessions.stream().map(TapeIdentity::terms).toList(),
                "sessions_per_year",
                sessionsPerYear)));
  }

  /** For canonical JSON. */
  Map<String, Object> identity() {
    Map<String, Object> identity = new TreeMap<>();
    identity.put("first", first.toString());
    identity.put("last", last.toString());
    identity.put("universe", universeJson);
    identity.put("tape", tapeDigest);
    identity.put("calendar", calendarDigest);
    return identity;
  }

  private static List<Object> terms(TickPartition partition) {
    return List.of(
        partition.table().folder(),
        partition.symbol(),
        partition.date().toString(),
        partition.contentDigest());
  }

  private static List<Object> terms(Session session) {
    return List.of(session.date().toString(), session.openNanos(), session.closeNanos());
  }

  private static List<Object> terms(Universe.Listing listing) {
    Instrument instrument = listing.instrument();
    List<Object> terms = new ArrayList<>();
    terms.add(instrument.symbol());
    terms.add(instrument.assetClass().name());
    terms.add(instrument.currency().code());
    terms.add(instrument.currency().decimals());
    terms.add(instrument.priceQuantumE9());
    terms.add(instrument.sizeQuantumE9());
    terms.add(instrument.priceIncrementTicks());
    terms.add(instrument.sizeIncrementLots());
    terms.add(instrument.multiplier());
    terms.add(instrument.calendar());
    terms.add(listing.hasQuotes());
    terms.add(listing.hasTrades());
    terms.add(listing.hasBars());
    terms.add(listing.hasAuctions());
    terms.add(listing.venue());
    return terms;
  }
}
