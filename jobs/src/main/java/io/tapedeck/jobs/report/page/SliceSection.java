package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.Slice.Band;
import java.io.IOException;
import java.util.List;

/** The grid, one parameter at a time. */
final class SliceSection implements Section {
  private final ReportModel model;

  SliceSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "slices";
  }

  @Override
  public String heading() {
    return "Slices";
  }

  @Override
  public boolean isThere() {
    return !model.grid().slices().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.element(
        "p",
        "The line is the best set with this one parameter changed, the band the middle half of all"
            + " sets with the value, and the dashes their median. A peak that neither the band nor"
            + " the other window shares is not to be trusted.",
        "class",
        "quiet");
    new Legend(html)
        .entry("first", "best set, this parameter changed")
        .entry("median", "median of all sets")
        .entry("band", "middle half of all sets")
        .end();
    for (List<Slice> parameter : model.grid().slices()) {
      html.open("div", "class", "slices");
      for (Slice slice : parameter) {
        slice(slice, parameter, html);
      }
      html.close();
    }
    html.open("details");
    html.element("summary", "Numbers of the slices");
    for (List<Slice> parameter : model.grid().slices()) {
      for (Slice slice : parameter) {
        numbers(slice, html);
      }
    }
    html.close();
  }

  private static void slice(Slice slice, List<Slice> windows, Html html) throws IOException {
    Chart.open(
        html, slice.parameter() + ", " + window(slice), spoken(slice), "class", "chart slice");
    new SliceDrawing(slice, windows, html).write();
    Chart.close(html);
  }

  /** "Median sharpe, train" is about train. */
  private static String window(Slice slice) {
    String title = slice.measure().title();
    int comma = title.lastIndexOf(", ");
    return comma < 0 ? title : title.substring(comma + 2);
  }

  private static String spoken(Slice slice) {
    return slice.measure().title()
        + " along "
        + slice.parameter()
        + ", "
        + slice.values().size()
        + " values"
        + (slice.chosen() < 0 ? "" : "; the best set has " + slice.values().get(slice.chosen()))
        + ".";
  }

  static String tip(Slice slice, int place) {
    Band band = slice.bands().get(place);
    return slice.parameter()
        + " "
        + slice.values().get(place)
        + ": best set's "
        + slice.measure().unit().format(band.best())
        + ", median "
        + slice.measure().unit().format(band.median())
        + " of "
        + Figure.count(band.sets())
        + (band.sets() == 1 ? " set" : " sets");
  }

  private static void numbers(Slice slice, Html html) throws IOException {
    Table table = new Table(html, slice.measure().title() + ", along " + slice.parameter());
    table.head(slice.parameter(), "Best set's", "Lower quarter", "Median", "Upper quarter", "Sets");
    for (int i = 0; i < slice.values().size(); i++) {
      Band band = slice.bands().get(i);
      table.row(
          slice.values().get(i),
          slice.measure().unit().format(band.best()),
          slice.measure().unit().format(band.lower()),
          slice.measure().unit().format(band.median()),
          slice.measure().unit().format(band.upper()),
          Figure.count(band.sets()));
    }
    table.end();
  }
}
