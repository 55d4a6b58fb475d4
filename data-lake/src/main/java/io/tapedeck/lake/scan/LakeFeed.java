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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * The tape of a pinned scan, in the total order.
 *
 * <p>Of each table and instrument the files of one date are open at a time, so memory does not grow
 * with the dates. The order of events depends on the rows only, not on the files they lie in. Not
 * thread-safe; does not need Spark to run.
 */
public final class LakeFeed implements Feed {
  private final PinnedScan scan;
  private final ReaderSettings settings;
  private final MergedFeed merged;

  /**
   * A feed over a scan; opens no file yet.
   *
   * @param hadoop the executor's configuration, which knows the file systems
   * @param regularHours sessions in order that trades and quotes must lie in; empty for all hours
   */
  public LakeFeed(PinnedScan scan, Configuration hadoop, List<Session> regularHours) {
    this.scan = scan;
    this.settings = new ReaderSettings(hadoop);
    Map<Chain, List<TickPartition>> chains = new LinkedHashMap<>();
    for (TickPartition partition : scan.partitions()) {
      chains
          .computeIfAbsent(new Chain(partition.table(), partition.symbol()), c -> new ArrayList<>())
          .add(partition);
    }
    List<StreamCursor> cursors = new ArrayList<>();
    chains.forEach(
        (chain, partitions) ->
            cursors.add(new ChainCursor(kind(chain.table()), partitions, this::open)));
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

  @Override
  public void close() {
    merged.close();
  }

  private StreamCursor open(TickPartition partition) {
    List<FileCursor> files =
        partition.files().stream()
            .map(file -> new FileCursor(partition, file, decoder(partition, file), settings))
            .toList();
    return files.size() == 1 ? files.get(0) : new MergedFiles(scan.universe(), partition, files);
  }

  private RowDecoder decoder(TickPartition partition, DataFile file) {
    String symbol = partition.symbol();
    int index = scan.universe().indexOf(symbol);
    Instrument instrument = scan.universe().instrument(index);
    StreamNumbers streams = StreamNumbers.of(file, partition.table(), symbol, scan.streams());
    return switch (kind(partition.table())) {
      case EventKind.TRADE -> new TradeDecoder(index, instrument, streams);
      case EventKind.QUOTE -> new QuoteDecoder(index, instrument, streams);
      default ->
          new SignalDecoder(
              index, streams, scan.signalsAfterNanos(symbol), scan.signalsUntilNanos(symbol));
    };
  }

  private static byte kind(LakeTable table) {
    return switch (table) {
      case TRADES -> EventKind.TRADE;
      case QUOTES -> EventKind.QUOTE;
      case SIGNALS -> EventKind.SIGNAL;
      default -> throw new IllegalArgumentException("no feed of " + table.folder());
    };
  }

  private record Chain(LakeTable table, String symbol) {}
}
