package io.tapedeck.jobs.job;

import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.FixedDelay;
import io.tapedeck.core.execution.RecordedDelay;
import io.tapedeck.core.execution.VenueDelays;
import io.tapedeck.core.strategy.ParameterDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Delays that are more than a few settings. */
final class DelayKeys {
  private static final String OTHERS = "other";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private DelayKeys() {}

  /** The settings of these models, for people. */
  static List<ParameterDescription> describe(Class<?> model) {
    ParameterDescription file =
        new ParameterDescription(
            "recorded", "a file", "", "", "", "lines of time,delay in order of time");
    ParameterDescription between =
        new ParameterDescription(
            "between", "step, linear", "", "", "step", "what holds between two recordings");
    ParameterDescription venue =
        new ParameterDescription("VENUE", "one of these", "", "", "", "the delay of this venue");
    ParameterDescription other =
        new ParameterDescription(
            OTHERS, "one of these", "", "", "0", "the delay of all other venues");
    return model == RecordedDelay.class ? List.of(file, between) : List.of(venue, other);
  }

  /** {@code {XNAS: 1ms, XNYS: {uniform: {...}}, other: 5ms}}; {@code other} is none if left out. */
  static VenueDelays perVenue(Fields venues) {
    SortedMap<String, Delay> byVenue = new TreeMap<>();
    Delay otherwise = new FixedDelay(0);
    for (String venue : venues.names()) {
      Delay delay = delay(venues.node(venue).orElseThrow(), venues.path(venue));
      if (venue.equals(OTHERS)) {
        otherwise = delay;
      } else {
        byVenue.put(venue, delay);
      }
    }
    try {
      return new VenueDelays(byVenue, otherwise);
    } catch (IllegalArgumentException refused) {
      throw UsageException.at(venues.mark(), venues.path() + ": " + refused.getMessage());
    }
  }

  private static Delay delay(Node node, String path) {
    return (Delay) ModelFamily.of(Delay.class).bind(node, path);
  }

  /**
   * {@code {recorded: delays.csv, between: linear}}: a file of lines {@code time,delay}, the time
   * in nanoseconds since the epoch or as ISO 8601, the delay as a duration or in nanoseconds. A
   * first line of words is a header.
   */
  static RecordedDelay recorded(Fields group, String name) {
    String file = group.text(name).orElseThrow();
    RecordedDelay.Between between =
        group.choice("between", RecordedDelay.Between.class).orElse(RecordedDelay.Between.STEP);
    List<String> lines = lines(group, name, file);
    int header = !lines.isEmpty() && lines.get(0).matches("[A-Za-z_]+,[A-Za-z_]+") ? 1 : 0;
    long[] times = new long[lines.size() - header];
    long[] delays = new long[times.length];
    for (int i = 0; i < times.length; i++) {
      String line = lines.get(i + header);
      try {
        String[] cells = line.split(",", -1);
        times[i] = time(cells[0].strip());
        delays[i] = delay(cells[1].strip());
      } catch (RuntimeException malformed) {
        throw group.refusal(
            name,
            "line " + (i + header + 1) + " of " + file + " must be time,delay: was '" + line + "'");
      }
    }
    try {
      return new RecordedDelay(times, delays, between);
    } catch (IllegalArgumentException refused) {
      throw group.refusal(name, file + ": " + refused.getMessage());
    }
  }

  private static List<String> lines(Fields group, String name, String file) {
    try {
      return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw group.refusal(name, "cannot be read: " + unreadable);
    }
  }

  private static long time(String text) {
    if (text.matches("-?\\d+")) {
      return Long.parseLong(text);
    }
    Instant instant = Instant.parse(text);
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  private static long delay(String text) {
    return text.matches("\\d+") ? Long.parseLong(text) : Durations.nanos(text);
  }
}
