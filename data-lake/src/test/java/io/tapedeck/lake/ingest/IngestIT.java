package io.tapedeck.lake.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeBusyException;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestIT {
  private static final SourceFormat LEAN = Profiles.byName("lean-equity");
  private static final String FIRST = "34200000,1674100,100,P,0,0\n34200001,1674200,200,P,0,0\n";
  private static final String CORRECTED =
      "34200000,1674100,100,P,0,0\n34200001,1674300,250,P,0,0\n34200002,1674300,1,P,0,0\n";
  private static final String OTHER_DAY =
      "34200000,1680000,100,P,0,0\n34200005,1680100,100,P,0,1\n";

  @TempDir Path folder;
  private Path source;
  private Lake lake;

  @BeforeEach
  void open() {
    source = folder.resolve("equity");
    lake = Lake.at(SharedSpark.session(), folder.resolve("lake").toString());
  }

  @Test
  void aFileIsTakenOnceCorrectedAndTakenBack() throws IOException {
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    put("spy/20131008_trade.zip", Archives.zip("spy.csv", OTHER_DAY));

    IngestReport first = ingest(IngestOptions.DEFAULT);
    Map<PartitionDigests.Key, PartitionDigests.Digest> digests = digests();
    List<String> rows = rows();
    long version = version();

    assertThat(first.count(FileOutcome.Status.TAKEN)).isEqualTo(2);
    assertThat(first.written()).isEqualTo(new IntakeCounts(4, 3, 0, 1, 1, 3, 0));
    assertThat(rows).hasSize(3);
    assertThat(digests).hasSize(2);
    assertThat(lake.read(LakeTable.QUARANTINE).collectAsList())
        .extracting(row -> row.<Object>getAs(Columns.REASON))
        .containsExactly("SUSPICIOUS");

    IngestReport again = ingest(IngestOptions.DEFAULT);
    assertThat(again.count(FileOutcome.Status.UNCHANGED)).isEqualTo(2);
    assertThat(again.written()).isEqualTo(IntakeCounts.NONE);
    assertThat(version()).isEqualTo(version);

    put("spy/20131007_trade.zip", Archives.zip("spy.csv", CORRECTED));
    IngestReport corrected = ingest(IngestOptions.DEFAULT);
    assertThat(corrected.count(FileOutcome.Status.CORRECTED)).isEqualTo(1);
    assertThat(rows()).hasSize(4).doesNotContain(rows.get(1));
    assertThat(digests()).hasSize(2).isNotEqualTo(digests);

    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    ingest(IngestOptions.DEFAULT);
    assertThat(rows()).isEqualTo(rows);
    assertThat(digests()).isEqualTo(digests);
    assertThat(lake.read(LakeTable.INGESTS).count()).isEqualTo(4);
  }

  @Test
  void damagedFilesAreRefusedLeaveTheTablesAsTheyWereAndOthersProceed() throws IOException {
    put("ibm/20131007_trade.zip", Archives.zip("ibm.csv", FIRST));
    ingest(IngestOptions.DEFAULT);
    long version = version();

    byte[] whole = Archives.zip("ibm.csv", FIRST.repeat(100));
    put("ibm/20131008_trade.zip", java.util.Arrays.copyOf(whole, whole.length - 30));
    put("ibm/20131009_trade.zip", "no zip at all".getBytes(UTF_8));
    put("ibm/20131010_trade.zip", Archives.zip());
    put("ibm/20131011_trade.zip", Archives.zip("ibm.csv", "1\n".repeat(1 << 20)));
    put("ibm/20131014_trade.zip", Archives.zip("a.zip", Archives.raw(whole)));
    put("ibm/20131015_trade.zip", Archives.zip("../ibm.csv", FIRST));
    put("ibm/20131016_trade.zip", Archives.zip("ibm.csv", FIRST + "34200002,what,1,P,0,0\n"));
    put("ibm/notes.txt", "a text".getBytes(UTF_8));
    IngestReport report = ingest(IngestOptions.DEFAULT);

    assertThat(report.refused())
        .extracting(FileOutcome::file, FileOutcome::refusal)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ibm/20131008_trade.zip", RefusalReason.DAMAGED),
            org.assertj.core.groups.Tuple.tuple("ibm/20131009_trade.zip", RefusalReason.DAMAGED),
            org.assertj.core.groups.Tuple.tuple("ibm/20131010_trade.zip", RefusalReason.EMPTY),
            org.assertj.core.groups.Tuple.tuple(
                "ibm/20131011_trade.zip", RefusalReason.UNSAFE_ARCHIVE),
            org.assertj.core.groups.Tuple.tuple(
                "ibm/20131014_trade.zip", RefusalReason.UNSAFE_ARCHIVE),
            org.assertj.core.groups.Tuple.tuple(
                "ibm/20131015_trade.zip", RefusalReason.UNSAFE_ARCHIVE),
            org.assertj.core.groups.Tuple.tuple(
                "ibm/20131016_trade.zip", RefusalReason.TOO_MANY_QUARANTINED),
            org.assertj.core.groups.Tuple.tuple("ibm/notes.txt", RefusalReason.WRONG_NAME));
    assertThat(report.hasRefusals()).isTrue();
    assertThat(report.refused()).allMatch(file -> !file.detail().isBlank());
    assertThat(report.count(FileOutcome.Status.UNCHANGED)).isEqualTo(1);
    assertThat(version()).isEqualTo(version);
    assertThat(lake.read(LakeTable.INGESTS).count()).isEqualTo(1);
    assertThat(LakeTables.exists(lake, LakeTable.QUARANTINE)).isFalse();
  }

  @Test
  void aRunThatDiesBetweenAnyTwoCommitsAndIsRepeatedLeavesWhatOneRunLeaves() throws IOException {
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    put("spy/20131008_trade.zip", Archives.zip("spy.csv", OTHER_DAY));
    ingest(IngestOptions.DEFAULT);
    List<String> rows = rows();
    Map<PartitionDigests.Key, PartitionDigests.Digest> digests = digests();
    Dataset<Row> quarantine = lake.read(LakeTable.QUARANTINE);

    Lake other = Lake.at(SharedSpark.session(), folder.resolve("other").toString());
    for (String step : List.of("data", "quarantine", "digests", "ingests")) {
      assertThatThrownBy(() -> Ingest.run(other, request(), ProgressSink.NONE, dieBefore(step)))
          .hasMessage(step);
    }
    Ingest.run(other, request(), ProgressSink.NONE);

    assertThat(rows(other)).isEqualTo(rows);
    assertThat(PartitionDigests.load(other, LakeTable.TRADES)).isEqualTo(digests);
    SharedSpark.assertSameRows(quarantine, other.read(LakeTable.QUARANTINE));
    assertThat(other.read(LakeTable.INGESTS).count()).isEqualTo(2);
  }

  @Test
  void aCorrectionThatDiesNeverLeavesTheDigestOfOtherRows() throws IOException {
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    ingest(IngestOptions.DEFAULT);
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", CORRECTED));

    assertThatThrownBy(() -> Ingest.run(lake, request(), ProgressSink.NONE, dieBefore("digests")))
        .hasMessage("digests");

    assertThat(digests()).isEmpty();
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    ingest(IngestOptions.DEFAULT.withReread());
    assertThat(rows()).hasSize(2);
    assertThat(digests()).hasSize(1);
  }

  @Test
  void theSameBytesUnderAnotherNameAreDuplicates() throws IOException {
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    ingest(IngestOptions.DEFAULT);
    put("copy/spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    put("ibm/20131007_trade.zip", Archives.zip("spy.csv", FIRST)); // another symbol: its own rows

    IngestReport report = ingest(IngestOptions.DEFAULT);

    assertThat(report.count(FileOutcome.Status.COPY)).isEqualTo(1);
    assertThat(report.count(FileOutcome.Status.TAKEN)).isEqualTo(1);
    assertThat(lake.read(LakeTable.TRADES).where(col(Columns.SYMBOL).equalTo("SPY")).count())
        .isEqualTo(2);
    assertThat(ingest(IngestOptions.DEFAULT).count(FileOutcome.Status.UNCHANGED)).isEqualTo(3);
  }

  @Test
  void filesOfOneVenueThatOverlapAreTakenOnce() throws IOException {
    SourceFormat format =
        GenericMapping.parse(
                """
                name: overlapping
                table: trades
                symbol: {constant: ETH/USD}
                time: {column: t, unit: S}
                columns: {price: p, seq: id}
                """)
            .format();
    put("a.csv", "id,t,p\n1,1700000000,5\n2,1700000001,6\n2,1700000001,6\n".getBytes(UTF_8));
    put("b.csv", "id,t,p\n2,1700000001,6\n3,1700000002,7\n".getBytes(UTF_8));

    IngestReport report = ingest(format, IngestOptions.DEFAULT);

    assertThat(report.written()).isEqualTo(new IntakeCounts(5, 3, 2, 0, 0, 3, 0));
    assertThat(lake.read(LakeTable.TRADES).orderBy(Columns.SEQ).collectAsList())
        .extracting(row -> row.<Object>getAs(Columns.SEQ) + " " + row.getAs(Columns.SOURCE_FILE))
        .containsExactly("1 a.csv", "2 a.csv", "3 b.csv");
    put("c.csv", "id,t,p\n3,1700000002,7\n".getBytes(UTF_8));
    assertThat(ingest(format, IngestOptions.DEFAULT).written())
        .isEqualTo(new IntakeCounts(1, 0, 1, 0, 0, 0, 0));
  }

  @Test
  void anotherFileOfTheSameNameIsNotTakenForACorrection() throws IOException {
    SourceFormat bitstamp = Profiles.byName("bitstamp");
    put("trades.csv", "timestamp,price,amount\n1385337600,800,1\n".getBytes(UTF_8));
    ingest(bitstamp, IngestOptions.DEFAULT);
    put("trades.csv", "timestamp,price,amount\n1388016000,700,1\n".getBytes(UTF_8));

    assertThat(ingest(bitstamp, IngestOptions.DEFAULT).refused())
        .extracting(FileOutcome::refusal)
        .containsExactly(RefusalReason.CLASH);
    assertThat(lake.read(LakeTable.TRADES).count()).isEqualTo(1);
    assertThat(
            ingest(bitstamp, IngestOptions.DEFAULT.withReplaceDisjoint())
                .count(FileOutcome.Status.CORRECTED))
        .isEqualTo(1);
    assertThat(lake.read(LakeTable.TRADES).count()).isEqualTo(1);
    assertThat(digests()).hasSize(1);
  }

  @Test
  void aSecondWriterIsTurnedAway() throws IOException {
    put("spy/20131007_trade.zip", Archives.zip("spy.csv", FIRST));
    try (LakeLock held = LakeLock.acquire(lake, Duration.ZERO)) {
      assertThatThrownBy(() -> ingest(IngestOptions.DEFAULT.withLockPatience(Duration.ZERO)))
          .isInstanceOf(LakeBusyException.class);
    }
  }

  @Test
  void symbolsMayHaveSlashesAndQuotes() throws IOException {
    SourceFormat odd = Profiles.byName("bitstamp", "B'T\\C/US=D %");
    put("trades.csv", "timestamp,price,amount\n1385337600,800,1\n".getBytes(UTF_8));
    ingest(odd, IngestOptions.DEFAULT);
    put("trades.csv", "timestamp,price,amount\n1385337600,801,1\n".getBytes(UTF_8));

    assertThat(ingest(odd, IngestOptions.DEFAULT).count(FileOutcome.Status.CORRECTED)).isEqualTo(1);
    assertThat(lake.read(LakeTable.TRADES).collectAsList())
        .extracting(row -> row.<Object>getAs(Columns.SYMBOL))
        .containsExactly("B'T\\C/US=D %");
  }

  private void put(String name, byte[] bytes) throws IOException {
    Path file = source.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private IngestRequest request() {
    return new IngestRequest(source.toString(), LEAN, IngestOptions.DEFAULT);
  }

  private IngestReport ingest(IngestOptions options) {
    return ingest(LEAN, options);
  }

  private IngestReport ingest(SourceFormat format, IngestOptions options) {
    return Ingest.run(
        lake, new IngestRequest(source.toString(), format, options), ProgressSink.NONE);
  }

  private static CommitHook dieBefore(String step) {
    return next -> {
      if (next.equals(step)) {
        throw new IllegalStateException(step);
      }
    };
  }

  private List<String> rows() {
    return rows(lake);
  }

  private static List<String> rows(Lake lake) {
    return lake
        .read(LakeTable.TRADES)
        .orderBy(Columns.SYMBOL, Columns.TS_EVENT, Columns.SEQ)
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private Map<PartitionDigests.Key, PartitionDigests.Digest> digests() {
    return PartitionDigests.load(lake, LakeTable.TRADES);
  }

  private long version() {
    return io.delta.tables.DeltaTable.forPath(lake.spark(), lake.path(LakeTable.TRADES))
        .history(1)
        .first()
        .<Long>getAs("version");
  }
}
