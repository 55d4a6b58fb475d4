package io.tapedeck.core.contract;

import java.util.Locale;

/** Argument checks for constructors and factories. */
public final class Require {
  private Require() {}

  /**
   * Refuses a broken promise of the caller.
   *
   * @param condition what must hold
   * @param message a {@link String#format} template that names the argument, what it must be and
   *     what it was
   * @param values the template's arguments
   * @throws IllegalArgumentException if the condition does not hold
   */
  public static void that(boolean condition, String message, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, message, values));
    }
  }

  /** The same without arguments to format, for checks on paths that must not allocate. */
  public static void that(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
