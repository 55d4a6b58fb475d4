package io.tapedeck.core.strategy;

/** Parameters of a strategy as text that do not make its record; the message says which and why. */
public final class ParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  private ParameterException(String parameter, String message, Throwable cause) {
    super(message, cause);
    this.parameter = parameter;
  }

  static ParameterException unknown(String strategy, String parameter, String nearest) {
    return new ParameterException(
        parameter,
        "%s has no parameter %s; did you mean %s?".formatted(strategy, parameter, nearest),
        null);
  }

  static ParameterException none(String strategy, String parameter) {
    return new ParameterException(
        parameter,
        "%s has no parameters, so %s cannot be set".formatted(strategy, parameter),
        null);
  }

  static ParameterException missing(String strategy, ParameterDescription parameter) {
    return new ParameterException(
        parameter.name(),
        "%s needs parameter %s: %s (%s)"
            .formatted(strategy, parameter.name(), parameter.meaning(), parameter.domain()),
        null);
  }

  static ParameterException unreadable(
      String strategy, ParameterDescription parameter, String text) {
    return new ParameterException(
        parameter.name(),
        "%s of %s must be %s, was %s"
            .formatted(parameter.name(), strategy, parameter.domain(), text),
        null);
  }

  static ParameterException refused(String strategy, Throwable cause) {
    return new ParameterException("", strategy + ": " + cause.getMessage(), cause);
  }

  /** The parameter at fault; empty where it is a combination, which the message names. */
  public String parameter() {
    return parameter;
  }
}
