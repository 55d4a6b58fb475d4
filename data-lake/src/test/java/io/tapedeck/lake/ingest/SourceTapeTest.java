package io.tapedeck.lake.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.RealTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void theLargestFlaggedPrintOfADayIsTheOfficialOne() throws Exception {
    put(
        "spy/20131007_trade.zip",
        """
        34200768,1674300,85,P,20000040,0
        34200785,1674300,251,P,4000000,0
        34200786,1674400,251,P,4000000,0
        34200804,1674100,4,Q,4000000,0
        34200805,1674100,999,Q,100,0
        57600726,1674200,16,P,20000080,0
        57600735,1674200,316,P,1000001,0
        57600736,1674200,400,P,0,0
        """);
    put("spy/20131008_trade.zip", "34200000,1675100,1,P,40,0\n");

    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(folder), LEAN));

    assertThat(tape.universe().hasAuctions(0)).isTrue();
    assertThat(auctions(tape, List.of()))
        .containsExactly(
            "OPENING 1674300 x 251", // of equal ones the first
            "CLOSING 1674200 x 316",
            "OPENING 1675100 x 1"); // another day
  }

  @ParameterizedTest
  @CsvSource({
    "bac/20131007, 139000 x 1201174, 138100 x 2000995", // on N, after 400 on P and 300 on Q
    "bac/20131008, 138200 x 970078, 136900 x 2631493", // after a cross of 5,900 on Q
    "ibm/20131007, 1820000 x 138862, 1820100 x 151665", // the close at 16:01:04.221
    "ibm/20131010, 1828100 x 82802, 1847700 x 248471", // 16:01:15.534
    "spy/20131007, 1674300 x 251288, 1674200 x 3166418", // the whole of many parts
    "spy/20131008, 1674500 x 282817, 1654800 x 2764728" // a close without parts
  })
  void theOfficialPrintsOfRealDaysPassRegularHours(String day, String opening, String closing)
      throws Exception {
    Path file = RealTicks.require("equity/" + day + "_trade.zip");
    SourceTape tape = SourceTape.open(SourceTape.Request.of(List.of(file), LEAN));
    List<Session> sessions =
        tape.calendar(tape.universe().instrument(0)).sessions(tape.first(), tape.last());

    assertThat(auctions(tape, sessions))
        .containsExactly("OPENING " + opening, "CLOSING " + closing);
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

  private static List<String> auctions(SourceTape tape, List<Session> regularHours) {
    List<String> auctions = new ArrayList<>();
    Feed feed = tape.feed(regularHours);
    TapeBatch batch = new TapeBatch(4_096);
    while (feed.refill(batch)) {
      TradeColumns trades = batch.trades();
      for (int row = 0; row < trades.size(); row++) {
        if (trades.auction(row) != Auction.NONE) {
          String auction = trades.auction(row) == Auction.OPENING ? "OPENING " : "CLOSING ";
          auctions.add(auction + trades.priceTicks(row) + " x " + trades.lots(row));
        }
      }
    }
    return auctions;
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
