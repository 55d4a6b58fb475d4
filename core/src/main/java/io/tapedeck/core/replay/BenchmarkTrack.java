package io.tapedeck.core.replay;

import io.tapedeck.core.ledger.Marks;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.Benchmark;
import java.util.Arrays;

/** The marks of one instrument at session closes, to compare a run with holding it. */
final class BenchmarkTrack {
  private static final int NONE = -1;

  private final Marks marks;
  private final int instrument;
  private long[] closes;
  private int sessions;
  private long first = Missing.VALUE;

  /**
   * A track without marks.
   *
   * @throws IllegalArgumentException if the symbol is not of the run
   */
  BenchmarkTrack(String symbol, Universe universe, Marks marks, int capacity) {
    this.marks = marks;
    instrument = symbol.isEmpty() ? NONE : universe.indexOf(symbol);
    closes = new long[capacity];
  }

  /** A venue event is over: the first mark is where the benchmark starts. */
  void onEvent() {
    if (instrument != NONE && Missing.is(first)) {
      first = marks.doubledTicks(instrument);
    }
  }

  void onClose() {
    if (instrument != NONE) {
      closes[sessions++] = marks.doubledTicks(instrument);
    }
  }

  /** The benchmark over the sessions after the warm-up; none if it was not marked throughout. */
  Benchmark benchmark(int warmUpSessions) {
    boolean isMarked = instrument != NONE && !Missing.is(first) && first > 0;
    for (int i = 0; i < sessions; i++) {
      isMarked &= closes[i] > 0;
    }
    if (!isMarked) {
      return Benchmark.NONE;
    }
    long start = warmUpSessions == 0 ? first : closes[warmUpSessions - 1];
    return Benchmark.ofCloses(start, Arrays.copyOfRange(closes, warmUpSessions, sessions));
  }
}
