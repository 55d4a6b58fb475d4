package io.tapedeck.core.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BarBuilderProperties {
  private static final long SECOND = 1_000_000_000L;

  private record Tick(long nanos, long price) {}

  @Property
  void barsAreTheTicksOfEachInterval(
      @ForAll @Size(max = 80) List<@LongRange(min = 0, max = 100) Long> halfSeconds,
      @ForAll @IntRange(min = 1, max = 60) int lengthSeconds,
      @ForAll @IntRange(min = 100, max = 120) int sessionHalfSeconds) {
    long close = sessionHalfSeconds * (SECOND / 2);
    List<Tick> ticks = ticks(halfSeconds);
    BarRecorder recorder = new BarRecorder();
    BarBuilder builder = new BarBuilder(new BarLength(lengthSeconds * SECOND), recorder);
    builder.open(0, close);
    ticks.forEach(tick -> builder.add(tick.nanos(), tick.price(), 2));
    builder.finish();

    assertThat(recorder.bars).isEqualTo(grouped(ticks, lengthSeconds * SECOND, close));
  }

  private static List<Tick> ticks(List<Long> halfSeconds) {
    List<Long> sorted = halfSeconds.stream().sorted().toList();
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      ticks.add(new Tick(sorted.get(i) * (SECOND / 2), 100 + (i * 37) % 11));
    }
    return ticks;
  }

  private static List<BarRecorder.Bar> grouped(List<Tick> ticks, long length, long close) {
    SortedMap<Long, List<Tick>> intervals = new TreeMap<>();
    for (Tick tick : ticks) {
      long open = tick.nanos() / length * length;
      // a tick at a close that ends an interval belongs to that one
      long start = open == close ? open - length : open;
      intervals.computeIfAbsent(start, key -> new ArrayList<>()).add(tick);
    }
    return intervals.entrySet().stream()
        .map(
            entry ->
                bar(entry.getKey(), Math.min(entry.getKey() + length, close), entry.getValue()))
        .toList();
  }

  private static BarRecorder.Bar bar(long open, long close, List<Tick> ticks) {
    long[] prices = ticks.stream().mapToLong(Tick::price).toArray();
    long sum = 0;
    long high = Long.MIN_VALUE;
    long low = Long.MAX_VALUE;
    for (long price : prices) {
      sum += 2 * price;
      high = Math.max(high, price);
      low = Math.min(low, price);
    }
    return new BarRecorder.Bar(
        open,
        close,
        prices[0],
        high,
        low,
        prices[prices.length - 1],
        2L * prices.length,
        (double) sum / (2.0 * prices.length),
        prices.length);
  }
}
