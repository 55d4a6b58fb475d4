package io.tapedeck.jobs.report.page;

import java.io.IOException;

/**
 * A figure that is drawn: its caption, a summary in words that a screen reader gets as its name,
 * and keys that move through its values. What is drawn inside comes between {@code open} and {@code
 * close}.
 */
final class Chart {
  private static final String KEYS =
      "With the arrow keys, Home and End you move through its values.";

  private Chart() {}

  /** A chart that the script draws. */
  static void drawn(Html html, String id, String caption, String summary) throws IOException {
    open(html, caption, summary, "id", id, "class", "chart drawn");
    close(html);
  }

  /**
   * Opens a figure around what is drawn here.
   *
   * @param attributes more of the element that takes the keys
   */
  static void open(Html html, String caption, String summary, String... attributes)
      throws IOException {
    html.open("figure");
    html.element("figcaption", caption);
    String[] common = {
      "tabindex",
      "0",
      "role",
      "application",
      "aria-roledescription",
      "chart",
      "aria-label",
      summary + " " + KEYS
    };
    String[] all = new String[attributes.length + common.length];
    System.arraycopy(attributes, 0, all, 0, attributes.length);
    System.arraycopy(common, 0, all, attributes.length, common.length);
    html.open("div", all);
  }

  static void close(Html html) throws IOException {
    html.close().close();
  }

  /** Opens the table behind a chart of a window, folded. */
  static void openNumbersOf(Html html, String window) throws IOException {
    openNumbers(html, window.equals("all") ? "Numbers" : "Numbers of " + window);
  }

  /** Opens the table behind a chart, folded. */
  static void openNumbers(Html html, String summary) throws IOException {
    html.open("details");
    html.element("summary", summary);
  }
}
