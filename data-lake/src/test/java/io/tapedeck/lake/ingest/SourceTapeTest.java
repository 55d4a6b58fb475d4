package io.tapedeck.lake.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.lake.RealTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTapeTest {
  private static final SourceFormat LEAN = Profiles.byName("lean-equity");

  @TempDir Path folder;

  @Test
  void filesBecomeATapeInTheOrderOfTime() throws Exception {
    put("ibm/20131007_quote.zip", "34200000,1384000,700,1385000,300,P,0,0\n");
    put("ibm/20131007_trade.zip", "34200000,1384500,100,P,0,0\n34200002,1384600,5,P,0,0\n");
    put("spy/20131007_trade.zip", "34200001,1674100,10,P,0,0\n");

    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(folder), LEAN));

    assertThat(tape.universe().listings())
        .extracting(l -> l.instrument().symbol() + " " + l.hasQuotes() + " " + l.hasTrades())
        .containsExactly("IBM true true", "SPY false true");
    Instrument ibm = tape.universe().instrument(0);
    assertThat(ibm.priceQuantumE9()).isEqualTo(100_000); // 0.0001
    assertThat(events(tape)) // ticks of 0.0001; at one time trades come before quotes
        .containsExactly(
            "0 trade 1384500 x 100",
            "0 quote 1384000 x 700 1385000 x 300",
            "1 trade 1674100 x 10",
            "0 trade 1384600 x 5");
    assertThat(tape.calendar(ibm).name()).isEqualTo("XNYS");
    assertThat(tape.first()).isEqualTo("2013-10-07");
    assertThat(tape.warnings()).hasSize(2);
    assertThat(tape.files()).hasSize(3).allMatch(file -> file.digest().length() == 64);
  }

  @Test
  void onlyTheDatesAskedForAreOnTheTape() throws Exception {
    put("spy/20131007_trade.zip", "34200001,1674100,10,P,0,0\n");
    put("spy/20131008_trade.zip", "34200001,1675100,10,P,0,0\n");
    LocalDate second = LocalDate.of(2013, 10, 8);
    SourceTape.Request all = SourceTape.Request.of(List.of(folder), LEAN);

    SourceTape tape =
        SourceTape.open(
            new SourceTape.Request(
                all.sources(), LEAN, 0.001, all.described(), all.calendars(), second, null));

    assertThat(events(tape)).containsExactly("0 trade 1675100 x 10");
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    put("spy/20131007_trade.zip", "34200001,1674100,10,P,0,0\n");
    Files.write(folder.resolve("spy/20131008_trade.zip"), "text".getBytes(UTF_8));

    assertThatThrownBy(() -> SourceTape.open(SourceTape.Request.of(List.of(folder), LEAN)))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("spy/20131008_trade.zip");
  }

  @Test
  void nearlyAllRealTradesLieInsideTheRealQuotes() throws Exception {
    Path day = RealTicks.require("equity/ibm");
    List<Path> files =
        List.of(day.resolve("20131010_quote.zip"), day.resolve("20131010_trade.zip"));
    SourceTape tape = SourceTape.open(SourceTape.Request.of(files, LEAN));
    LocalDate date = LocalDate.of(2013, 10, 10);
    Feed feed = tape.feed(tape.calendar(tape.universe().instrument(0)).sessions(date, date));
    TapeBatch batch = new TapeBatch(4_096);
    long bid = 0;
    long ask = Long.MAX_VALUE;
    long trades = 0;
    long inside = 0;
    while (feed.refill(batch)) {
      for (int i = 0; i < batch.size(); i++) {
        if (batch.kind(i) == EventKind.QUOTE) {
          bid = batch.quotes().bidTicks(batch.row(i));
          ask = batch.quotes().askTicks(batch.row(i));
        } else {
          long price = batch.trades().priceTicks(batch.row(i));
          trades++;
          inside += price >= bid && price <= ask ? 1 : 0;
        }
      }
    }

    assertThat(trades).isGreaterThan(20_000);
    assertThat(inside).isGreaterThan(trades * 95 / 100);
  }

  private void put(String name, String rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Archives.zip("ticks.csv", rows));
  }

  private static List<String> events(SourceTape tape) {
    List<String> events = new ArrayList<>();
    Feed feed = tape.feed(List.of());
    TapeBatch batch = new TapeBatch(16);
    while (feed.refill(batch)) {
      for (int i = 0; i < batch.size(); i++) {
        int row = batch.row(i);
        events.add(batch.columns(batch.kind(i)).instrument(row) + describe(batch, i, row));
      }
    }
    return events;
  }

  private static String describe(TapeBatch batch, int index, int row) {
    if (batch.kind(index) == EventKind.TRADE) {
      return " trade " + batch.trades().priceTicks(row) + " x " + batch.trades().lots(row);
    }
    return " quote "
        + batch.quotes().bidTicks(row)
        + " x "
        + batch.quotes().bidLots(row)
        + " "
        + batch.quotes().askTicks(row)
        + " x "
        + batch.quotes().askLots(row);
  }
}
