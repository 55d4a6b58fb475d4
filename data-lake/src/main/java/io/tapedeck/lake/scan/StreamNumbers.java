package io.tapedeck.lake.scan;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;

/** Numbers the streams of a file's rows: one for all, or by source and venue of each. */
final class StreamNumbers {
  private static final UTF8String NONE = UTF8String.EMPTY_UTF8;

  private final int constant;
  private final int[] numbers;
  private final UTF8String[] sources;
  private final UTF8String[] venues;
  private int last;

  private StreamNumbers(int constant, int[] numbers, UTF8String[] sources, UTF8String[] venues) {
    this.constant = constant;
    this.numbers = numbers;
    this.sources = sources;
    this.venues = venues;
  }

  /** The numbers of a file of this table and symbol. */
  static StreamNumbers of(DataFile file, LakeTable table, String symbol, List<StreamKey> streams) {
    int[] numbers =
        IntStream.range(0, streams.size())
            .filter(i -> streams.get(i).table() == table && streams.get(i).symbol().equals(symbol))
            .toArray();
    return new StreamNumbers(
        file.stream(),
        numbers,
        IntStream.of(numbers)
            .mapToObj(i -> UTF8String.fromString(streams.get(i).source()))
            .toArray(UTF8String[]::new),
        IntStream.of(numbers)
            .mapToObj(i -> UTF8String.fromString(streams.get(i).venue()))
            .toArray(UTF8String[]::new));
  }

  /** Adds the columns that tell the streams apart, if there is something to tell. */
  StructType addTo(StructType columns, LakeTable table) {
    return constant == DataFile.MIXED
        ? columns
            .add(Columns.SOURCE, DataTypes.StringType)
            .add(StreamPlanner.venueColumn(table), DataTypes.StringType)
        : columns;
  }

  /** Whether a row may be of one of these streams. */
  boolean isAnyOf(boolean[] byStream) {
    return constant == DataFile.MIXED
        ? IntStream.of(numbers).anyMatch(stream -> byStream[stream])
        : byStream[constant];
  }

  /**
   * The streams of a batch's rows.
   *
   * @param first index of the first column that {@link #addTo} added
   */
  void copy(ParquetRows rows, int first, int[] out) {
    for (int row = 0; row < rows.rows(); row++) {
      out[row] = ofRow(rows, first, row);
      if (out[row] < 0) {
        throw FeedException.unfit(
            rows.place(row),
            "source "
                + text(rows.column(first), row)
                + " and venue "
                + text(rows.column(first + 1), row)
                + " are not among the streams that were planned; plan the scan again");
      }
    }
  }

  /**
   * The stream of a row; negative if it is of none that was planned.
   *
   * @param first index of the first column that {@link #addTo} added
   */
  int ofRow(ParquetRows rows, int first, int row) {
    if (constant != DataFile.MIXED) {
      return constant;
    }
    UTF8String source = text(rows.column(first), row);
    UTF8String venue = text(rows.column(first + 1), row);
    for (int i = 0; i < numbers.length; i++) {
      int candidate = last + i < numbers.length ? last + i : last + i - numbers.length;
      if (venue.equals(venues[candidate]) && source.equals(sources[candidate])) {
        last = candidate;
        return numbers[candidate];
      }
    }
    return -1;
  }

  private static UTF8String text(ColumnVector column, int row) {
    return column.isNullAt(row) ? NONE : column.getUTF8String(row);
  }
}
