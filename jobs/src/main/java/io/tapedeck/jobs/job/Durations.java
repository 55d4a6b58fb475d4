package io.tapedeck.jobs.job;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|µs|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private Durations() {}

  /** The shortest text of a whole number of units: 5ms, 2h, 0. */
  public static String text(long nanos) {
    return NANOS.entrySet().stream()
        .filter(unit -> !unit.getKey().equals("µs") && nanos != 0 && nanos % unit.getValue() == 0)
        .max(Map.Entry.comparingByValue())
        .map(unit -> nanos / unit.getValue() + unit.getKey())
        .orElse("0");
  }

  /**
   * Nanoseconds of a text such as 5ms; null if it has no unit or is no duration.
   *
   * @throws ArithmeticException if it is no whole number of nanoseconds or does not fit in 64 bits
   */
  public static Long nanos(String text) {
    if (text.equals("0")) {
      return 0L;
    }
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new BigDecimal(form.group(1))
            .multiply(BigDecimal.valueOf(NANOS.get(form.group(2))))
            .longValueExact()
        : null;
  }
}
