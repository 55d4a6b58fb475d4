package io.tapedeck.jobs.report.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A histogram as it is drawn here: bars of one series or of two over each other, marks across them,
 * labels below. Widths stretch with the page, heights do not.
 */
final class Bars {
  private static final int WIDTH = 1_000;
  private static final int HEIGHT = 200;
  private static final int GAP = 3;

  private final Html html;
  private final int bins;
  private final double most;

  /**
   * Opens the drawing.
   *
   * @param most the highest count; positive
   */
  Bars(Html html, int bins, double most) throws IOException {
    this.html = html;
    this.bins = bins;
    this.most = most;
    html.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "preserveAspectRatio",
        "none",
        "class",
        "bars",
        "aria-hidden",
        "true");
  }

  /** Bars from the ground. */
  void series(String style, List<Integer> counts) throws IOException {
    for (int bin = 0; bin < counts.size(); bin++) {
      double height = HEIGHT * 0.94 * counts.get(bin) / most;
      if (counts.get(bin) > 0) {
        html.open(
            "rect",
            "class",
            "count " + style,
            "x",
            number(left(bin) + GAP),
            "y",
            number(HEIGHT - height),
            "width",
            number(left(bin + 1) - left(bin) - 2 * GAP),
            "height",
            number(height));
        html.close();
      }
    }
  }

  /** A line across the bars. */
  void mark(String style, double share) throws IOException {
    if (share >= 0 && share <= 1) {
      html.open(
          "line",
          "class",
          "mark " + style,
          "x1",
          number(share * WIDTH),
          "x2",
          number(share * WIDTH),
          "y1",
          "0",
          "y2",
          String.valueOf(HEIGHT));
      html.close();
    }
  }

  /** What the pointer or the keys meet: the whole height of a bin. */
  void tip(int bin, String tip) throws IOException {
    html.open(
        "rect",
        "class",
        "hit",
        "data-tip",
        tip,
        "x",
        number(left(bin)),
        "y",
        "0",
        "width",
        number(left(bin + 1) - left(bin)),
        "height",
        String.valueOf(HEIGHT));
    html.close();
  }

  /** Closes the drawing; the labels stand below it, from its left to its right. */
  void end(String... labels) throws IOException {
    html.close();
    html.open("div", "class", "ticks", "aria-hidden", "true");
    for (String label : labels) {
      html.element("span", label);
    }
    html.close();
  }

  private double left(int bin) {
    return (double) WIDTH * bin / bins;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
