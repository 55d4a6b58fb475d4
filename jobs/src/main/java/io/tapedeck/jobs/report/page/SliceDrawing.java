package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.Slice.Band;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** A slice as lines and a band; values stand at equal distances, on a scale it shares. */
final class SliceDrawing {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 170;
  private static final int LEFT = 58;
  private static final int RIGHT = 310;
  private static final int TOP = 10;
  private static final int BOTTOM = 140;
  private static final int MOST_LABELS = 6;

  private final Slice slice;
  private final Html html;
  private final double low;
  private final double high;

  SliceDrawing(Slice slice, List<Slice> comparable, Html html) {
    this.slice = slice;
    this.html = html;
    double[] finite =
        comparable.stream()
            .flatMap(each -> each.bands().stream())
            .flatMapToDouble(
                band -> DoubleStream.of(band.lower(), band.median(), band.upper(), band.best()))
            .filter(Double::isFinite)
            .toArray();
    double from = DoubleStream.of(finite).min().orElse(0);
    double to = DoubleStream.of(finite).max().orElse(0);
    this.low = from < to ? from : from - 1;
    this.high = from < to ? to : to + 1;
  }

  void write() throws IOException {
    html.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "aria-hidden", "true");
    axes();
    band();
    line("line median", Band::median);
    line("line first", Band::best);
    dots();
    for (int i = 0; i < slice.values().size(); i++) {
      hit(i);
    }
    html.close();
  }

  private void axes() throws IOException {
    for (double value : new double[] {low, (low + high) / 2, high}) {
      rule("rule", y(value), slice.measure().unit().format(value));
    }
    if (low < 0 && high > 0) {
      rule("rule zero", y(0), "");
    }
    int count = slice.values().size();
    int step = Math.max(1, (count + MOST_LABELS - 1) / MOST_LABELS);
    for (int i = 0; i < count; i += step) {
      String anchor = "middle";
      text(x(i), BOTTOM + 18, anchor, slice.values().get(i));
    }
  }

  private void rule(String style, double y, String label) throws IOException {
    html.open(
        "line",
        "class",
        style,
        "x1",
        String.valueOf(LEFT),
        "x2",
        String.valueOf(RIGHT),
        "y1",
        Bars.number(y),
        "y2",
        Bars.number(y));
    html.close();
    if (!label.isEmpty()) {
      text(LEFT - 6, y + 4, "end", label);
    }
  }

  private void text(double x, double y, String anchor, String text) throws IOException {
    html.element("text", text, "x", Bars.number(x), "y", Bars.number(y), "text-anchor", anchor);
  }

  private void band() throws IOException {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i < slice.bands().size(); i++) {
      add(corners, i, slice.bands().get(i).upper());
    }
    for (int i = slice.bands().size() - 1; i >= 0; i--) {
      add(corners, i, slice.bands().get(i).lower());
    }
    html.open("polygon", "class", "band", "points", String.join(" ", corners));
    html.close();
  }

  private void line(String style, ToDoubleFunction<Band> figure) throws IOException {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i < slice.bands().size(); i++) {
      add(corners, i, figure.applyAsDouble(slice.bands().get(i)));
    }
    html.open("polyline", "class", style, "points", String.join(" ", corners));
    html.close();
  }

  private void add(List<String> corners, int place, double value) {
    if (Double.isFinite(value)) {
      corners.add(Bars.number(x(place)) + "," + Bars.number(y(value)));
    }
  }

  private void dots() throws IOException {
    for (int i = 0; i < slice.bands().size(); i++) {
      double best = slice.bands().get(i).best();
      if (Double.isFinite(best)) {
        html.open(
            "circle",
            "class",
            i == slice.chosen() ? "dot chosen" : "dot",
            "cx",
            Bars.number(x(i)),
            "cy",
            Bars.number(y(best)),
            "r",
            i == slice.chosen() ? "6" : "3");
        html.close();
      }
    }
  }

  private void hit(int place) throws IOException {
    double width = (double) (RIGHT - LEFT) / slice.values().size();
    html.open(
        "rect",
        "class",
        "hit",
        "data-tip",
        SliceSection.tip(slice, place),
        "x",
        Bars.number(x(place) - width / 2),
        "y",
        "0",
        "width",
        Bars.number(width),
        "height",
        String.valueOf(BOTTOM));
    html.close();
  }

  private double x(int place) {
    double width = (double) (RIGHT - LEFT) / slice.values().size();
    return LEFT + width * (place + 0.5);
  }

  private double y(double value) {
    return BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP);
  }
}
