package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.PartitionKey;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts rows by partition and finds the finest decimals of each symbol. */
final class RowTally implements RowSink {
  private final RowShape shape;
  private final TreeMap<PartitionKey, Long> partitions = new TreeMap<>();
  private final TreeMap<String, Fineness> fineness = new TreeMap<>();
  private String symbol;
  private String bar;
  private long epochDay;
  private long rows;
  private PartitionKey partition;
  private int priceDecimals;
  private int sizeDecimals;

  RowTally(RowShape shape) {
    this.shape = shape;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // texts come from a pool; the slow way is right as well
  public void row(ParsedRow row) {
    if (row.symbol != symbol || row.epochDay != epochDay || row.bar != bar || partition == null) {
      settle();
      symbol = row.symbol;
      epochDay = row.epochDay;
      bar = row.bar;
      partition = shape.partition(row);
      Fineness known = fineness.getOrDefault(symbol, Fineness.NONE);
      priceDecimals = known.price();
      sizeDecimals = known.size();
    }
    rows++;
    price(row.priceE9);
    price(row.bidE9);
    price(row.askE9);
    price(row.openE9);
    price(row.highE9);
    price(row.lowE9);
    price(row.closeE9);
    size(row.sizeE9);
    size(row.bidSizeE9);
    size(row.askSizeE9);
    if (row.volume != null) {
      sizeDecimals = Math.max(sizeDecimals, Math.max(0, row.volume.scale()));
    }
  }

  SortedMap<PartitionKey, Long> partitions() {
    settle();
    return partitions;
  }

  SortedMap<String, Fineness> fineness() {
    settle();
    return fineness;
  }

  private void settle() {
    if (partition != null) {
      partitions.merge(partition, rows, Long::sum);
      fineness.merge(symbol, new Fineness(priceDecimals, sizeDecimals), Fineness::max);
      partition = null;
      rows = 0;
    }
  }

  private void price(long e9) {
    if (e9 != 0 && !Missing.is(e9)) {
      priceDecimals = Decimals.decimals(e9, priceDecimals);
    }
  }

  private void size(long e9) {
    if (e9 != 0 && !Missing.is(e9)) {
      sizeDecimals = Decimals.decimals(e9, sizeDecimals);
    }
  }
}
