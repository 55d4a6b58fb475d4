package io.tapedeck.jobs.job;

import java.io.Serializable;

/**
 * A strategy of a job by name, and what its parameters are called by.
 *
 * @param label before its parameters' names; empty for a job's only strategy
 * @param name of the strategy
 */
public record NamedStrategy(String label, String name) implements Serializable {
  /** The strategy under a label, which is its name unless it was given another. */
  static NamedStrategy beside(String label, String name) {
    return new NamedStrategy(label.isEmpty() ? standardLabel(name) : label, name);
  }

  private static String standardLabel(String name) {
    return name.replace('-', '_');
  }

  /** Full name of a parameter: {@code fast}, or {@code cross.fast} beside other strategies. */
  public String qualified(String parameter) {
    return label.isEmpty() ? parameter : label + "." + parameter;
  }

  /** What tells it from the job's other strategies: its label, or its name if it has none. */
  public String key() {
    return label.isEmpty() ? name : label;
  }

  /** Its name, with a label of its own: {@code sma-cross}, or {@code slow=sma-cross}. */
  public String title() {
    return label.isEmpty() || label.equals(standardLabel(name)) ? name : label + "=" + name;
  }
}
