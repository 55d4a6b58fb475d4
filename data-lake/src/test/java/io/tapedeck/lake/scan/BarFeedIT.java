package io.tapedeck.lake.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.lake.ingest.GenericMapping;
import io.tapedeck.lake.ingest.Ingest;
import io.tapedeck.lake.ingest.IngestOptions;
import io.tapedeck.lake.ingest.IngestReport;
import io.tapedeck.lake.ingest.IngestRequest;
import io.tapedeck.lake.ingest.ProgressSink;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarFeedIT {
  private static final BarLength DAY = BarLength.parse("1d");
  private static final LocalDate JAN_30 = LocalDate.of(2024, 1, 30);
  private static final LocalDate JAN_31 = LocalDate.of(2024, 1, 31);
  private static final LocalDate FEB_1 = LocalDate.of(2024, 2, 1);

  @TempDir Path folder;
  private TickLake ticks;

  @BeforeEach
  void openLake() {
    ticks = new TickLake(folder.resolve("lake"));
  }

  @Test
  void barsOfAFileAreTakenOncePinnedByMonthAndMetAtBothEnds() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("eth.csv"),
            """
            bar_close,open,high,low,close,volume
            2024-01-31T00:00:00Z,10.5,11,10,11,2.5
            2024-02-01T00:00:00Z,11,12.5,11,12,
            2024-02-02T00:00:00Z,12,12,9.5,10,7
            """);
    assertThat(ingest(file, "eth-daily").written().kept()).isEqualTo(3);
    assertThat(ingest(file, "eth-daily").written().kept()).isZero();

    PinnedScan scan = plan(BarSelection.last(DAY), JAN_31, FEB_1);

    assertThat(scan.universe().listings())
        .extracting(l -> l.hasBars() + " " + l.isFilledByBars() + " " + l.hasAuctions())
        .containsExactly("true true false");
    assertThat(scan.partitions()) // of one file; 30 January lies in the first month too
        .extracting(p -> p.table() + " " + p.date() + " " + p.rows() + " " + p.files().size())
        .containsExactly("BARS 2024-01-01 2 1", "BARS 2024-02-01 1 1");
    assertThat(scan.partitions()).allMatch(p -> p.contentDigest().length() == 64);
    assertThat(scan.dates()).containsExactly(JAN_31, FEB_1);
    assertThat(scan.bytes()).isEqualTo(scan.partitions().get(0).bytes());
    List<String> both = // ticks of 0.1, lots of 0.1
        List.of(
            "open 2024-01-31T00:00:00Z LAST 110 125 110 120 x -",
            "close 2024-01-31T23:59:59.999999999Z LAST 110 125 110 120 x -",
            "open 2024-02-01T00:00:00Z LAST 120 120 95 100 x 70",
            "close 2024-02-01T23:59:59.999999999Z LAST 120 120 95 100 x 70");
    assertThat(ticks.bars(scan)).isEqualTo(both);
    PinnedScan february = scan.restrictTo(List.of("ETH/USD"), FEB_1, FEB_1);
    assertThat(february.partitions()).isEqualTo(scan.partitions().subList(1, 2));
    assertThat(ticks.bars(february)).isEqualTo(both.subList(2, 4));

    ingest(Files.copy(file, folder.resolve("other.csv")), "other-daily");

    assertThatThrownBy(() -> plan(BarSelection.last(DAY), JAN_30, FEB_1))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("1d bars of ETH/USD from 2024-01-30 to 2024-02-01 come from several")
        .hasMessageContaining("eth-daily, other-daily");
    assertThat(ticks.bars(scan)).isEqualTo(both); // pinned
    BarSelection one = new BarSelection(DAY, Set.of(BarPrice.LAST), "eth-daily");
    assertThat(ticks.bars(plan(one, JAN_31, FEB_1))).isEqualTo(both);

    PartitionDigests.forget(
        ticks.lake(), List.of(new PartitionKey(LakeTable.BARS, List.of("1d", "ETH/USD", "-"))));

    assertThatThrownBy(() -> plan(one, JAN_31, FEB_1))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("1d bars of ETH/USD are not in partition_digests")
        .hasMessageContaining("tapedeck bars");
  }

  private PinnedScan plan(BarSelection bars, LocalDate first, LocalDate last) {
    return ScanPlanner.plan(
        ticks.lake(),
        new ScanRequest(List.of("ETH/USD"), first, last, Set.of(LakeTable.BARS), bars));
  }

  private IngestReport ingest(Path file, String name) {
    String mapping =
        """
        name: %s
        table: bars
        symbol: {constant: ETH/USD}
        time: {column: bar_close, unit: ISO}
        columns: {open: open, high: high, low: low, close: close, volume: volume}
        bars: {length: 1d, stamp: close}
        """
            .formatted(name);
    return Ingest.run(
        ticks.lake(),
        new IngestRequest(
            file.toString(), GenericMapping.parse(mapping).format(), IngestOptions.DEFAULT),
        ProgressSink.NONE);
  }
}
