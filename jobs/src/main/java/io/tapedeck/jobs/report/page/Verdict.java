package io.tapedeck.jobs.report.page;

import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ReportMetric;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.Spread;
import io.tapedeck.jobs.report.WindowOutcome;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import java.util.ArrayList;
import java.util.List;

/** What came out and whether to believe it, in sentences made from the figures. */
final class Verdict {
  /** Below this many sessions, figures for a year say little. */
  private static final int FEW_SESSIONS = 60;

  /** Below this many round trips, luck and skill look the same. */
  private static final int FEW_TRIPS = 30;

  private Verdict() {}

  /**
   * Something that speaks for or against a result.
   *
   * @param isCaution whether it speaks against
   * @param anchor where to read on; empty for nowhere
   */
  record Point(boolean isCaution, String sentence, String anchor) {
    Point(boolean isCaution, String sentence) {
      this(isCaution, sentence, "");
    }
  }

  /** The number of sets that a figure was picked from. */
  static String tried(ReportModel model) {
    if (model.setsTried() == 1) {
      return "1 set tried";
    }
    return (model.isRanked() ? "best of " : "one of ") + Figure.count(model.setsTried()) + " sets";
  }

  /** The result in one sentence or two. */
  static String sentence(ReportModel model) {
    List<WindowOutcome> outcomes = model.ranking().get(0).outcomes();
    if (!model.isRanked()) {
      return "It returned "
          + totalReturn(model, 0)
          + " after costs, with a largest drawdown of "
          + ReportMetric.MAX_DRAWDOWN.of(outcomes.get(0), model.currency())
          + (model.setsTried() == 1
              ? "."
              : "; it is one of " + Figure.count(model.setsTried()) + " sets tried.");
    }
    String chosen =
        "The best of "
            + Figure.count(model.setsTried())
            + " sets, by "
            + model.rankedBy()
            + ", returned "
            + totalReturn(model, 0);
    return outcomes.size() == 1
        ? chosen + ". No dates were kept apart to test it on."
        : chosen
            + " on the dates it was chosen by and "
            + totalReturn(model, 1)
            + " on those kept apart.";
  }

  private static String totalReturn(ReportModel model, int window) {
    WindowOutcome outcome = model.ranking().get(0).outcomes().get(window);
    return outcome instanceof Figures
        ? ReportMetric.TOTAL_RETURN.of(outcome, model.currency())
        : "nothing (it did not complete)";
  }

  /** What speaks for and against it. */
  static List<Point> points(ReportModel model) {
    List<Point> points = new ArrayList<>();
    trials(model, points);
    heldOut(model, points);
    neighbours(model, points);
    sample(model, points);
    long warnings = model.background().warnings().size();
    if (warnings > 0) {
      points.add(
          new Point(
              true,
              counted(warnings, "warning") + " on optimistic assumptions or gaps", "warnings"));
    }
    if (model.failures().count() > 0) {
      points.add(new Point(true, counted(model.failures().count(), "run") + " failed", "failures"));
    }
    return points;
  }

  private static void trials(ReportModel model, List<Point> points) {
    if (model.setsTried() == 1) {
      points.add(new Point(false, "One set was tried: nothing was picked."));
    } else {
      points.add(
          new Point(
              true,
              "Picked from "
                  + Figure.count(model.setsTried())
                  + " sets: the best of many looks better than it is."));
    }
  }

  private static void heldOut(ReportModel model, List<Point> points) {
    if (!model.isRanked()) {
      return;
    }
    if (model.windows().size() < 2 || model.grid().spreads().size() < 2) {
      points.add(new Point(true, "No dates were kept apart: nothing shows that it lasts."));
      return;
    }
    Spread test = model.grid().spreads().get(1);
    MetricHistogram.Line line =
        model.grid().distribution().lines().size() > 1
            ? model.grid().distribution().lines().get(1)
            : null;
    String best =
        line == null
            ? ""
            : "; the best set "
                + test.unit().format(line.best())
                + ", the median set "
                + test.unit().format(test.median());
    points.add(
        new Point(
            line == null || !(line.best() > 0) || test.positive() * 2 < test.sets(),
            Figure.count(test.positive())
                + " of "
                + Figure.count(test.sets())
                + " sets are above zero over "
                + test.window()
                + " by "
                + model.rankedBy().replaceAll(" over .*", "")
                + best
                + "."));
  }

  private static void neighbours(ReportModel model, List<Point> points) {
    if (model.grid().maps().isEmpty()) {
      return;
    }
    HeatMap map = model.grid().maps().get(0).get(0);
    double median = map.neighbours();
    if (!Double.isNaN(median)) {
      points.add(
          new Point(
              median <= 0 == (map.measure().sense() == HeatMap.Sense.MORE_IS_BETTER),
              "Its neighbours in "
                  + map.rowParameter()
                  + " and "
                  + map.columnParameter()
                  + " have a median of "
                  + map.measure().unit().format(median)
                  + " over "
                  + model.windows().get(0).name()
                  + "."));
    }
  }

  private static void sample(ReportModel model, List<Point> points) {
    for (int i = 0; i < model.windows().size(); i++) {
      if (model.ranking().get(0).outcomes().get(i) instanceof Figures figures) {
        RunMetrics run = figures.metrics();
        boolean isSmall = run.sessions() < FEW_SESSIONS || run.roundTrips() < FEW_TRIPS;
        String window = model.windows().get(i).name();
        points.add(
            new Point(
                isSmall,
                (window.equals("all") ? "" : window + ": ")
                    + counted(run.sessions(), "session")
                    + " and "
                    + counted(run.roundTrips(), "round trip")
                    + (isSmall ? ": too few to tell skill from luck." : ".")));
      }
    }
  }

  private static String counted(long count, String word) {
    return Figure.count(count) + " " + word + (count == 1 ? "" : "s");
  }
}
