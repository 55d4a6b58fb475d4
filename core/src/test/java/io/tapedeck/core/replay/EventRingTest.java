package io.tapedeck.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventRingTest {
  private record Event(long nanos, long stream, long seq, long value) {}

  @Test
  void anEmptyRingIsNeverDue() {
    assertThat(new EventRing(1).headNanos()).isEqualTo(EventRing.NEVER);
  }

  @Property
  void eventsLeaveByTimeThenStreamThenSequenceThenArrival(
      @ForAll @Size(max = 200) List<@IntRange(max = 999) Integer> codes) {
    EventRing ring = new EventRing(1);
    List<Event> waiting = new ArrayList<>();
    long value = 0;
    for (int code : codes) {
      if (code % 3 == 0 && !waiting.isEmpty()) {
        leavesFirst(ring, waiting);
      } else {
        Event event = new Event(code / 100, code / 10 % 3, code % 10 % 2, value++);
        ring.set(ring.add(event.nanos(), event.stream(), event.seq()), 0, event.value());
        waiting.add(event);
      }
    }
    while (!waiting.isEmpty()) {
      leavesFirst(ring, waiting);
    }
    assertThat(ring.headNanos()).isEqualTo(EventRing.NEVER);
  }

  private static void leavesFirst(EventRing ring, List<Event> waiting) {
    waiting.sort(
        Comparator.comparingLong(Event::nanos)
            .thenComparingLong(Event::stream)
            .thenComparingLong(Event::seq)
            .thenComparingLong(Event::value));
    Event first = waiting.remove(0);
    assertThat(ring.headNanos()).isEqualTo(first.nanos());
    assertThat(ring.first(0)).isEqualTo(first.value());
    ring.removeFirst();
  }
}
