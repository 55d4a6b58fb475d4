package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferenceTest {
  @TempDir Path folder;

  @Test
  void aDraftOfTradesReadsThemOnceTheSymbolIsFilledIn() throws Exception {
    Path file =
        write(
            "trades.csv",
            "id;timestamp;price;qty;side",
            "11;1700000000123;10.25;3;buy",
            "12;1700000000456;10.26;1;sell");

    String draft = Inference.draft(file);
    DryRun.Preview preview =
        DryRun.preview(file, GenericMapping.parse(draft.replace("FILL_IN", "SOL/USD")).format());

    assertThat(draft).contains("unit: MS").contains("delimiter: \";\"").contains("CHECK");
    assertThat(preview.table()).isEqualTo("trades");
    assertThat(preview.rows()).hasSize(2);
    assertThat(preview.rows().get(1).utc()).isEqualTo("2023-11-14T22:13:20.456Z");
    assertThat(preview.rows().get(1).values())
        .containsEntry("price", "10.26")
        .containsEntry("aggressor", "-1");
    assertThat(preview.problems()).isEmpty();
  }

  @Test
  void aDraftOfBarsAsksWhatTheStampIs() throws Exception {
    Path file =
        write(
            "eth.csv",
            "bar_close,open,high,low,close,volume",
            "2016-05-19T00:00:00Z,12.5,14.93,12.5,13.18,482.5",
            "2016-05-20T00:00:00Z,13.18,14.9,13.0,14.9,950.4");

    String draft = Inference.draft(file);
    DryRun.Preview preview =
        DryRun.preview(file, GenericMapping.parse(draft.replace("FILL_IN", "ETH/USD")).format());

    assertThat(draft)
        .contains("table: bars")
        .contains("bars: {length: 1d, stamp: close, price_kind: LAST}   # CHECK");
    assertThat(preview.rows().get(0).sessionDate()).isEqualTo("2016-05-18");
    assertThat(preview.rows().get(0).values())
        .containsEntry("high", "14.93")
        .containsEntry("bar_open", "2016-05-18T00:00:00Z")
        .containsEntry("bar_close", "2016-05-18T23:59:59.999999999Z");
  }

  @Test
  void whatATimeColumnDoesNotTellIsLeftToFillIn() throws Exception {
    Path file =
        write(
            "btc.csv",
            "time,open,high,low,close",
            "1700000000000,1,3,0.5,2",
            "1700000300000,1,3,0.5,2", // five minutes later
            "1700000900000,1,3,0.5,2"); // ten: one is missing

    String draft = Inference.draft(file);

    assertThat(draft).contains("bars: {length: 5m, stamp: FILL_IN, price_kind: LAST}");
    assertThatThrownBy(() -> GenericMapping.parse(draft)).hasMessageContaining("stamp");
  }

  @Test
  void aPreviewShowsTheMarketsTimeAndWhatWouldNotBeTaken() throws Exception {
    Path file = folder.resolve("spy/20131007_trade.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "34200000,1674100,100,P,0,0\nnonsense\n");

    DryRun.Preview preview = DryRun.preview(file, Profiles.byName("lean-equity"));

    assertThat(preview.rows().get(0).symbol()).isEqualTo("SPY");
    assertThat(preview.rows().get(0).utc()).isEqualTo("2013-10-07T13:30:00Z");
    assertThat(preview.rows().get(0).local()).isEqualTo("2013-10-07T09:30 America/New_York");
    assertThat(preview.problems()).containsExactly("line 2 COLUMNS 'nonsense'");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
