package io.tapedeck.jobs.report.page;

import static io.tapedeck.jobs.report.page.Markup.all;
import static io.tapedeck.jobs.report.page.Markup.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report is one file that loads nothing and runs nothing but its own scripts. */
class SelfContainedPageTest {
  private static final String HOSTILE =
      "</script><script>alert('1')</script><img src=x onerror=\"x\">&";

  private final String page = Reports.html(Reports.sweep());

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
    assertThat(inline).hasSize(5); // two styles, three scripts
    for (String content : inline) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("sha256-" + Base64.getEncoder().encodeToString(digest));
    }
    assertThat(page).doesNotContain(" style=\"").doesNotContainPattern("<[^>]* on[a-z]+=\"");
  }

  @Test
  void textFromOutsideStaysText() {
    String hostile = Reports.html(HostileReport.of(HOSTILE));

    assertThat(hostile)
        .doesNotContain("<script>alert")
        .doesNotContain("<img")
        .doesNotContain("onerror=\"");
    assertThat(all("<script", hostile)).hasSameSizeAs(all("<script", page));
    assertThat(hostile).contains("&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)");
  }

  @Test
  void everyElementThatIsOpenedIsClosed() {
    String markup = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");

    for (String element :
        List.of(
            "div", "section", "svg", "figure", "table", "tr", "td", "th", "dl", "details", "main",
            "body", "html")) {
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

    assertThat(Files.size(example)).isLessThan(260_000);
  }
}
