package io.tapedeck.lake.ingest;

/** Foreign text inside messages: short, and without what could disturb a terminal. */
final class Messages {
  private static final int SHORT = 120;

  private Messages() {}

  /** The text in quotes, cut and with control characters shown as dots. */
  static String shortened(String text) {
    String cut = text.length() > SHORT ? text.substring(0, SHORT) + "..." : text;
    return "'" + cut.replaceAll("\\p{Cntrl}", ".") + "'";
  }
}
