package io.tapedeck.jobs.report.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.report.ReportModel.Heading;
import io.tapedeck.jobs.report.ReportModel.Kind;
import org.junit.jupiter.api.Test;

class FileNameTest {
  @Test
  void aFileIsNamedAfterTheSweepAndTheBeginningOfItsId() {
    assertThat(name("Does it hold? (BTC/USD)")).isEqualTo("does-it-hold-btc-usd-0123abcd.html");
    assertThat(name("../../etc/passwd")).isEqualTo("etc-passwd-0123abcd.html");
    assertThat(name("株")).isEqualTo("report-0123abcd.html");
    assertThat(name("x".repeat(500))).hasSize(60 + "-0123abcd.html".length());
  }

  private static String name(String title) {
    return ReportShelf.fileName(new Heading(Kind.SWEEP, "0123abcdef", title, "", ""));
  }
}
