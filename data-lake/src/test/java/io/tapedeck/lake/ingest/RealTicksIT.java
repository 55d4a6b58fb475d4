package io.tapedeck.lake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lake.RealTicks;
import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import java.nio.file.Path;
import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTicksIT {
  @TempDir Path folder;

  @Test
  void aDayOfIbmIsTakenWholeAndItsQuotesMakeSense() {
    Path source = RealTicks.require("equity/ibm");
    Lake lake = Lake.at(SharedSpark.session(), folder.toString());

    IngestReport report = ingest(lake, source + "/20131011_*.zip");

    assertThat(report.count(FileOutcome.Status.TAKEN)).isEqualTo(2);
    assertThat(lake.read(LakeTable.TRADES).count()).isEqualTo(19_264);
    IntakeCounts written = report.written();
    assertThat(written.read())
        .isEqualTo(written.kept() + written.duplicate() + written.quarantined());
    assertThat(LakeTables.readOrEmpty(lake, LakeTable.QUARANTINE).count())
        .isEqualTo(written.quarantined());
    assertThat(report.warnings()).hasSize(1).first().asString().contains("IBM");
    long quotes = lake.read(LakeTable.QUOTES).count();
    long crossed = lake.read(LakeTable.QUOTES).where("bid_price > ask_price").count();
    assertThat(crossed).isLessThan(quotes / 1_000);
    assertThat(PartitionDigests.load(lake, LakeTable.TRADES)).hasSize(1);
    assertThat(lake.read(LakeTable.TRADES).where(col(Columns.VENUE).isNotNull()).count()).isZero();

    String[] files = lake.read(LakeTable.QUOTES).inputFiles();
    assertThat(files).hasSize(1); // one of the one (symbol, date)
    assertThat(
            lake.spark()
                .read()
                .parquet(files)
                .select(Columns.TS_EVENT, Columns.SEQ)
                .collectAsList())
        .isSortedAccordingTo(
            Comparator.<Row>comparingLong(row -> row.getLong(0))
                .thenComparing(row -> row.getLong(1)));

    IngestReport again = ingest(lake, source + "/20131011_*.zip");
    assertThat(again.count(FileOutcome.Status.UNCHANGED)).isEqualTo(2);
    assertThat(again.written()).isEqualTo(IntakeCounts.NONE);
  }

  private static IngestReport ingest(Lake lake, String source) {
    return Ingest.run(
        lake,
        new IngestRequest(source, Profiles.byName("lean-equity"), IngestOptions.DEFAULT),
        ProgressSink.NONE);
  }
}
