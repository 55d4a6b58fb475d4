package io.tapedeck.lake.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
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

  private static final long SECOND = 1_000_000_000L;

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
  void tradesThatAreReportsAreNotOnTheTape() throws Exception {
    put(
        "spy/20131008_trade.zip",
        "37301871,1677200,13500,D,20100000,0\n37301872,1674700,200,P,0,0\n");
    put(
        "spy/20131010_trade.zip",
        """
        34200785,1667000,251,P,4000000,0
        49833170,1683200,300,Q,21,0
        49833174,1655900,501259,D,20100000,0
        49833175,1683200,100,D,0,0
        """);

    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(folder), LEAN));

    assertThat(events(tape).stream().map(event -> event.substring(event.indexOf("trade"))))
        .containsExactly(
            "trade 1674700 x 200",
            "trade 1667000 x 251",
            "trade 1683200 x 300",
            "trade 1683200 x 100");
    assertThat(tape.rows()).isEqualTo(4);
    assertThat(tape.reports()).isEqualTo(2);
    assertThat(tape.files()).extracting(file -> file.counts().kept()).containsExactly(2L, 4L);
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

  @Test
  void eachBarOfAFileIsMetAtItsOpenAndHeardOfAtItsClose() throws Exception {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "t,o,h,l,c,v\n60,10,12,9,11,5\n120,11,11.5,11,11.5,\n");

    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(file), bars("LAST")));

    assertThat(tape.universe().listings())
        .extracting(l -> l.hasBars() + " " + l.isFilledByBars() + " " + l.hasTrades())
        .containsExactly("true true false");
    assertThat(tape.rows()).isEqualTo(2);
    assertThat(events(tape)) // ticks of 0.1
        .containsExactly(
            "0 open 0..60 LAST 100 120 90 110 x 5",
            "0 close 0..60 LAST 100 120 90 110 x 5", // what is decided here
            "0 open 60..120 LAST 110 115 110 115 x -", // can meet this open
            "0 close 60..120 LAST 110 115 110 115 x -");
  }

  @Test
  void barsOfOneSideAreNotEnoughToReplay() throws Exception {
    Path file = folder.resolve("x.csv");
    Files.writeString(file, "t,o,h,l,c,v\n60,10,12,9,11,5\n");

    assertThatThrownBy(() -> SourceTape.open(SourceTape.Request.of(List.of(file), bars("BID"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not of BID; ingest bars of BID and of ASK into a lake");
  }

  @Test
  void realDailyBarsAreATape() throws Exception {
    Path file = RealTicks.require("daily/ETH-USD-1d.csv");
    SourceFormat format =
        GenericMapping.parse(
                """
                name: eth-daily
                table: bars
                symbol: {constant: ETH/USD}
                time: {column: bar_close, unit: ISO}
                columns: {open: open, high: high, low: low, close: close, volume: volume}
                bars: {length: 1d, stamp: close}
                """)
            .format();
    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(file), format));
    Instrument eth = tape.universe().instrument(0);
    Feed feed = tape.feed(tape.calendar(eth).sessions(tape.first(), tape.last()));
    TapeBatch batch = new TapeBatch(4_096);
    long opens = 0;
    long closes = 0;
    while (feed.refill(batch)) {
      opens += batch.barOpens().size();
      closes += batch.bars().size();
    }

    assertThat(tape.first()).isEqualTo("2016-05-18");
    assertThat(opens).isEqualTo(tape.rows()).isGreaterThan(3_000);
    assertThat(closes).isEqualTo(opens); // none is lost at a session's edge
  }

  private static SourceFormat bars(String price) {
    return GenericMapping.parse(
            """
            name: my-bars
            table: bars
            symbol: {constant: X}
            time: {column: t, unit: S}
            columns: {open: o, high: h, low: l, close: c, volume: v}
            bars: {length: 1m, stamp: close, price_kind: %s}
            """
                .formatted(price))
        .format();
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
    if (batch.kind(index) == EventKind.BAR) {
      return " close " + describe(batch.bars(), row);
    }
    if (batch.kind(index) == EventKind.BAR_OPEN) {
      return " open " + describe(batch.barOpens(), row);
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

  private static String describe(BarColumns bars, int row) {
    return String.join(
        " ",
        bars.openTimeNanos(row) / SECOND + ".." + bars.closeTimeNanos(row) / SECOND,
        bars.price(row).name(),
        "" + bars.openTicks(row),
        "" + bars.highTicks(row),
        "" + bars.lowTicks(row),
        "" + bars.closeTicks(row),
        "x",
        Missing.is(bars.lots(row)) ? "-" : "" + bars.lots(row));
  }
}
