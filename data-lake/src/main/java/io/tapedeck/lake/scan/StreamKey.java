package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What makes a stream: events whose {@code seq} are of one numbering.
 *
 * <p>Keys are ordered by table (trades, quotes, bars, signals), symbol, source and venue, as text;
 * a stream's place in that order is its number on the tape, so the order of events does not depend
 * on the files they lie in.
 *
 * @param table where its events lie
 * @param symbol instrument
 * @param source profile or mapping that read it
 * @param venue venue, price of bars, or maker of signals; empty for a consolidated tape
 */
record StreamKey(LakeTable table, String symbol, String source, String venue)
    implements Comparable<StreamKey>, Serializable {
  private static final Comparator<StreamKey> ORDER =
      Comparator.comparing(StreamKey::table)
          .thenComparing(StreamKey::symbol)
          .thenComparing(StreamKey::source)
          .thenComparing(StreamKey::venue);

  @Override
  public int compareTo(StreamKey other) {
    return ORDER.compare(this, other);
  }
}
