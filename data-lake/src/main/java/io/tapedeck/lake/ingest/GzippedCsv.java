package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** The bytes of a gzip file; refused when cut off, damaged, exploding or followed by anything. */
final class GzippedCsv implements CsvStream {
  private static final int TRAILER_BYTES = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  private final RawStream raw;
  private final ArchiveLimits limits;
  private final Members members;
  private long expanded;

  GzippedCsv(RawStream raw, ArchiveLimits limits) throws RefusedFileException {
    this.raw = raw;
    this.limits = limits;
    try {
      members = new Members(raw);
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws RefusedFileException {
    try {
      int read = members.read(buffer, from, length);
      if (read < 0) {
        if (members.hasMore()) {
          throw damaged("bytes follow its end");
        }
        return -1;
      }
      expanded += read;
      limits.check(expanded, raw.count());
      return read;
    } catch (IOException e) {
      throw damaged(e.getMessage());
    }
  }

  private static RefusedFileException damaged(String cause) {
    return new RefusedFileException(
        RefusalReason.DAMAGED, "not a whole gzip file (" + cause + "); fetch it again");
  }

  @Override
  public void close() throws IOException {
    members.close();
  }

  /** Reads all members, and tells whether bytes follow that are none. */
  private static final class Members extends GZIPInputStream {
    Members(RawStream raw) throws IOException {
      super(raw, BUFFER_BYTES);
    }

    boolean hasMore() throws IOException {
      return inf.getRemaining() > TRAILER_BYTES || in.read() >= 0;
    }
  }
}
