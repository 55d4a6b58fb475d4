package io.tapedeck.lake.scan;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;

/** Which streams of bars a scan reads: one of each price. */
final class BarStreams {
  private BarStreams() {}

  /** The rows of the bars asked for, of all dates. */
  static Column rows(BarSelection bars) {
    List<String> prices = bars.prices().stream().map(BarPrice::name).sorted().toList();
    Column rows =
        col(Columns.BAR)
            .equalTo(bars.length().toString())
            .and(col(Columns.PRICE_KIND).isInCollection(prices));
    return bars.source().isEmpty() ? rows : rows.and(col(Columns.SOURCE).equalTo(bars.source()));
  }

  /**
   * Refuses bars of which there are two of a price, or one of two prices.
   *
   * @throws ScanException with the remedy; a symbol may have no bars at all
   */
  static void check(PartitionFilter filter, String symbol, Collection<StreamKey> streams) {
    List<StreamKey> own =
        streams.stream()
            .filter(key -> key.table() == LakeTable.BARS && key.symbol().equals(symbol))
            .toList();
    List<String> prices = own.stream().map(StreamKey::venue).distinct().toList();
    String bars = filter.bars().length() + " bars of " + symbol;
    if (own.size() > prices.size()) {
      throw ScanException.absent(
          bars
              + " from "
              + filter.first()
              + " to "
              + filter.last()
              + " come from several sources: "
              + String.join(", ", own.stream().map(StreamKey::source).distinct().toList()),
          "name the one to read");
    }
    if (!own.isEmpty() && prices.size() < filter.bars().prices().size()) {
      throw ScanException.absent(
          bars
              + " from "
              + filter.first()
              + " to "
              + filter.last()
              + " are of "
              + prices.get(0)
              + " only, and orders need both sides",
          "build the other with: tapedeck bars --price, or read bars of LAST");
    }
  }
}
