package io.tapedeck.jobs.report.page;

import static io.tapedeck.jobs.report.page.Markup.all;
import static io.tapedeck.jobs.report.page.Markup.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.report.Books;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.HeatMap;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private final String page = Reports.html(Reports.sweep());

  @Test
  void theSameModelGivesTheSameBytes() {
    assertThat(Reports.html(Reports.sweep())).isEqualTo(page);
  }

  @Test
  void chartNumbersAreInOneOrderInEveryJvm() {
    assertThat(page)
        .contains("id=\"chart-data\">{\"currency\":\"USD\",\"charts\":[{\"id\":\"equity\"");
  }

  @Test
  void chartNumbersAreTheModelsAndTheirJsonCannotEndItsScript() throws IOException {
    JsonNode charts =
        new ObjectMapper().readTree(first("id=\"chart-data\">(.*?)</script>", page)).get("charts");

    JsonNode equity = charts.get(0);
    JsonNode train = equity.get("series").get(0);
    assertThat(train.get("label").asText()).isEqualTo("train");
    assertThat(train.get("values").get(1).decimalValue()).isEqualByComparingTo("10110.25");
    assertThat(equity.get("seconds").get(1).asLong())
        .isEqualTo(1_385_337_600L); // 2013-11-25T00:00Z
    assertThat(charts.get(1).get("series").get(0).get("values").get(3).asDouble())
        .isEqualTo(10_600.0 / 10_805.5 - 1, within(1e-12));
    assertThat(ChartData.inScript("</script><!--\u2028"))
        .isEqualTo("\\u003c/script\\u003e\\u003c!--\\u2028");
  }

  @Test
  void windowsShareTheirTimesAndHaveNullWhereTheyHaveNoValue() throws IOException {
    JsonNode equity =
        new ObjectMapper()
            .readTree(first("id=\"chart-data\">(.*?)</script>", page))
            .at("/charts/0");

    // train: start and 4 closes; test: its start lies on the last close of train, then 3 closes
    assertThat(equity.get("seconds")).hasSize(5 + 3);
    assertThat(equity.at("/series/1/values/0").isNull()).isTrue();
    assertThat(equity.at("/series/1/values/4").decimalValue()).isEqualByComparingTo("10000");
    assertThat(equity.at("/series/1/values/7").decimalValue()).isEqualByComparingTo("9760");
  }

  @Test
  void fillsAreMarkedOnThePriceWithTheirSide() throws IOException {
    JsonNode charts =
        new ObjectMapper().readTree(first("id=\"chart-data\">(.*?)</script>", page)).get("charts");

    JsonNode price = charts.get(charts.size() - 1);
    assertThat(price.get("id").asText()).isEqualTo("price-0-0");
    assertThat(price.get("low")).hasSize(3);
    assertThat(price.at("/marks/0")).hasToString("[1.3853394E9,802.75,1,\"0.5\"]"); // 00:30
    assertThat(price.at("/marks/1/2").asInt()).isEqualTo(-1);
  }

  @Test
  void theFiguresAreTheModels() {
    // first set: train return 0.1234 - 0.01, Sharpe 14.5 - 1, fees 98.765; test Sharpe not defined
    List<String> cells =
        all("<td[^>]*>(.*?)</td>", first("Ranking by.*?<tbody>\\s*<tr>(.*?)</tr>", page));

    assertThat(cells)
        .containsExactly(
            "20",
            "1000",
            "0.5",
            "11.34%",
            "13.50",
            "4.56%",
            "42",
            "98.76",
            "-2.40%",
            "<abbr title=\"not defined\">–</abbr>\n",
            "4.56%",
            "42",
            "98.76");
  }

  @Test
  void theSpreadOfAllSetsIsToldForEachWindow() {
    // train: 0.1, -0.2, 0.03; test: -0.1 and one that is not defined
    List<String> rows =
        all("<tr>(.*?)</tr>", first("All sets, by Sharpe</caption>(.*?)</table>", page));

    assertThat(all("<td>(.*?)</td>", rows.get(1)))
        .containsExactly("3", "2", "-20.00%", "3.00%", "10.00%");
    assertThat(all("<td>(.*?)</td>", rows.get(2)))
        .containsExactly("1", "0", "-10.00%", "-10.00%", "-10.00%");
  }

  @Test
  void theNumberOfSetsTriedStandsBesideEveryHeadlineFigure() {
    String table = first("class=\"headline\">(.*?)</table>", page);

    assertThat(all("<th scope=\"row\">", table)).hasSize(7);
    assertThat(all("best of 240 sets</td>\\s*</tr>", table)).hasSize(7);
  }

  @Test
  void theFirstScreenSaysWhatWasTriedWhatCameOutAndWhetherToBelieveIt() {
    // train: 0.1234 - 0.01; test: -0.02 - 0.004; one test value of the grid, not above zero
    assertThat(first("class=\"verdict\">(.*?)</p>", page))
        .isEqualTo(
            "The best of 240 sets, by Sharpe over train, returned 11.34% on the dates it was chosen"
                + " by and -2.40% on those kept apart.");
    assertThat(all("<li class=\"caution\">.*?</span>\\s*(.*?)</li>", page))
        .contains(
            "Picked from 240 sets: the best of many looks better than it is.",
            "0 of 1 sets are above zero over test by Sharpe; the best set -10.00%, the median set"
                + " -10.00%.",
            "train: 4 sessions and 42 round trips: too few to tell skill from luck.",
            "<a href=\"#warnings\">2 warnings on optimistic assumptions or gaps</a>\n",
            "<a href=\"#failures\">1 run failed</a>\n");
  }

  @Test
  void drawdownsAreTheCurves() {
    // train: peak 10,805.50 on the 26th, 10,600 on the 27th, recovered on the 28th
    String rows = first("Deepest drawdowns at session closes, train</caption>(.*?)</table>", page);

    assertThat(all("<t[hd][^>]*>([^<]*)</t[hd]>", first("<tbody>(.*)", rows)))
        .containsExactly("2013-11-26", "2013-11-27", "2013-11-28", "-1.90%", "-205.50", "1", "2");
  }

  @Test
  void lessThanTwoMonthsAreShownByTheSession() {
    assertThat(page).contains("By session, train").contains("less than two months");
    assertThat(Reports.html(Reports.sweep()))
        .contains("data-tip=\"2013-11-26: 6.88%\""); // 10,805.50 / 10,110.25 - 1
  }

  @Test
  void monthsStandUnderTheirYearWithTheYearsReturn() {
    EquityCurve curve =
        new EquityCurve(
            "all",
            Books.usd("100"),
            List.of(
                Books.day("2013-11-29", "110"),
                Books.day("2013-12-31", "99"),
                Books.day("2014-01-02", "118.8")));

    String html = Reports.html(Reports.run(curve, Reports.metrics(0.188, 1)));

    // November 110 / 100, December 99 / 110, so 2013: 99 / 100; January 118.8 / 99
    assertThat(html)
        .contains("November 2013: 10.00%")
        .contains("December 2013: -10.00%")
        .contains("2013: -1.00%")
        .contains("January 2014: 20.00%");
  }

  @Test
  void costsAddUpFromProfitToTheChangeOfEquity() {
    // realised 321.98, unrealised -12.50: 309.48; fees 98.765 are 0.99% of 10,000
    String rows = first("Costs of the best of 240 sets, USD</caption>(.*?)</table>", page);

    assertThat(rows).contains("<td>309.48</td>").contains("<td>98.76</td>").contains("0.99%");
  }

  @Test
  void rollingSharpeThatCannotBeDrawnSaysWhy() {
    EquityCurve day = new EquityCurve("all", 100, List.of(Books.day("2013-11-29", "110")));

    assertThat(Reports.html(Reports.run(day, Reports.metrics(0.1, Double.NaN))))
        .contains(
            "Not drawn for all: a window is a quarter of a year, 2 sessions, and there are 1.");
  }

  @Test
  void everyChartHasItsNumbersItsSummaryAndKeys() {
    int charts = all("aria-roledescription=\"chart\"", page).size();

    // equity, underwater, rolling, two of returns, all sets, a slice, a price
    assertThat(charts).isEqualTo(8);
    assertThat(all("class=\"chart[^>]*tabindex=\"0\"", page)).hasSize(charts);
    assertThat(all("class=\"chart[^>]*aria-label=\"[^\"]{40,}\"", page)).hasSize(charts);
  }

  @Test
  void theReportSaysOfItselfWhatAnIndexShows() {
    ReportMeta meta = ReportMeta.in(page.substring(0, 20_000)).orElseThrow();

    assertThat(meta.title()).isEqualTo("btc-cross");
    assertThat(meta.trials()).isEqualTo(240);
    assertThat(meta.figures().get(1).totalReturn()).isEqualTo("-2.40%");
    assertThat(ReportMeta.in("<html><title>another</title></html>")).isEmpty();
  }

  @Test
  void heatMapCellsHoldTheMedianAndTheBestSetIsSaidInWords() {
    HeatMap map = Reports.sweep().grid().maps().get(0).get(0);
    String table = first("<caption>Sharpe over train, median</caption>(.*?)</table>", page);

    assertThat(all("<td", table)).hasSize(20);
    assertThat(table).contains(">" + Figure.ratio(map.cells().get(1).get(2).median()) + "</td>");
    assertThat(first("(<td class=\"[a-z0-9]+ chosen\".*?</td>)", table))
        .contains(Figure.ratio(map.cells().get(0).get(0).median()))
        .contains("best set");
  }

  @Test
  void warningsFailuresAssumptionsAndVersionsAreAllThere() {
    assertThat(page)
        .contains("orders and data travel in no time")
        .contains("fast must be &lt;slow")
        .contains("20 bps of each fill")
        .contains("ab".repeat(32))
        .contains("Does a moving-average cross survive fees");
  }

  @Test
  void aSweepInWhichEveryRunFailedSaysSo() {
    assertThat(Reports.html(Reports.withoutRuns()))
        .contains("No run came to its end")
        .contains("INVALID_PARAMETERS");
  }
}
