package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;
import java.util.List;

/** Which line is which: a swatch of each style with its name. */
final class Legend {
  /** Style of what a run is compared with. */
  static final String HELD = "held";

  private final Html html;

  Legend(Html html) throws IOException {
    this.html = html;
    html.open("p", "class", "legend");
  }

  /** Style of a window's lines: solid and blue, or dashed and orange. */
  static String style(int window) {
    return window % 2 == 0 ? "first" : "second";
  }

  /** A legend of the windows, where there are several. */
  static void windows(List<RunDetail> details, Html html) throws IOException {
    Legend legend = new Legend(html);
    for (int i = 0; i < details.size(); i++) {
      legend.entry(style(i), details.get(i).window());
    }
    for (String held :
        details.stream()
            .filter(detail -> detail.benchmark().isGiven())
            .map(EquitySection::held)
            .distinct()
            .toList()) {
      legend.entry(HELD, held);
    }
    legend.end();
  }

  /** A legend of these windows' bars. */
  static void names(ReportModel model, Html html) throws IOException {
    Legend legend = new Legend(html);
    for (int i = 0; i < model.windows().size(); i++) {
      legend.entry(style(i), model.windows().get(i).name());
    }
    legend.end();
  }

  Legend entry(String style, String name) throws IOException {
    html.open("span", "class", "key");
    html.element("span", "", "class", "swatch " + style, "aria-hidden", "true");
    html.text(name).close();
    return this;
  }

  void end() throws IOException {
    html.close();
  }
}
