package io.tapedeck.jobs.grid;

import java.io.Serializable;
import java.util.List;

/**
 * Which parameter sets a grid takes: a condition over parameters, evaluated exactly.
 *
 * <pre>
 * condition  = conjunction { "or" conjunction }
 * conjunction = negation { "and" negation }
 * negation   = "not" negation | comparison
 * comparison = sum { ("&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "=" | "==" | "!=") sum }
 * sum        = product { ("+" | "-") product }
 * product    = factor { ("*" | "/") factor }
 * factor     = "-" factor | number | parameter | 'text' | "(" condition ")"
 * </pre>
 *
 * <p>{@code 1 < fast < slow} means {@code 1 < fast and fast < slow}. Numbers are fractions of whole
 * numbers, so {@code a / 3 * 3 = a} holds. Texts are compared by {@code =} and {@code !=} only.
 * Nothing can be called.
 */
public final class Where implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Takes every set. */
  public static final Where ALWAYS = new Where("", null);

  private final String text;
  private final Expression condition;

  private Where(String text, Expression condition) {
    this.text = text;
    this.condition = condition;
  }

  /**
   * Reads a condition.
   *
   * @param parameters the names it may use
   * @throws IllegalArgumentException if it is not one, with a caret at the place
   */
  public static Where parse(String text, List<String> parameters) {
    return text.isBlank() ? ALWAYS : new Where(text.strip(), WhereParser.parse(text, parameters));
  }

  /**
   * Whether a set is taken.
   *
   * @throws IllegalArgumentException if the condition divides by zero or compares text with numbers
   */
  public boolean test(ParameterSet set) {
    if (condition == null) {
      return true;
    }
    try {
      return condition.test(set);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "where: " + text + " cannot be decided for " + set + ": " + e.getMessage(), e);
    }
  }

  /** The condition as it was written; empty for {@link #ALWAYS}. */
  public String text() {
    return text;
  }

  private Object readResolve() {
    return condition == null ? ALWAYS : this;
  }
}
