package io.tapedeck.core.execution;

import static io.tapedeck.core.chance.Purpose.ENTRY_LATENCY;
import static io.tapedeck.core.chance.Purpose.FEED_LATENCY;
import static io.tapedeck.core.chance.Purpose.RESPONSE_LATENCY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.Allocation;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.execution.RecordedDelay.Between;
import io.tapedeck.core.fixture.Instruments;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DelayTest {
  private static final int MANY = 100_000;
  private static final long MILLI = 1_000_000;
  private static final List<Delay> LUCKY =
      List.of(
          new UniformDelay(0, 1_000_000),
          new ShiftedExponentialDelay(5, 1_000_000),
          new LogNormalDelay(1_000_000, 1, Delay.LONGEST_NANOS));

  private static DelayModel model(Delay delay) {
    return model(delay, "XYZ", 1, ENTRY_LATENCY);
  }

  private static DelayModel model(Delay delay, String symbol, long seed, Purpose purpose) {
    return delay.in("XNAS", Instruments.share(symbol), seed, purpose);
  }

  private static LongStream sample(DelayModel model) {
    return LongStream.range(0, MANY).map(number -> model.nanos(0, number));
  }

  private static double shareAbove(Delay delay, double nanos) {
    return sample(model(delay)).filter(each -> each > nanos).count() / (double) MANY;
  }

  private static RecordedDelay recorded(Between between) {
    return new RecordedDelay(new long[] {100, 200, 210}, new long[] {10, 50, 20}, between);
  }

  @Test
  void aFixedDelayIsTheSameAlways() {
    DelayModel model = model(new FixedDelay(5 * MILLI));

    assertThat(model.nanos(0, 0)).isEqualTo(5 * MILLI);
    assertThat(model.nanos(Long.MAX_VALUE, 77)).isEqualTo(5 * MILLI);
  }

  @Test
  void aUniformDelayReachesBothEndsAndNothingBeyond() {
    assertThat(sample(model(new UniformDelay(3, 6))).distinct().sorted())
        .containsExactly(3L, 4L, 5L, 6L);
    // (1 + 3) ms / 2, ± 4 × 2 ms / √12 / √100 000
    assertThat(sample(model(new UniformDelay(MILLI, 3 * MILLI))).average().orElseThrow())
        .isCloseTo(2e6, within(7_300.0));
  }

  @Test
  void anExponentialDelayHasItsShortestPathAndItsMean() {
    ShiftedExponentialDelay delay = new ShiftedExponentialDelay(2 * MILLI, 3 * MILLI);

    assertThat(sample(model(delay)).min().orElseThrow()).isBetween(2 * MILLI, 2 * MILLI + 100);
    assertThat(sample(model(delay)).average().orElseThrow()).isCloseTo(3e6, within(12_700.0));
    assertThat(shareAbove(delay, 3e6)).isCloseTo(0.3679, within(0.0062)); // 1 / e wait longer
    assertThat(shareAbove(delay, 5e6)).isCloseTo(0.0498, within(0.0028)); // 1 / e³
  }

  @Test
  void aLogNormalDelayHasItsMedianItsTailAndItsCap() {
    LogNormalDelay delay = new LogNormalDelay(MILLI, 0.5, 20 * MILLI);

    assertThat(shareAbove(delay, 1e6)).isCloseTo(0.5, within(0.0064));
    assertThat(shareAbove(delay, 1_648_721)).isCloseTo(0.1587, within(0.0047)); // e^0.5 ms: 1 σ
    assertThat(shareAbove(delay, 2_718_282)).isCloseTo(0.0228, within(0.0019)); // e ms: 2 σ
    assertThat(sample(model(new LogNormalDelay(MILLI, 3, 2 * MILLI))).max()).hasValue(2 * MILLI);
    assertThat(sample(model(new LogNormalDelay(MILLI, 0, MILLI))).distinct())
        .containsExactly(MILLI);
  }

  @Test
  void betweenRecordingsTheEarlierOneHolds() {
    DelayModel step = model(recorded(Between.STEP));

    assertThat(LongStream.of(-5, 99, 100, 199, 200, 209, 210, 999).map(at -> step.nanos(at, 0)))
        .containsExactly(10L, 10L, 10L, 10L, 50L, 50L, 20L, 20L);
  }

  @Test
  void orTheLineFromOneToTheOther() {
    DelayModel line = model(recorded(Between.LINEAR));

    // from 100 to 200 it rises by 40 in 100: 0.4 each; from 200 to 210 it falls by 3 each
    assertThat(LongStream.of(-5, 100, 125, 150, 199, 200, 203, 999).map(at -> line.nanos(at, 0)))
        .containsExactly(10L, 10L, 20L, 30L, 50L, 50L, 41L, 20L); // 10 + 99 × 0.4 = 49.6
  }

  @Test
  void theLineIsExactOverYears() {
    long year = 31_536_000_000_000_000L;
    RecordedDelay two =
        new RecordedDelay(new long[] {0, 4 * year}, new long[] {0, 4 * year - 4}, Between.LINEAR);

    // 3/4 of the way: 3 years - 3, a product of more than 2^100
    assertThat(model(two).nanos(3 * year, 0)).isEqualTo(3 * year - 3);
  }

  @Test
  void ofRecordingsAtOneInstantTheLastCounts() {
    RecordedDelay twice =
        new RecordedDelay(new long[] {100, 100, 200}, new long[] {10, 30, 40}, Between.LINEAR);

    assertThat(model(twice).nanos(99, 0)).isEqualTo(10);
    assertThat(model(twice).nanos(100, 0)).isEqualTo(30);
    assertThat(model(twice).nanos(150, 0)).isEqualTo(35);
  }

  @Test
  void recordingsAreAValue() {
    long[] at = {1, 2};
    long[] delays = {3, 4};
    RecordedDelay recorded = new RecordedDelay(at, delays, Between.STEP);
    at[0] = 2;
    delays[0] = 9;
    recorded.atNanos()[0] = 2;
    recorded.delayNanos()[0] = 9;

    assertThat(model(recorded).nanos(1, 0)).isEqualTo(3);
    assertThat(recorded)
        .isEqualTo(new RecordedDelay(new long[] {1, 2}, new long[] {3, 4}, Between.STEP))
        .hasSameHashCodeAs(new RecordedDelay(new long[] {1, 2}, new long[] {3, 4}, Between.STEP))
        .isNotEqualTo(new RecordedDelay(new long[] {1, 2}, new long[] {3, 5}, Between.STEP))
        .isNotEqualTo(new RecordedDelay(new long[] {0, 2}, new long[] {3, 4}, Between.STEP))
        .isNotEqualTo(new RecordedDelay(new long[] {1, 2}, new long[] {3, 4}, Between.LINEAR));
  }

  @Test
  void eachVenueHasItsOwnDelay() {
    TreeMap<String, Delay> map = new TreeMap<>(Collections.reverseOrder());
    map.put("XNAS", new FixedDelay(10));
    map.put("XLON", new FixedDelay(35 * MILLI));
    VenueDelays delays = new VenueDelays(map, new FixedDelay(7));
    map.put("XNAS", new FixedDelay(11));

    assertThat(nanosAt(delays, "XNAS")).isEqualTo(10);
    assertThat(nanosAt(delays, "XLON")).isEqualTo(35 * MILLI);
    assertThat(nanosAt(delays, "XTKS")).isEqualTo(7);
    assertThat(nanosAt(delays, null)).isEqualTo(7);
    assertThat(delays.byVenue().keySet()).containsExactly("XLON", "XNAS");
  }

  private static long nanosAt(Delay delay, String venue) {
    return delay.in(venue, Instruments.share("XYZ"), 1, FEED_LATENCY).nanos(0, 0);
  }

  @Test
  void whoAsksInWhichOrderChangesNothing() {
    for (Delay delay : LUCKY) {
      DelayModel one = model(delay);
      DelayModel again = model(delay);
      for (int number = MANY; number-- > 0; ) {
        again.nanos(5, number);
      }
      assertThat(again.nanos(0, 7)).isEqualTo(one.nanos(0, 7)).isEqualTo(one.nanos(9, 7));
    }
  }

  @Test
  void instrumentsWaysAndSeedsAreNotLuckyTogether() {
    for (Delay delay : LUCKY) {
      DelayModel base = model(delay);
      assertThat(equalDelays(base, model(delay))).isEqualTo(1_000);
      assertThat(equalDelays(base, model(delay, "XYY", 1, ENTRY_LATENCY))).isLessThan(5);
      assertThat(equalDelays(base, model(delay, "XYZ", 2, ENTRY_LATENCY))).isLessThan(5);
      assertThat(equalDelays(base, model(delay, "XYZ", 1, RESPONSE_LATENCY))).isLessThan(5);
    }
  }

  private static long equalDelays(DelayModel one, DelayModel other) {
    return IntStream.range(0, 1_000).filter(n -> one.nanos(0, n) == other.nanos(0, n)).count();
  }

  @Test
  void delaysTravelAsTheyAre() throws IOException, ClassNotFoundException {
    TreeMap<String, Delay> venues = new TreeMap<>();
    venues.put("XNAS", recorded(Between.LINEAR));
    LatencySpec spec =
        new LatencySpec(
            new VenueDelays(venues, new UniformDelay(1, 2)),
            new LogNormalDelay(5, 0.25, 50),
            new ShiftedExponentialDelay(1, 2));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(spec);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(spec);
    }
  }

  @Test
  void anOrderMeetsTheStandingBookWhereItMayBeUnderWay() {
    FixedDelay none = new FixedDelay(0);

    assertThat(LatencySpec.NONE.arrivalRule()).isEqualTo("NEXT_EVENT");
    assertThat(LatencySpec.constant(5, 0, 5).arrivalRule()).isEqualTo("NEXT_EVENT");
    assertThat(LatencySpec.constant(0, 1, 0).arrivalRule()).isEqualTo("STANDING");
    assertThat(new LatencySpec(none, new UniformDelay(0, 0), none).arrivalRule())
        .isEqualTo("NEXT_EVENT");
    assertThat(new LatencySpec(none, new UniformDelay(0, 1), none).arrivalRule())
        .isEqualTo("STANDING");
  }

  @Test
  void noLatencyIsZeroOnEveryWay() {
    TreeMap<String, Delay> near = new TreeMap<>();
    near.put("XNAS", new FixedDelay(0));
    FixedDelay none = new FixedDelay(0);

    assertThat(LatencySpec.NONE.isNone()).isTrue();
    assertThat(LatencySpec.constant(0, 0, 0)).isEqualTo(LatencySpec.NONE);
    assertThat(LatencySpec.constant(1, 0, 0).isNone()).isFalse();
    assertThat(LatencySpec.constant(0, 0, 1).isNone()).isFalse();
    assertThat(new VenueDelays(near, none).isNone()).isTrue();
    assertThat(new VenueDelays(near, new FixedDelay(1)).isNone()).isFalse();
    assertThat(new ShiftedExponentialDelay(0, 0).isNone()).isTrue();
    assertThat(new ShiftedExponentialDelay(0, 1).isNone()).isFalse();
    assertThat(new LogNormalDelay(1, 0, 1).isNone()).isFalse();
    assertThat(recorded(Between.STEP).isNone()).isFalse();
    assertThat(new RecordedDelay(new long[] {1}, new long[] {0}, Between.STEP).isNone()).isTrue();
  }

  @Test
  void onlyAFixedDelayIsAConstant() {
    assertThat(new FixedDelay(7).constantNanos()).isEqualTo(7);
    assertThatThrownBy(() -> new UniformDelay(1, 2).constantNanos())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a constant delay is needed here, was UniformDelay[minNanos=1, maxNanos=2]");
  }

  @Test
  void delaysOutsideTheirRangesAreRefused() {
    FixedDelay none = new FixedDelay(0);
    long[] one = {1};

    refused(() -> LatencySpec.constant(0, -1, 0), "delay must not be negative, was -1 ns");
    refused(() -> new LatencySpec(none, null, none), "must be given");
    refused(() -> new UniformDelay(-1, 5), "was from -1 to 5 ns");
    refused(() -> new UniformDelay(5, 4), "was from 5 to 4 ns");
    refused(() -> new UniformDelay(0, Delay.LONGEST_NANOS + 1), "a day at most");
    refused(() -> new ShiftedExponentialDelay(5, 4), "was 4 ns with a shortest of 5 ns");
    refused(() -> new LogNormalDelay(0, 1, 5), "median delay must be positive, was 0 ns");
    refused(() -> new LogNormalDelay(5, Double.NaN, 5), "from 0 to 10, was NaN");
    refused(() -> new LogNormalDelay(5, 1, 4), "was 4 ns");
    refused(() -> new RecordedDelay(new long[0], new long[0], Between.STEP), "at least one");
    refused(() -> new RecordedDelay(one, new long[] {-1}, Between.STEP), "was -1 ns at 1");
    refused(() -> new RecordedDelay(one, one, null), "must be given");
    refused(
        () -> new RecordedDelay(new long[] {2, 1}, new long[] {1, 1}, Between.STEP),
        "in order of time, was 1 after 2");
    refused(
        () ->
            new RecordedDelay(
                new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, new long[] {1, 1}, Between.LINEAR),
        "within 292 years");
    refused(
        () -> new VenueDelays(new TreeMap<>(), new VenueDelays(new TreeMap<>(), none)),
        "must not depend on venues again");
  }

  private static void refused(Runnable construction, String message) {
    assertThatThrownBy(construction::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void delayingAllocatesNothing() {
    TreeMap<String, Delay> venues = new TreeMap<>();
    venues.put("XNAS", recorded(Between.LINEAR));
    DelayModel[] models =
        Stream.concat(
                LUCKY.stream(),
                Stream.of(
                    new FixedDelay(3),
                    recorded(Between.STEP),
                    new VenueDelays(venues, new FixedDelay(1))))
            .map(DelayTest::model)
            .toArray(DelayModel[]::new);
    long[] sum = new long[1];
    Runnable asking =
        () -> {
          for (long number = 0; number < MANY; number++) {
            for (DelayModel model : models) {
              sum[0] += model.nanos(number, number);
            }
          }
        };
    asking.run();

    assertThat(Allocation.bytes(asking)).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(sum[0]).isPositive();
  }
}
