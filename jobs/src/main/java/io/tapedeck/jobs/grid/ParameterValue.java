package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A parameter's value before it is bound to its type: text, and the number it spells if it does.
 * Two values are equal if they spell the same number, or else the same text.
 */
public final class ParameterValue implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String NUMBER = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?";

  private final String text;
  private final BigDecimal number;

  private ParameterValue(String text, BigDecimal number) {
    this.text = text;
    this.number = number;
  }

  /** The value a job file spells. */
  public static ParameterValue parse(String text) {
    Require.that(text != null, "a parameter's value must be given");
    String trimmed = text.strip();
    return new ParameterValue(trimmed, trimmed.matches(NUMBER) ? new BigDecimal(trimmed) : null);
  }

  public static ParameterValue of(BigDecimal number) {
    return new ParameterValue(plain(number), number);
  }

  public static ParameterValue of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  /** The value as it was written; a computed number without exponent or trailing zeros. */
  public String text() {
    return text;
  }

  /** The number it spells. */
  public Optional<BigDecimal> number() {
    return Optional.ofNullable(number);
  }

  /** The number or the text, for canonical JSON. */
  public Object term() {
    return number == null ? text : number;
  }

  /** A number without exponent and trailing zeros. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ParameterValue that && key().equals(that.key());
  }

  @Override
  public int hashCode() {
    return key().hashCode();
  }

  private String key() {
    return number == null ? "'" + text : plain(number);
  }

  @Override
  public String toString() {
    return text;
  }
}
