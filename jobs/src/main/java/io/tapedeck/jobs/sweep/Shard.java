package io.tapedeck.jobs.sweep;

import io.tapedeck.core.contract.Require;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of a plan's chunks: every {@code of}-th.
 *
 * @param number from 1 to {@code of}
 * @param of number of shares; positive
 */
public record Shard(int number, int of) {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

  public Shard {
    Require.that(
        number >= 1 && number <= of,
        "a shard is i/n with i from 1 to n, as 2/8; was %d/%d",
        number,
        of);
  }

  /** The shard of {@code i/n}. @throws IllegalArgumentException if it is none */
  public static Shard parse(String text) {
    Matcher matcher = FORM.matcher(text);
    Require.that(matcher.matches(), "a shard is i/n with i from 1 to n, as 2/8; was '%s'", text);
    return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** Whether a chunk is in it; the shares of one {@code of} have every chunk once. */
  boolean holds(int chunk) {
    return chunk % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
