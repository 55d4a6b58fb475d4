package io.tapedeck.core.bar;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a time bar is.
 *
 * @param nanos whole seconds from one second to one day, in nanoseconds
 */
public record BarLength(long nanos) implements Serializable {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

  public BarLength {
    Require.that(
        nanos >= SECOND && nanos <= DAY && nanos % SECOND == 0,
        "a bar must last whole seconds from 1s to 1d, was %d ns",
        nanos);
  }

  /**
   * A length as people write it: 1s, 5m, 1h, 1d.
   *
   * @throws IllegalArgumentException if it is anything else, or longer than a day
   */
  public static BarLength parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    Require.that(matcher.matches(), "a bar length must look like 1s, 5m, 1h or 1d, was %s", text);
    return new BarLength(Long.parseLong(matcher.group(1)) * unit(matcher.group(2)));
  }

  private static long unit(String letter) {
    return switch (letter) {
      case "s" -> SECOND;
      case "m" -> MINUTE;
      case "h" -> HOUR;
      default -> DAY;
    };
  }

  /** The length in the largest unit that divides it: 60s and 1m are both 1m. */
  @Override
  public String toString() {
    if (nanos % DAY == 0) {
      return nanos / DAY + "d";
    }
    if (nanos % HOUR == 0) {
      return nanos / HOUR + "h";
    }
    return nanos % MINUTE == 0 ? nanos / MINUTE + "m" : nanos / SECOND + "s";
  }
}
