package io.tapedeck.jobs.sweep;

/** What a unit's replay measured of itself; what it measures decides nothing. */
final class UnitMeter {
  private long ticks;
  private int lanes;
  private long decodeNanos;

  /** A batch was read. */
  void read(int events, long nanos) {
    ticks += events;
    decodeNanos += nanos;
  }

  /** A group of lanes is about to be replayed. */
  void lanes(int group) {
    lanes += group;
  }

  /** Events handed to the engine; each group of lanes reads the tape anew. */
  long ticks() {
    return ticks;
  }

  /** Parameter sets replayed. */
  int lanes() {
    return lanes;
  }

  /** Time spent reading and decoding, nanoseconds. */
  long decodeNanos() {
    return decodeNanos;
  }
}
