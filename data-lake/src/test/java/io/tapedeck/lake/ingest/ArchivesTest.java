package io.tapedeck.lake.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
  private static final String ROWS = "34200000,1674100,100,P,20002000,0\n".repeat(1_000);
  private static final SourceFormat FORMAT = Profiles.byName("lean-equity");

  @Test
  void aZipWithOneCsvIsRead() throws RefusedFileException {
    assertThat(zip(Archives.zip("ibm.csv", ROWS)).counts().kept()).isEqualTo(1_000);
    assertThat(zip(Archives.zip("folder/", "", "folder/IBM.CSV", ROWS)).counts().kept())
        .isEqualTo(1_000);
  }

  @Test
  void aGzipFileIsReadAlsoInSeveralMembers() throws RefusedFileException {
    assertThat(gzip(Archives.gzip(ROWS)).counts().kept()).isEqualTo(1_000);
    assertThat(gzip(Archives.joined(Archives.gzip(ROWS), Archives.gzip(ROWS))).counts().kept())
        .isEqualTo(2_000);
  }

  @Test
  void aZipCutOffAnywhereIsRefused() {
    byte[] whole = Archives.zip("ibm.csv", ROWS);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      refused(() -> zip(cut), RefusalReason.DAMAGED);
    }
  }

  @Test
  void aGzipFileCutOffAnywhereIsRefused() {
    byte[] whole = Archives.gzip(ROWS);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      refused(() -> gzip(cut), RefusalReason.DAMAGED);
    }
  }

  @Test
  void aDamagedByteIsFoundByTheChecksum() {
    byte[] gzip = Archives.gzip(ROWS);
    gzip[gzip.length - 6] ^= 1; // the checksum itself
    refused(() -> gzip(gzip), RefusalReason.DAMAGED);
    byte[] trailing = Archives.joined(Archives.gzip(ROWS), new byte[] {1, 2, 3});
    refused(() -> gzip(trailing), RefusalReason.DAMAGED);
  }

  @Test
  void textInPlaceOfAZipIsRefused() {
    refused(() -> zip("this is no zip\n".repeat(50).getBytes(UTF_8)), RefusalReason.DAMAGED);
    refused(() -> zip(new byte[0]), RefusalReason.DAMAGED);
  }

  @Test
  void aZipWithoutFilesIsRefused() {
    refused(() -> zip(Archives.zip()), RefusalReason.EMPTY);
    refused(() -> zip(Archives.zip("folder/", "")), RefusalReason.EMPTY);
  }

  @Test
  void aZipWithSeveralFilesOrAnotherKindIsRefused() {
    refused(() -> zip(Archives.zip("a.csv", ROWS, "b.csv", ROWS)), RefusalReason.UNSAFE_ARCHIVE);
    refused(() -> zip(Archives.zip("a.txt", ROWS)), RefusalReason.UNSAFE_ARCHIVE);
  }

  @Test
  void aNestedArchiveIsRefusedWhateverItsName() {
    String inner = Archives.raw(Archives.zip("ibm.csv", ROWS));
    refused(() -> zip(Archives.zip("ibm.zip", inner)), RefusalReason.UNSAFE_ARCHIVE);
    refused(() -> zip(Archives.zip("ibm.csv", inner)), RefusalReason.UNSAFE_ARCHIVE);
    String gzip = Archives.raw(Archives.gzip(ROWS));
    refused(() -> zip(Archives.zip("ibm.csv", gzip)), RefusalReason.UNSAFE_ARCHIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../ibm.csv",
        "a/../../ibm.csv",
        "/etc/ibm.csv",
        "C:\\ibm.csv",
        "..\\ibm.csv",
        "a/.."
      })
  void anEntryThatLeavesItsFolderIsRefused(String name) {
    refused(() -> zip(Archives.zip(name, ROWS)), RefusalReason.UNSAFE_ARCHIVE);
  }

  @Test
  void aZipBombIsRefusedLongBeforeItsEnd() {
    byte[] bomb = Archives.zip("ibm.csv", "0".repeat(20 << 20)); // compresses about 1,000 times
    refused(() -> zip(bomb), RefusalReason.UNSAFE_ARCHIVE).hasMessageContaining("zip bomb");
    byte[] lines = Archives.zip("ibm.csv", "1\n".repeat(10 << 20));
    refused(() -> zip(lines), RefusalReason.UNSAFE_ARCHIVE);
    refused(() -> gzip(Archives.gzip("1\n".repeat(10 << 20))), RefusalReason.UNSAFE_ARCHIVE);
  }

  @Test
  void anExpansionBeyondTheLimitIsRefused() {
    ArchiveLimits limits = new ArchiveLimits(10_000, 100);
    byte[] zip = Archives.zip("ibm.csv", ROWS); // 34,000 bytes
    refused(
            () -> Intakes.read(FORMAT, "ibm/20131007_trade.zip", zip, limits),
            RefusalReason.UNSAFE_ARCHIVE)
        .hasMessageContaining("10000");
  }

  @Test
  void aFileWithoutLineEndsIsNoCsv() {
    byte[] binary = new byte[3 << 20];
    Arrays.fill(binary, (byte) 7);
    refused(() -> Intakes.read(FORMAT, "ibm/20131007_trade.csv", binary), RefusalReason.DAMAGED);
  }

  private static Intakes.Result zip(byte[] bytes) throws RefusedFileException {
    return Intakes.read(FORMAT, "ibm/20131007_trade.zip", bytes);
  }

  private static Intakes.Result gzip(byte[] bytes) throws RefusedFileException {
    return Intakes.read(FORMAT, "ibm/20131007_trade.csv.gz", bytes);
  }

  private static AbstractThrowableAssert<?, ?> refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable action, RefusalReason reason) {
    return assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            RefusedFileException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
