package io.tapedeck.lake.ingest;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Guesses how long bars are from the times of some of them. */
final class BarGaps {
  private BarGaps() {}

  /** The smallest step between neighbours, if it is a length of bars; empty if nothing tells. */
  static Optional<BarLength> length(List<String> times) {
    long[] nanos = times.stream().mapToLong(BarGaps::nanos).filter(time -> time > 0).toArray();
    return LongStream.range(1, nanos.length)
        .map(i -> Math.abs(nanos[(int) i] - nanos[(int) i - 1]))
        .filter(gap -> gap > 0)
        .boxed()
        .min(Long::compare)
        .flatMap(BarGaps::length);
  }

  /** Units by magnitude: seconds of our days have 10 digits, nanoseconds 19. */
  static TimeUnit unit(String count) {
    int digits = count.replaceAll("\\..*", "").length();
    if (digits <= 11) {
      return TimeUnit.S;
    }
    return digits <= 14 ? TimeUnit.MS : digits <= 17 ? TimeUnit.US : TimeUnit.NS;
  }

  private static long nanos(String text) {
    TimeUnit unit = text.matches("\\d{9,}(\\.\\d+)?") ? unit(text) : TimeUnit.ISO;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new TimeReader(new TimeRule("time", unit, null, "UTC", false))
        .nanos(bytes, 0, bytes.length, 0);
  }

  private static Optional<BarLength> length(long nanos) {
    try {
      return Optional.of(new BarLength(nanos));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
