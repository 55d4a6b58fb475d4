package io.tapedeck.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String HOSTILE =
      "</script><script>alert('1')</script><img src=x onerror=\"x\">&";

  private final String page = Reports.html(Reports.sweep());

  @Test
  void theSameModelGivesTheSameBytes() {
    assertThat(Reports.html(Reports.sweep())).isEqualTo(page);
  }

  @Test
  void chartNumbersAreInOneOrderInEveryJvm() {
    assertThat(page)
        .contains("id=\"chart-data\">{\"currency\":\"USD\",\"windows\":[{\"name\":\"train\"");
  }

  @Test
  void nothingIsLoadedFromAnywhere() {
    assertThat(page)
        .doesNotContainPattern("(?i)<(link|img|iframe|object|embed|base|audio|video|source)\\b")
        .doesNotContainPattern("(?i)\\b(src|srcset|action|data)=\"")
        .doesNotContainPattern("(?i)href=\"[^#]")
        .doesNotContainPattern("(?i)@import|url\\(")
        .doesNotContainPattern("(?i)\\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\\(");
  }

  @Test
  void thePolicyLetsExactlyTheScriptsAndStylesInsideRun() throws Exception {
    String policy = first("Content-Security-Policy\" content=\"([^\"]*)\"", page);

    assertThat(policy).startsWith("default-src &#39;none&#39;").doesNotContain("unsafe");
    List<String> inline = all("<(?:script|style)>(.*?)</(?:script|style)>", page);
    assertThat(inline).hasSize(4);
    for (String content : inline) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
    }
    assertThat(page).doesNotContain(" style=\"").doesNotContainPattern("<[^>]* on[a-z]+=\"");
  }

  @Test
  void textFromOutsideStaysText() {
    ReportModel sweep = Reports.sweep(HOSTILE, Reports.ranking());
    EquityCurve curve = sweep.curves().get(0);
    String hostile =
        Reports.html(
            new ReportModel(
                HOSTILE,
                HOSTILE,
                sweep.currency(),
                240,
                List.of(new ReportModel.Window(HOSTILE, HOSTILE), sweep.windows().get(1)),
                HOSTILE,
                List.of(HOSTILE, HOSTILE, HOSTILE),
                sweep.ranking(),
                List.of(ReportModel.Spread.of(HOSTILE, HeatMap.Unit.NUMBER, new double[] {1})),
                List.of(new EquityCurve(HOSTILE, curve.startEquity(), curve.days())),
                List.of(
                    HeatMap.of(
                        Reports.sharpe(HOSTILE),
                        HOSTILE,
                        HOSTILE,
                        List.of(new HeatMap.Point(HOSTILE, HOSTILE, 1)),
                        null)),
                List.of(new ReportModel.FailedRun(HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                List.of(new ReportModel.Fact(HOSTILE, HOSTILE)),
                List.of(new ReportModel.Fact(HOSTILE, HOSTILE)),
                List.of(new ReportModel.DataVersion(HOSTILE, 1)),
                List.of(HOSTILE)));

    assertThat(hostile)
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("onerror=\"");
    assertThat(all("<script", hostile)).hasSameSizeAs(all("<script", page));
    assertThat(hostile).contains("&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)");
  }

  @Test
  void chartNumbersAreTheModelsAndTheirJsonCannotEndItsScript() throws IOException {
    JsonNode data = new ObjectMapper().readTree(first("id=\"chart-data\">(.*?)</script>", page));

    JsonNode train = data.get("windows").get(0);
    assertThat(train.get("name").asText()).isEqualTo("train");
    assertThat(train.get("equity").get(1).decimalValue()).isEqualByComparingTo("10110.25");
    assertThat(train.get("underwater").get(3).asDouble())
        .isEqualTo(10_600.0 / 10_805.5 - 1, within(1e-12));
    assertThat(train.get("seconds").get(1).asLong()).isEqualTo(1_385_337_600L); // 2013-11-25T00:00Z
    assertThat(ChartData.inScript("</script><!--\u2028"))
        .isEqualTo("\\u003c/script\\u003e\\u003c!--\\u2028");
  }

  @Test
  void theFiguresAreTheModels() {
    // first set: train return 0.1234 - 0.01, Sharpe 14.5 - 1, fees 98.765; test Sharpe not defined
    List<String> cells =
        all("<td[^>]*>(.*?)</td>", first("class=\"sortable\">.*?<tbody>\\s*<tr>(.*?)</tr>", page));

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
    String cards = first("(<dl class=\"cards\">.*?</dl>)", page);

    assertThat(all("<dt>", cards)).hasSize(5);
    assertThat(all("best of 240 sets", cards)).hasSize(5);
  }

  @Test
  void heatMapCellsHoldTheMedianAndTheBestSetIsSaidInWords() {
    HeatMap map = Reports.sweep().heatMaps().get(0);
    String table = first("class=\"heat\">(.*?)</table>", page);

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

  @Test
  void everyElementThatIsOpenedIsClosed() {
    String markup = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");

    for (String element :
        List.of(
            "div", "section", "table", "tr", "td", "th", "dl", "details", "main", "body", "html")) {
      assertThat(all("<" + element + "[ >]", markup))
          .hasSameSizeAs(all("</" + element + ">", markup));
    }
  }

  @Test
  void theChartLibrarysLicenceIsInTheFile() {
    assertThat(page).contains("The MIT License (MIT)").contains("Copyright (c) 2022 Leon Sorokin");
  }

  @Test
  void anExampleLiesInTheBuildFolderToLookAt() throws IOException {
    Path example = Path.of("target", "report-example.html");

    Files.writeString(example, page);

    assertThat(Files.size(example)).isLessThan(200_000);
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(HtmlReportTest::innermost)
        .toList();
  }

  private static String innermost(MatchResult match) {
    return match.groupCount() > 0 ? match.group(1) : match.group();
  }
}
