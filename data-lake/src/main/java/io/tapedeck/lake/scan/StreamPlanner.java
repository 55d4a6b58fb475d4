package io.tapedeck.lake.scan;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the streams of a scan.
 *
 * <p>Most files are of one stream and the log says which. Of the others, one pass of Spark over two
 * columns finds what there is.
 */
final class StreamPlanner {
  private final References references;
  private final TreeSet<StreamKey> streams = new TreeSet<>();

  StreamPlanner(References references) {
    this.references = references;
  }

  /** Takes the streams of these files of a table. */
  void add(PartitionFilter filter, Collection<AddedFile> files) {
    if (filter.table() == LakeTable.BARS) {
      addBars(filter, files);
      return;
    }
    TreeSet<String> mixedSymbols = new TreeSet<>();
    for (AddedFile file : files) {
      Optional<StreamKey> stream = streamOf(filter.table(), file);
      if (stream.isPresent()) {
        streams.add(stream.get());
      } else {
        mixedSymbols.add(file.partitionValues().get(Columns.SYMBOL));
      }
    }
    if (!mixedSymbols.isEmpty()) {
      addRead(filter, mixedSymbols);
    }
  }

  /** All streams, in order. */
  List<StreamKey> streams() {
    return List.copyOf(streams);
  }

  /** The stream that all rows of a file are of, if the log says so. */
  static Optional<StreamKey> streamOf(LakeTable table, AddedFile file) {
    Optional<String> source = file.statistics().constant(Columns.SOURCE);
    Optional<String> venue = file.statistics().constant(venueColumn(table));
    if (source.isEmpty() || venue.isEmpty()) {
      return Optional.empty();
    }
    String symbol = file.partitionValues().get(Columns.SYMBOL);
    return Optional.of(new StreamKey(table, symbol, source.get(), venue.get()));
  }

  /** The column that tells venues apart; of bars their prices, of signals their makers. */
  static String venueColumn(LakeTable table) {
    return switch (table) {
      case BARS -> Columns.PRICE_KIND;
      case SIGNALS -> Columns.STRATEGY;
      default -> Columns.VENUE;
    };
  }

  /** Rows of some dates, prices and sources are read of files of many: all files are looked at. */
  private void addBars(PartitionFilter filter, Collection<AddedFile> files) {
    TreeSet<String> symbols = new TreeSet<>();
    files.forEach(file -> symbols.add(file.partitionValues().get(Columns.SYMBOL)));
    if (symbols.isEmpty()) {
      return;
    }
    addRead(filter, symbols);
    for (String symbol : symbols) {
      BarStreams.check(filter, symbol, streams);
    }
  }

  /** Streams of many are few: venues and sources of a symbol. */
  private void addRead(PartitionFilter filter, Collection<String> symbols) {
    LakeTable table = filter.table();
    Dataset<Row> distinct =
        references
            .read(table)
            .filter(col(Columns.SYMBOL).isInCollection(symbols).and(rows(filter)))
            .select(
                col(Columns.SYMBOL),
                coalesce(col(Columns.SOURCE), lit("")),
                coalesce(col(venueColumn(table)), lit("")))
            .distinct();
    for (Row key : distinct.collectAsList()) {
      streams.add(new StreamKey(table, key.getString(0), key.getString(1), key.getString(2)));
    }
  }

  private static Column rows(PartitionFilter filter) {
    Column dates = col(Columns.DATE).between(filter.first(), filter.last());
    return switch (filter.table()) {
      case SIGNALS ->
          col(Columns.YEAR).between(filter.firstPartition().getYear(), filter.last().getYear());
      case BARS -> dates.and(BarStreams.rows(filter.bars()));
      default -> dates;
    };
  }
}
