package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The one CSV file of a zip, streamed.
 *
 * <p>Refused: no entry or several, an entry that is an archive itself or whose name leaves its
 * folder, one that expands beyond the limits, and a zip that does not end in a directory that
 * agrees, which is how a cut-off one is told.
 */
final class ZippedCsv implements CsvStream {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final long ZIP64 = 0xffffffffL;

  private final RawStream raw;
  private final ZipInputStream zip;
  private final ArchiveLimits limits;
  private long expanded;
  private boolean ended;

  ZippedCsv(RawStream raw, ArchiveLimits limits) throws RefusedFileException {
    this.raw = raw;
    this.limits = limits;
    zip = new ZipInputStream(raw);
    ZipEntry entry = nextFile();
    if (entry == null) {
      raw.drain();
      checkDirectory();
      throw new RefusedFileException(RefusalReason.EMPTY, "the zip holds no file");
    }
    if (!entry.getName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE,
          "the zip holds " + entry.getName() + "; it must hold exactly one .csv file");
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws RefusedFileException {
    if (ended) {
      return -1;
    }
    int read = inflate(buffer, from, length);
    if (read < 0) {
      ended = true;
      finish();
      return -1;
    }
    if (expanded == 0) {
      refuseNested(buffer, from, read);
    }
    expanded += read;
    limits.check(expanded, raw.count());
    return read;
  }

  private int inflate(byte[] buffer, int from, int length) throws RefusedFileException {
    try {
      return zip.read(buffer, from, length);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private void finish() throws RefusedFileException {
    ZipEntry second = nextFile();
    if (second != null) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE,
          "the zip holds a second file, " + second.getName() + "; it must hold exactly one .csv");
    }
    raw.drain();
    checkDirectory();
  }

  /** The next entry that is not a folder. */
  private ZipEntry nextFile() throws RefusedFileException {
    try {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        refuseEscape(entry.getName());
        if (!entry.isDirectory()) {
          return entry;
        }
        entry = zip.getNextEntry();
      }
      return null;
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static void refuseEscape(String name) throws RefusedFileException {
    String path = name.replace('\\', '/');
    boolean escapes =
        path.startsWith("/")
            || path.matches("[A-Za-z]:.*")
            || ("/" + path + "/").contains("/../")
            || path.indexOf('\0') >= 0;
    if (escapes) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE, "the zip's entry " + name + " leaves its folder");
    }
  }

  private static void refuseNested(byte[] buffer, int from, int length)
      throws RefusedFileException {
    boolean zip = length >= 2 && buffer[from] == 'P' && buffer[from + 1] == 'K';
    boolean gzip = length >= 2 && buffer[from] == 0x1f && (buffer[from + 1] & 0xff) == 0x8b;
    if (zip || gzip) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE, "the zip holds another archive; unpack it first");
    }
  }

  /** The end record must lie at the very end, count one file, and follow its directory. */
  private void checkDirectory() throws RefusedFileException {
    byte[] tail = raw.tail();
    ByteBuffer bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = tail.length - END_BYTES; at >= 0; at--) {
      boolean endsHere =
          bytes.getInt(at) == END_SIGNATURE
              && at + END_BYTES + (bytes.getShort(at + 20) & 0xffff) == tail.length;
      if (endsHere) {
        checkEnd(bytes, at, raw.count() - tail.length + at);
        return;
      }
    }
    throw new RefusedFileException(
        RefusalReason.DAMAGED, "not a whole zip: its directory is missing; fetch it again");
  }

  private static void checkEnd(ByteBuffer bytes, int at, long position)
      throws RefusedFileException {
    long size = bytes.getInt(at + 12) & ZIP64;
    long offset = bytes.getInt(at + 16) & ZIP64;
    boolean large = size == ZIP64 || offset == ZIP64;
    if (!large && offset + size != position) {
      throw new RefusedFileException(
          RefusalReason.DAMAGED,
          "not a whole zip: its directory should end at byte "
              + (offset + size)
              + " and ends at "
              + position
              + "; fetch it again");
    }
  }

  private static RefusedFileException damaged(Exception cause) {
    return new RefusedFileException(
        RefusalReason.DAMAGED, "not a whole zip (" + cause.getMessage() + "); fetch it again");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
