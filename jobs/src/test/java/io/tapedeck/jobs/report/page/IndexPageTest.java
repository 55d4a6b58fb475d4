package io.tapedeck.jobs.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexPageTest {
  private static final String HOSTILE = "</script><img src=x onerror=\"x\">";

  @Test
  void everyReportIsLinkedWithItsTrialsBesideItsFigures() {
    ReportMeta meta = ReportMeta.in(Reports.html(Reports.sweep())).orElseThrow();

    String page = page(List.of(new IndexPage.Entry("btc-cross-5eed5eed.html", meta)), 0);

    assertThat(page)
        .contains("<a href=\"./btc-cross-5eed5eed.html\">btc-cross</a>")
        .contains("1 report.")
        .contains("<td>11.34%</td>")
        .contains("<td>-2.40%</td>");
    assertThat(page.split("best of 240 sets</td>", -1)).hasSize(1 + 2); // train and test
  }

  @Test
  void whatReportsSayOfThemselvesStaysText() {
    ReportMeta meta =
        new ReportMeta(
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            1,
            0,
            List.of(new ReportMeta.Figures(HOSTILE, HOSTILE, HOSTILE, HOSTILE)));

    String page = page(List.of(new IndexPage.Entry("javascript:alert(1)\".html", meta)), 3);

    assertThat(page)
        .doesNotContain("<img")
        .doesNotContain("href=\"javascript")
        .contains("href=\"./javascript%3Aalert%281%29%22.html\"")
        .contains("which are no reports: 3.");
    assertThat(ReportMeta.in("<script type=\"application/json\" id=\"report-meta\">{</script>"))
        .isEmpty();
  }

  @Test
  void whatAReportSaysOfItselfIsReadAsItWasWritten() {
    ReportMeta meta =
        new ReportMeta(
            "run",
            "id",
            HOSTILE,
            "",
            "2024-01-31",
            7,
            2,
            List.of(new ReportMeta.Figures("all", "1.00%", "–", "0.50%")));

    String page =
        "<script type=\"application/json\" id=\"report-meta\">" + meta.json() + "</script>";

    assertThat(ReportMeta.in(page)).contains(meta);
  }

  private static String page(List<IndexPage.Entry> entries, int others) {
    StringBuilder page = new StringBuilder();
    try {
      new IndexPage(entries, others).write(page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return page.toString();
  }
}
