package io.tapedeck.jobs.report.page;

import io.tapedeck.core.metrics.Drawdown;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;

/** The deepest falls below a peak. */
final class DrawdownSection implements Section {
  private final ReportModel model;

  DrawdownSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "drawdowns";
  }

  @Override
  public String heading() {
    return "Drawdowns";
  }

  @Override
  public boolean isThere() {
    return model.details().stream().anyMatch(each -> !each.analysis().drawdowns().isEmpty());
  }

  @Override
  public void write(Html html) throws IOException {
    for (RunDetail detail : model.details()) {
      if (!detail.analysis().drawdowns().isEmpty()) {
        table(detail, html);
      }
    }
  }

  private void table(RunDetail detail, Html html) throws IOException {
    Table table =
        new Table(
            html,
            "Deepest drawdowns at session closes"
                + (model.details().size() > 1 ? ", " + detail.window() : ""),
            Table.SORTABLE);
    table.head(
        "Peak",
        "Trough",
        "Recovery",
        "Depth",
        "Depth, " + model.currency().code(),
        "Sessions to trough",
        "Sessions");
    for (Drawdown fall : detail.analysis().drawdowns()) {
      table.row(
          fall.peak().map(Object::toString).orElse("start"),
          fall.trough().toString(),
          fall.recovery().map(Object::toString).orElse("not yet"),
          Figure.percent(-fall.depth()),
          Figure.money(-fall.depthMoney(), model.currency()),
          Figure.count(fall.sessionsToTrough()),
          Figure.count(fall.sessions()));
    }
    table.end();
  }
}
