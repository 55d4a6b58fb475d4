package io.tapedeck.lake.scan;

import io.tapedeck.core.feed.MergedFeed;
import io.tapedeck.core.feed.StreamCursor;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.OfficialPrints;
import io.tapedeck.lake.table.SaleConditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * The tape of a pinned scan, in the total order.
 *
 * <p>Of each table and instrument the files of one date are open at a time, so memory does not grow
 * with the dates. The order of events depends on the rows only, not on the files they lie in.
 * Trades that are reports and not the price of their moment, as {@link SaleConditions} says, are
 * not on the tape. Not thread-safe; does not need Spark to run.
 */
public final class LakeFeed implements Feed {
  private final PinnedScan scan;
  private final ReaderSettings settings;
  private final Reports reports;
  private final MergedFeed merged;

  /**
   * A feed over a scan; opens no file yet.
   *
   * @param hadoop the executor's configuration, which knows the file systems
   * @param regularHours sessions in order that trades, quotes and bars must lie in, as {@link
   *     MergedFeed} says; empty for all hours
   */
  public LakeFeed(PinnedScan scan, Configuration hadoop, List<Session> regularHours) {
    this.scan = scan;
    this.settings = new ReaderSettings(hadoop);
    this.reports = new Reports(scan.streams());
    Map<Chain, List<TickPartition>> chains = new LinkedHashMap<>();
    for (TickPartition partition : scan.partitions()) {
      chains
          .computeIfAbsent(new Chain(partition.table(), partition.symbol()), c -> new ArrayList<>())
          .add(partition);
    }
    List<StreamCursor> cursors = new ArrayList<>();
    chains.forEach(
        (chain, partitions) -> {
          for (byte kind : kinds(chain.table())) {
            cursors.add(
                new ChainCursor(kind, apart(partitions), partition -> open(kind, partition)));
          }
        });
    this.merged = new MergedFeed(scan.universe(), cursors, regularHours);
  }

  @Override
  public Universe universe() {
    return scan.universe();
  }

  /**
   * {@inheritDoc}
   *
   * @throws FeedException also if a value is not a whole number of ticks or lots
   */
  @Override
  public boolean refill(TapeBatch batch) {
    return merged.refill(batch);
  }

  /** How many trades that are reports it left out so far, of any hour. */
  public long reports() {
    return reports.count();
  }

  @Override
  public void close() {
    merged.close();
  }

  /** Partitions without those whose files are the same: months of bars of a day. */
  private static List<TickPartition> apart(List<TickPartition> partitions) {
    Map<List<DataFile>, TickPartition> byFiles = new LinkedHashMap<>();
    partitions.forEach(partition -> byFiles.putIfAbsent(partition.files(), partition));
    return List.copyOf(byFiles.values());
  }

  private StreamCursor open(byte kind, TickPartition partition) {
    OfficialPrints auctions =
        kind == EventKind.TRADE && hasAuctions(partition.symbol())
            ? AuctionPass.over(partition, scan.streams(), settings)
            : new OfficialPrints();
    List<FileCursor> files =
        partition.files().stream()
            .map(
                file ->
                    new FileCursor(
                        partition, file, decoder(kind, partition, file, auctions), settings))
            .toList();
    return files.size() == 1 ? files.get(0) : new MergedFiles(scan.universe(), partition, files);
  }

  private boolean hasAuctions(String symbol) {
    return scan.universe().hasAuctions(scan.universe().indexOf(symbol));
  }

  private RowDecoder decoder(
      byte kind, TickPartition partition, DataFile file, OfficialPrints auctions) {
    String symbol = partition.symbol();
    int index = scan.universe().indexOf(symbol);
    Instrument instrument = scan.universe().instrument(index);
    StreamNumbers streams = StreamNumbers.of(file, partition.table(), symbol, scan.streams());
    return switch (kind) {
      case EventKind.TRADE -> new TradeDecoder(index, instrument, streams, auctions, reports);
      case EventKind.QUOTE -> new QuoteDecoder(index, instrument, streams);
      case EventKind.BAR, EventKind.BAR_OPEN ->
          new BarDecoder(
              kind, index, instrument, streams, scan.streams(), scan.first(), scan.last());
      default ->
          new SignalDecoder(
              index, streams, scan.signalsAfterNanos(symbol), scan.signalsUntilNanos(symbol));
    };
  }

  /** The kinds of events that rows of a table are; each row is one of each. */
  private static byte[] kinds(LakeTable table) {
    return switch (table) {
      case TRADES -> new byte[] {EventKind.TRADE};
      case QUOTES -> new byte[] {EventKind.QUOTE};
      case BARS -> new byte[] {EventKind.BAR, EventKind.BAR_OPEN};
      case SIGNALS -> new byte[] {EventKind.SIGNAL};
      default -> throw new IllegalArgumentException("no feed of " + table.folder());
    };
  }

  private record Chain(LakeTable table, String symbol) {}
}
