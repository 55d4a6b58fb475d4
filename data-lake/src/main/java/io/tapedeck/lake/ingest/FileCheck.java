package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * The first pass over a file: reads it whole and says what is in it, or why it is refused. Writes
 * nothing.
 *
 * @param knownDigests digests in force, by logical name and all others of the source
 * @param maxQuarantined largest share of rows that may be damaged, from 0 to 1
 */
record FileCheck(
    IntakePlan plan, SourceBytes bytes, Set<String> knownDigests, double maxQuarantined)
    implements Serializable {
  private static final int MAX_EXAMPLES = 3;
  private static final int BUFFER_BYTES = 1 << 16;

  /** Checks a file; never throws for what is wrong with the file itself. */
  FileVerdict check(SourceFile file) {
    LakeTable table = null;
    String digest = "";
    try {
      table = plan.format().shape(file).table();
      digest = digest(file);
      if (knownDigests.contains(knownKey(file, digest))) {
        return FileVerdict.known(file, table, digest);
      }
      return read(file, table, digest);
    } catch (RefusedFileException e) {
      return FileVerdict.refused(file, table, digest, e.reason(), e.getMessage());
    }
  }

  /** How a file that need not be read again is listed in {@code knownDigests}. */
  static String knownKey(SourceFile file, String digest) {
    return digest + " " + file.logicalName();
  }

  /** SHA-256 of the file as it lies, in hexadecimal. */
  String digest(SourceFile file) {
    MessageDigest sha = Ordinals.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = bytes.open(file)) {
      int read = in.read(buffer);
      while (read >= 0) {
        sha.update(buffer, 0, read);
        read = in.read(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.location(), e);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private FileVerdict read(SourceFile file, LakeTable table, String digest)
      throws RefusedFileException {
    RowTally tally = new RowTally(new RowShape(table, plan.format().name()));
    Examples examples = new Examples(file.rowWord());
    try (FileIntake intake = FileIntake.open(file, open(file), plan, tally, examples)) {
      IntakeCounts counts = intake.readAll();
      if (counts.read() == 0) {
        throw new RefusedFileException(RefusalReason.EMPTY, "the file has no rows");
      }
      if (counts.damagedShare() > maxQuarantined) {
        throw tooMany(counts, examples);
      }
      return new FileVerdict(
          file, table, digest, null, "", counts, tally.partitions(), tally.fineness());
    }
  }

  private InputStream open(SourceFile file) {
    try {
      return bytes.open(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.location(), e);
    }
  }

  private RefusedFileException tooMany(IntakeCounts counts, Examples examples) {
    long damaged = counts.quarantined() - counts.suspicious();
    return new RefusedFileException(
        RefusalReason.TOO_MANY_QUARANTINED,
        String.format(
            Locale.ROOT,
            "%d of %d rows cannot be taken (%.2f %%, allowed are %.2f %%): %s",
            damaged,
            counts.read(),
            100 * counts.damagedShare(),
            100 * maxQuarantined,
            examples));
  }

  /** Remembers the first damaged rows. */
  private static final class Examples implements QuarantineSink {
    private final StringBuilder text = new StringBuilder();
    private final String word;
    private int count;

    Examples(String word) {
      this.word = word;
    }

    @Override
    public void quarantined(Line line, RowVerdict verdict) {
      if (verdict.isDamage() && count++ < MAX_EXAMPLES) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(word)
            .append(' ')
            .append(line.number())
            .append(' ')
            .append(verdict)
            .append(' ')
            .append(Messages.shortened(line.text()));
      }
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
