package io.tapedeck.jobs.job;

/**
 * A place a user can go to.
 *
 * @param source file name as the user gave it, or the option's text
 * @param line from 1; 0 where the source has no lines
 * @param column from 1; 0 where the source has no lines
 */
public record Mark(String source, int line, int column) {
  /** A place without lines: a command-line option. */
  public static Mark of(String source) {
    return new Mark(source, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
