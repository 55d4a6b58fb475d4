package io.tapedeck.lake.ingest;

/** The vendor's mark on a tick. */
final class LeanFlags {
  private LeanFlags() {}

  /** Whether the vendor distrusts the row: anything but a 0. */
  static boolean isSuspicious(Line line, int field) {
    return line.end(field) - line.start(field) != 1 || line.bytes[line.start(field)] != '0';
  }
}
