package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Spread;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import java.util.ArrayList;
import java.util.List;

/** A ranking on the console: windows side by side, the number of sets tried, the spread of all. */
final class RankingText {
  private RankingText() {}

  /**
   * Prints the first sets.
   *
   * @param most how many of them
   */
  static void print(ReportModel report, int most, Console console) {
    console.print(
        "The first "
            + Math.min(most, report.ranking().size())
            + " of "
            + Figure.count(report.setsTried())
            + " sets tried, by "
            + report.rankedBy()
            + ":");
    TextTable table = TextTable.of(header(report).toArray(String[]::new));
    report.ranking().stream().limit(most).forEach(set -> table.row(cells(set)));
    table.print(console);
    for (Spread spread : report.spreads()) {
      console.print(sentence(spread));
    }
  }

  private static List<String> header(ReportModel report) {
    List<String> header = new ArrayList<>(List.of("rank"));
    header.addAll(report.parameterNames());
    for (Window window : report.windows()) {
      header.add(window.name());
      header.add("drawdown");
      header.add("trips");
    }
    return header;
  }

  private static Object[] cells(RankedSet set) {
    List<String> cells = new ArrayList<>(List.of(String.valueOf(set.rank())));
    cells.addAll(set.parameters());
    for (WindowOutcome outcome : set.outcomes()) {
      if (outcome instanceof Figures figures) {
        cells.add(Figure.percent(figures.metrics().totalReturn()));
        cells.add(Figure.percent(figures.metrics().maxDrawdown()));
        cells.add(Figure.count(figures.metrics().roundTrips()));
      } else {
        cells.addAll(List.of("-", "-", "-"));
      }
    }
    return cells.toArray();
  }

  private static String sentence(Spread spread) {
    return spread.window()
        + ": "
        + Figure.count(spread.positive())
        + " of "
        + Figure.count(spread.sets())
        + " sets above zero; lowest "
        + spread.unit().format(spread.lowest())
        + ", median "
        + spread.unit().format(spread.median())
        + ", highest "
        + spread.unit().format(spread.highest());
  }
}
