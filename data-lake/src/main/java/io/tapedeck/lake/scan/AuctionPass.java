package io.tapedeck.lake.scan;

import io.tapedeck.core.market.Auction;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.OfficialPrints;
import io.tapedeck.lake.table.SaleConditions;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Looks through the trades of a session date for the official prints of its auctions. */
final class AuctionPass {
  private static final int SEQ = 0;
  private static final int SIZE = 1;
  private static final int CONDITIONS = 2;
  private static final int STREAM = 3;
  private static final StructType COLUMNS =
      new StructType()
          .add(Columns.SEQ, DataTypes.LongType)
          .add(Columns.SIZE, ParquetRows.E9)
          .add(Columns.CONDITIONS, DataTypes.StringType);

  private final List<StreamKey> streams;
  private final ReaderSettings settings;
  private final OfficialPrints prints = new OfficialPrints();
  private final QuantumColumn sizes = new QuantumColumn("1e-9", 1);

  private AuctionPass(List<StreamKey> streams, ReaderSettings settings) {
    this.streams = streams;
    this.settings = settings;
  }

  /** Whether trades of this symbol in these streams flag their auctions. */
  static boolean isNeeded(List<StreamKey> streams, String symbol) {
    return streams.stream()
        .anyMatch(
            stream ->
                stream.table() == LakeTable.TRADES
                    && stream.symbol().equals(symbol)
                    && SaleConditions.areToldBy(stream.source()));
  }

  /** The official prints of a partition of trades. */
  static OfficialPrints over(
      TickPartition partition, List<StreamKey> streams, ReaderSettings settings) {
    AuctionPass pass = new AuctionPass(streams, settings);
    for (DataFile file : partition.files()) {
      if (file.isMixed() || pass.isFlagged(file.stream())) {
        pass.read(file, StreamNumbers.of(file, LakeTable.TRADES, partition.symbol(), streams));
      }
    }
    return pass.prints;
  }

  private void read(DataFile file, StreamNumbers numbers) {
    StructType columns = numbers.addTo(COLUMNS, LakeTable.TRADES);
    try (ParquetRows rows = ParquetRows.open(settings, file, columns)) {
      while (rows.next()) {
        addAll(rows, numbers);
      }
    }
  }

  private void addAll(ParquetRows rows, StreamNumbers numbers) {
    ConditionColumn conditions = new ConditionColumn(rows.column(CONDITIONS));
    for (int row = 0; row < rows.rows(); row++) {
      byte auction = conditions.auction(row);
      if (auction != Auction.NONE) {
        int stream = numbers.ofRow(rows, STREAM, row);
        if (stream >= 0 && isFlagged(stream)) {
          prints.add(
              auction,
              Math.max(0, sizes.at(rows, SIZE, row)),
              stream,
              rows.column(SEQ).getLong(row));
        }
      }
    }
  }

  private boolean isFlagged(int stream) {
    return SaleConditions.areToldBy(streams.get(stream).source());
  }
}
