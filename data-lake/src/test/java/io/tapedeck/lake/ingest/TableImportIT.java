package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportIT {
  @TempDir Path folder;
  private Lake lake;

  @BeforeEach
  void open() {
    lake = Lake.at(SharedSpark.session(), folder.resolve("lake").toString());
  }

  @Test
  void aDescribedInstrumentDecidesDatesAndUnitsOfItsRows() throws IOException {
    take(
        LakeTable.CALENDARS,
        "calendar,date,session_open,session_close",
        "TOKYO,2024-01-04,2024-01-04T00:00:00Z,2024-01-04T06:00:00Z",
        "TOKYO,2024-01-05,2024-01-05T00:00:00Z,2024-01-05T06:00:00Z");
    take(
        LakeTable.INSTRUMENTS,
        "symbol,asset_class,currency,price_quantum,size_quantum,calendar",
        "005930,EQUITY,KRW,100,1,TOKYO");
    Path file = Files.createDirectory(folder.resolve("in")).resolve("t.csv");
    // 23:00 UTC on the 4th is an hour before Tokyo's session of the 5th
    Files.writeString(file, "t,p\n2024-01-04T23:00:00Z,70000\n2024-01-04T23:00:00Z,70050\n");
    SourceFormat format =
        GenericMapping.parse(
                """
                name: krx
                table: trades
                symbol: {constant: 005930}
                time: {column: t, unit: ISO}
                columns: {price: p}
                """)
            .format();

    IngestReport report =
        Ingest.run(
            lake,
            new IngestRequest(
                file.toString(), format, IngestOptions.DEFAULT.withMaxQuarantined(0.5)),
            ProgressSink.NONE);

    assertThat(report.warnings()).isEmpty();
    assertThat(lake.read(LakeTable.TRADES).first().<Object>getAs(Columns.DATE))
        .hasToString("2024-01-05");
    assertThat(lake.read(LakeTable.QUARANTINE).first().<Object>getAs(Columns.REASON))
        .isEqualTo("OFF_QUANTUM"); // 70,050 is no whole number of ticks of 100
    assertThat(InstrumentBook.load(lake).require("005930").currency().code()).isEqualTo("KRW");
    CalendarBook calendars = CalendarBook.load(lake);
    assertThat(calendars.calendar("TOKYO").sessions(LocalDate.MIN, LocalDate.MAX)).hasSize(2);
    assertThat(
            calendars.calendar("XNYS").sessions(LocalDate.of(2013, 7, 1), LocalDate.of(2013, 7, 5)))
        .hasSize(4);
  }

  @Test
  void aWrongTableIsRefusedWholeWithItsLine() throws IOException {
    IngestReport report =
        take(
            LakeTable.INSTRUMENTS,
            "symbol,asset_class,currency,price_quantum,size_quantum,calendar",
            "A,EQUITY,USD,0.01,1,XNYS",
            "B,EQUITY,USD,cheap,1,XNYS");

    assertThat(report.refused()).hasSize(1);
    assertThat(report.refused().get(0).detail()).contains("line 3").contains("price_quantum");
    assertThat(InstrumentBook.load(lake).entries()).isEmpty();
  }

  @Test
  void signalsGoTheWayOfAllFiles() throws IOException {
    String[] lines = {
      "symbol,ts_event,strategy,side,strength",
      "ETH/USD,2024-01-04T23:00:00Z,sma,LONG,0.5",
      "ETH/USD,1704409200000000001,sma,0,"
    };

    IngestReport report = take(LakeTable.SIGNALS, lines);

    assertThat(report.written().kept()).isEqualTo(2);
    assertThat(lake.read(LakeTable.SIGNALS).orderBy(Columns.TS_EVENT).collectAsList())
        .extracting(row -> row.<Object>getAs(Columns.SIDE) + " " + row.getAs(Columns.STRENGTH))
        .containsExactly("1 0.5", "0 null");
    assertThat(take(LakeTable.SIGNALS, lines).count(FileOutcome.Status.UNCHANGED)).isEqualTo(1);
  }

  private IngestReport take(LakeTable table, String... lines) throws IOException {
    Path file = folder.resolve(table.folder() + ".csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return TableImport.run(lake, table, file.toString(), IngestOptions.DEFAULT, ProgressSink.NONE);
  }
}
