package io.tapedeck.lake.scan;

import io.delta.kernel.expressions.Predicate;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Plans scans on the driver: lists the files of the partitions asked for, by Delta Kernel with the
 * partition filters pushed down, and pins the versions of the tables.
 */
public final class ScanPlanner {
  private final Lake lake;
  private final ScanRequest request;
  private final Map<LakeTable, Long> versions = new EnumMap<>(LakeTable.class);
  private final Map<PartitionFilter, List<AddedFile>> files = new LinkedHashMap<>();

  private ScanPlanner(Lake lake, ScanRequest request) {
    this.lake = lake;
    this.request = request;
  }

  /**
   * Plans a scan of the lake as it is now, or as it was if it is read {@link Lake#asOf} versions.
   *
   * @throws ScanException if a symbol has no ticks, a table has a feature the reader does not
   *     apply, the rows are not those that were recorded, or a version cannot be read any more
   */
  public static PinnedScan plan(Lake lake, ScanRequest request) {
    ScanPlanner planner = new ScanPlanner(lake, request);
    planner.pin();
    return planner.plan();
  }

  private void pin() {
    for (LakeTable table : request.tablesInOrder()) {
      Optional<DeltaSnapshot> snapshot = open(table);
      PartitionFilter filter =
          new PartitionFilter(
              table,
              request.symbols(),
              request.first(),
              request.last(),
              table == LakeTable.BARS ? request.bars() : null);
      snapshot.ifPresent(s -> files.put(filter, files(table, s, filter.predicate())));
    }
    for (LakeTable table : LakeVersions.WHOLE) {
      open(table);
    }
  }

  private List<AddedFile> files(LakeTable table, DeltaSnapshot snapshot, Predicate partitions) {
    List<AddedFile> live = snapshot.files(partitions);
    if (lake.versions().isPresent()) {
      LakeVersions.requireFiles(lake, table, live, partitions);
    }
    return live;
  }

  private Optional<DeltaSnapshot> open(LakeTable table) {
    Optional<DeltaSnapshot> snapshot = LakeVersions.open(lake, table);
    snapshot.ifPresent(s -> versions.put(table, s.version()));
    return snapshot;
  }

  private PinnedScan plan() {
    References references = new References(lake.asOf(versions));
    StreamPlanner streams = new StreamPlanner(references);
    files.forEach(streams::add);
    List<TickPartition> partitions =
        new PartitionPlanner(references, streams.streams(), request).partitions(files);
    Universe universe = universe(references, partitions, streams.streams());
    return new PinnedScan(
        request.first(),
        request.last(),
        versions,
        universe,
        calendars(references, universe),
        streams.streams(),
        partitions);
  }

  private Universe universe(
      References references, List<TickPartition> partitions, List<StreamKey> streams) {
    InstrumentBook instruments = references.instruments(request.symbols());
    List<Universe.Listing> listings = new ArrayList<>();
    for (String symbol : request.symbols()) {
      boolean hasTrades = has(partitions, LakeTable.TRADES, symbol);
      boolean hasQuotes = has(partitions, LakeTable.QUOTES, symbol);
      boolean hasBars = has(partitions, LakeTable.BARS, symbol);
      if (!hasTrades && !hasQuotes && !hasBars) {
        throw ScanException.absent(
            String.format(
                "no %s of %s from %s to %s in %s of the lake %s",
                wanted(), symbol, request.first(), request.last(), folders(), lake.root()),
            "see what is there with: tapedeck tables, or ingest them"
                + (request.bars() == null ? "" : ", or build bars from ticks with: tapedeck bars"));
      }
      Instrument instrument = instruments.require(symbol);
      boolean hasAuctions = AuctionPass.isNeeded(streams, symbol);
      listings.add(
          new Universe.Listing(instrument, hasQuotes, hasTrades, hasBars, hasAuctions, ""));
    }
    return new Universe(listings);
  }

  private String wanted() {
    if (request.bars() == null) {
      return "ticks";
    }
    String bars = request.bars().length() + " bars";
    return request.tables().stream().anyMatch(t -> t == LakeTable.TRADES || t == LakeTable.QUOTES)
        ? "ticks or " + bars
        : bars;
  }

  private String folders() {
    return String.join(", ", request.tablesInOrder().stream().map(LakeTable::folder).toList());
  }

  private static boolean has(List<TickPartition> partitions, LakeTable table, String symbol) {
    return partitions.stream().anyMatch(p -> p.table() == table && p.symbol().equals(symbol));
  }

  private Map<String, List<Session>> calendars(References references, Universe universe) {
    TreeSet<String> names = new TreeSet<>();
    universe.listings().forEach(listing -> names.add(listing.instrument().calendar()));
    return references.sessions(names, request.first(), request.last());
  }
}
