package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.lake.RealTicks;
import io.tapedeck.lake.table.InstrumentBook;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericMappingTest {
  private static final String TRADES =
      """
      name: my-trades
      table: trades
      symbol: {column: sym}
      time: {column: ts, unit: MS}
      columns: {price: px, size: qty, aggressor: side, seq: id, venue: ex, conditions: cond}
      side: {buy: [B], sell: [S], of: maker}
      """;

  @Test
  void tradesAreReadByTheNamesOfTheirColumns() throws RefusedFileException {
    var result =
        read(
            TRADES,
            "id,sym,ts,px,qty,side,ex,cond",
            "7,ON,1700000000123,10.25,3,B,X,\"a,b\"",
            "7,ON,1700000000124,10.25,3,B,X,",
            "7,ON,1700000000124,10.25,3,B,Y,",
            "8,005930,1700000000124.5,1e1,,NA,,",
            "x,ON,1700000000124,10.25,3,B,X,",
            "9,,1700000000124,10.25,3,B,X,",
            "9,ON,1700000000124,10.25,3,Q,X,",
            "9,ON,yesterday,10.25,3,B,X,",
            "9,ON,1700000000124,10.25,-3,B,X,",
            "9,ON,1700000000124,1000000000,3,B,X,",
            "9,ON,1700000000124,10.25");

    assertThat(result.rows())
        .containsExactly( // the maker bought: the aggressor sold
            "ON 2023-11-14 1700000000123000000 null 7 X 10.250000000 3.000000000 -1 a,b test t.csv",
            "ON 2023-11-14 1700000000124000000 null 7 Y 10.250000000 3.000000000 -1 null test t.csv",
            "005930 2023-11-14 1700000000124500000 null 8 null 10.000000000 null null null test"
                + " t.csv");
    assertThat(result.refused())
        .containsExactly(
            "6 BAD_SEQUENCE",
            "7 BAD_SYMBOL",
            "8 BAD_SIDE",
            "9 BAD_TIME",
            "10 BAD_SIZE",
            "11 TOO_LARGE",
            "12 COLUMNS");
    assertThat(result.counts()).isEqualTo(new IntakeCounts(11, 3, 1, 7, 0, 3, 0));
  }

  @Test
  void aMissingColumnIsAWrongHeader() {
    assertThatThrownBy(() -> read(TRADES, "id,sym,ts,price,qty,side,ex,cond"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("px")
        .hasMessageContaining("price");
  }

  @Test
  void quotesWithoutHeaderAreReadByNumberAndMayHaveOneSide() throws RefusedFileException {
    var result =
        read(
            """
            name: my-quotes
            table: quotes
            header: false
            delimiter: tab
            symbol: {constant: EURUSD}
            time: {column: 1, unit: US}
            columns: {bid_price: 2, bid_size: 3, ask_price: 4, ask_size: 5}
            price_scale: 0.00001
            """,
            "1700000000000001\t108727\t5\t108729\t6",
            "1700000000000002\t\t\t108729\t6",
            "1700000000000003\t\t\t\t");

    assertThat(result.rows().get(0)).contains("1.087270000 5.000000000 1.087290000 6.000000000");
    assertThat(result.rows().get(1)).contains("null null 1.087290000 6.000000000");
    assertThat(result.refused()).containsExactly("3 BAD_PRICE");
  }

  @ParameterizedTest
  @CsvSource({
    "open, 2024-01-02T15:00:00Z, 1704207600000000000, 1704207660000000000",
    "close, 2024-01-02T15:01:00Z, 1704207600000000000, 1704207660000000000"
  })
  void aBarsStampIsItsOpenOrItsClose(String stamp, String time, String open, String close)
      throws RefusedFileException {
    var result = read(bars("1m", stamp, "unit: ISO"), "t,o,h,l,c,v", time + ",1,3,0.5,2,1000");

    assertThat(result.rows().get(0))
        .isEqualTo(
            "1m X 2024-01 2024-01-02 LAST "
                + open
                + " "
                + close
                + " 1.000000000 3.000000000 0.500000000 2.000000000 1E+3 null null test t.csv");
  }

  @ParameterizedTest
  @CsvSource({
    // stamps at the session's open, at its local date, at its close, at the midnight after it
    "open, 2013-11-01T13:30:00Z, 2013-11-01, 2013-11-01T13:30:00Z, 2013-11-01T20:00:00Z",
    "open, 2013-11-01, 2013-11-01, 2013-11-01T13:30:00Z, 2013-11-01T20:00:00Z",
    "close, 2013-11-01T20:00:00Z, 2013-11-01, 2013-11-01T13:30:00Z, 2013-11-01T20:00:00Z",
    "close, 2013-11-02, 2013-11-01, 2013-11-01T13:30:00Z, 2013-11-01T20:00:00Z",
    // after clocks have changed, and on a half day
    "open, 2013-11-04, 2013-11-04, 2013-11-04T14:30:00Z, 2013-11-04T21:00:00Z",
    "close, 2013-11-30, 2013-11-29, 2013-11-29T14:30:00Z, 2013-11-29T18:00:00Z"
  })
  void aDailyBarOpensAndClosesWithItsSession(
      String stamp, String time, String date, String open, String close)
      throws RefusedFileException {
    String mapping =
        bars("1d", stamp, "unit: ISO, zone: America/New_York") + "instrument: {calendar: XNYS}\n";

    var result = read(mapping, "t,o,h,l,c,v", time + ",1,3,0.5,2,1");

    assertThat(result.rows().get(0))
        .startsWith("1d X - " + date + " LAST " + nanos(open) + " " + nanos(close) + " ");
  }

  @Test
  void twoBarsOfOneSessionAreOneAndOneWithoutASessionIsQuarantined() throws RefusedFileException {
    var result =
        read(
            bars("1d", "close", "unit: ISO, zone: America/New_York")
                + "instrument: {calendar: XNYS}\n",
            "t,o,h,l,c,v",
            "2013-11-01T16:00:00,1,3,0.5,2,1",
            "2013-11-02,1,3,0.5,2,1", // midnight after the same session
            "2013-11-03,1,3,0.5,2,1", // midnight after a Saturday
            "2013-11-05,1,3,1.5,2,1"); // low above open

    assertThat(result.rows()).hasSize(1);
    assertThat(result.counts().duplicate()).isEqualTo(1);
    assertThat(result.refused()).containsExactly("4 NO_SESSION", "5 BAD_BAR");
  }

  @ParameterizedTest
  @CsvSource({
    // a market that never closes: the last hour of a day closes a nanosecond before midnight
    "24/7, close, 2024-01-03T00:00:00Z, 2024-01-02T23:00:00Z, 2024-01-02T23:59:59.999999999Z",
    "24/7, open, 2024-01-02T23:00:00Z, 2024-01-02T23:00:00Z, 2024-01-02T23:59:59.999999999Z",
    "24/7, open, 2024-01-02T22:00:00Z, 2024-01-02T22:00:00Z, 2024-01-02T23:00:00Z",
    "FX, close, 2024-01-03T22:00:00Z, 2024-01-03T21:00:00Z, 2024-01-03T21:59:59.999999999Z",
    // the close of XNYS belongs to its session, and a bar past it is known when it says
    "XNYS, open, 2024-01-02T20:00:00Z, 2024-01-02T20:00:00Z, 2024-01-02T21:00:00Z",
    "XNYS, open, 2024-01-02T20:30:00Z, 2024-01-02T20:30:00Z, 2024-01-02T21:30:00Z"
  })
  void theLastBarOfASessionClosesWithIt(
      String calendar, String stamp, String time, String open, String close)
      throws RefusedFileException {
    String mapping = bars("1h", stamp, "unit: ISO") + "instrument: {calendar: " + calendar + "}\n";

    var result = read(mapping, "t,o,h,l,c,v", time + ",1,3,0.5,2,1");

    assertThat(result.rows().get(0)).contains(" LAST " + nanos(open) + " " + nanos(close) + " ");
  }

  @Test
  void barsThatContradictThemselvesAreQuarantined() throws RefusedFileException {
    var result =
        read(
            bars("1m", "close", "unit: ISO"),
            "t,o,h,l,c,v",
            "2024-01-02T15:01:00Z,1,0.5,3,2,1", // high below low
            "2024-01-02T15:02:00Z,4,3,0.5,2,1", // open above high
            "2024-01-02T15:03:00Z,1,3,0.5,0.4,1", // close below low
            "2024-01-02T15:04:00Z,1,3,0.5,2,-1",
            "2024-01-02T15:05:00Z,0,3,0,2,1",
            "2024-01-02T15:06:00Z,1,3,0.5,2,"); // no volume is no damage

    assertThat(result.refused())
        .containsExactly("2 BAD_BAR", "3 BAD_BAR", "4 BAD_BAR", "5 BAD_SIZE", "6 BAD_PRICE");
    assertThat(result.rows()).hasSize(1);
  }

  @Test
  void aVolumeIsAWholeNumberOfLots() {
    Instrument shares =
        InstrumentBook.instrument(
            "X",
            AssetClass.EQUITY,
            "USD",
            new BigDecimal("0.01"),
            BigDecimal.ONE,
            new BigDecimal("0.01"),
            BigDecimal.ONE,
            1,
            "XNYS");
    Units.Checker units = new Units(Map.of("X", shares)).checker();

    assertThat(units.size("X", new BigDecimal("20000000000"))).isTrue(); // beyond 64 bits of 1e-9
    assertThat(units.size("X", new BigDecimal("0.5"))).isFalse();
    assertThat(units.size("Y", new BigDecimal("0.5"))).isTrue(); // nobody has described it
  }

  @ParameterizedTest
  @CsvSource({
    "stamp: open, stamp: FILL_IN, must be one of",
    "stamp: open, price_kind: LAST, stamp",
    "1m, 2d, 1s to 1d",
    "1m, fast, 1s"
  })
  void aMappingOfBarsSaysHowLongTheyAreAndWhatItsStampsAre(
      String right, String wrong, String message) {
    String mapping = bars("1m", "open", "unit: ISO");

    assertThatThrownBy(() -> GenericMapping.parse(mapping.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(GenericMapping.parse(mapping.replace("1m", "60s")).bars().length()).isEqualTo("1m");
  }

  @Test
  void aWallClockTimeThatIsSkippedIsQuarantinedAndOneThatComesTwiceIsTheFirst()
      throws RefusedFileException {
    var result =
        read(
            trades("unit: PATTERN, pattern: \"yyyyMMdd HH:mm:ss.SSS\", zone: America/New_York"),
            "t,p",
            "20130310 01:59:59.999,1",
            "20130310 02:30:00.000,1", // clocks go from 2 to 3
            "20131103 01:30:00.000,1"); // EDT, then again EST: 05:30 UTC

    assertThat(result.refused()).containsExactly("3 LOCAL_TIME_GAP");
    assertThat(result.rows()).hasSize(2);
    assertThat(result.rows().get(0)).startsWith("X 2013-03-10 1362898799999000000 ");
    assertThat(result.rows().get(1)).startsWith("X 2013-11-03 1383456600000000000 ");
  }

  @ParameterizedTest
  @CsvSource({
    "S, 1700000000, 1700000000000000000",
    "S, 1700000000.123456789, 1700000000123456789",
    "MS, 1700000000123, 1700000000123000000",
    "NS, 1700000000123456789, 1700000000123456789",
    "ISO, 2023-11-14T22:13:20.123456789Z, 1700000000123456789",
    "ISO, 2023-11-14 23:13:20+01:00, 1700000000000000000",
    "ISO, 2023-11-14T17:13:20-0500, 1700000000000000000"
  })
  void timesAreReadToTheNanosecond(String unit, String text, String nanos)
      throws RefusedFileException {
    var result = read(trades("unit: " + unit), "t,p", text + ",1");

    assertThat(result.rows().get(0)).startsWith("X 2023-11-14 " + nanos + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "S, 1700000000.1234567891",
    "NS, 1700000000123456789.5",
    "S, -5",
    "S, 99999999999",
    "ISO, 2023-11-14T22:13:20",
    "ISO, 2023-02-30T22:13:20Z",
    "ISO, 2023-11-14T24:13:20Z",
    "ISO, garbage"
  })
  void whatIsNoExactTimeIsQuarantined(String unit, String text) throws RefusedFileException {
    assertThat(read(trades("unit: " + unit), "t,p", text + ",1").refused())
        .containsExactly("2 BAD_TIME");
  }

  @Test
  void timesSinceMidnightTakeTheDateOfTheFilesName() throws RefusedFileException {
    String mapping =
        trades("unit: MS, since: midnight, zone: America/New_York")
            + "date: {file: \"(\\\\d{8})\", pattern: yyyyMMdd}\n";

    var result =
        Intakes.read(GenericMapping.parse(mapping).format(), "x_20131007.csv", "t,p", "34200000,1");

    assertThat(result.rows().get(0)).startsWith("X 2013-10-07 1381152600000000000 null");
    assertThat(result.rows().get(0)).contains(" " + ((15_985L << 32) | 2) + " ");
  }

  @Test
  void roundingIsDoneOnlyWhenAskedForAndIsCounted() throws RefusedFileException {
    String mapping = trades("unit: S");

    assertThat(read(mapping, "t,p", "1,0.12345678912").refused()).containsExactly("2 TOO_FINE");
    var rounded = read(mapping + "round_to: {price: 2}\n", "t,p", "1,0.125", "1,0.135", "1,0.13");
    assertThat(rounded.rows())
        .extracting(row -> row.split(" ")[6])
        .containsExactly("0.120000000", "0.140000000", "0.130000000"); // half to even
    assertThat(rounded.counts().rounded()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "name: a|name: bitstamp|name of a profile",
        "unit: S|unit: sec|must be one of",
        "unit: S|unit: ISO, zone: Mars/Base|time zone",
        "unit: S|unit: MS, since: midnight|zone",
        "columns: {price: p}|columns: {prize: p}|did you mean price",
        "columns: {price: p}|columns: {size: p}|price",
        "symbol: {constant: X}|symbol: {constant: X, column: y}|one of",
        "table: trades|table: bars|unknown key price"
      })
  void aWrongMappingSaysWhatIsWrong(String right, String wrong, String message) {
    String mapping = trades("unit: S");
    assertThat(mapping).contains(right);

    assertThatThrownBy(() -> GenericMapping.parse(mapping.replace(right, wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message.replace("name of a profile", "built-in profile"));
  }

  @Test
  void duplicateKeysAndTagsAreRefused() {
    assertThatThrownBy(() -> GenericMapping.parse(trades("unit: S") + "name: b\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GenericMapping.parse("!!java.io.File [x]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void realDailyBarsAreReadWhole() throws Exception {
    Path file = RealTicks.require("daily/ETH-USD-1d.csv");
    String mapping =
        """
        name: eth-daily
        table: bars
        symbol: {constant: ETH/USD}
        time: {column: bar_close, unit: ISO}
        columns: {open: open, high: high, low: low, close: close, volume: volume}
        bars: {length: 1d, stamp: close}
        """;

    var result =
        Intakes.read(GenericMapping.parse(mapping).format(), "eth.csv", Files.readAllBytes(file));

    assertThat(result.counts().read()).isGreaterThan(3_000).isEqualTo(result.counts().kept());
    assertThat(result.refused()).isEmpty();
    assertThat(result.rows().get(0))
        .startsWith(
            "1d ETH/USD - 2016-05-18 LAST "
                + nanos("2016-05-18T00:00:00Z")
                + " "
                + nanos("2016-05-18T23:59:59.999999999Z")
                + " 12.500000000 14.930000000 12.500000000 13.180000000 482.52182654 ");
  }

  private static long nanos(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }

  private static String trades(String time) {
    return """
    name: a
    table: trades
    symbol: {constant: X}
    time: {column: t, %s}
    columns: {price: p}
    """
        .formatted(time);
  }

  private static String bars(String length, String stamp, String time) {
    return """
    name: my-bars
    table: bars
    symbol: {constant: X}
    time: {column: t, %s}
    columns: {open: o, high: h, low: l, close: c, volume: v}
    bars: {length: %s, stamp: %s}
    """
        .formatted(time, length, stamp);
  }

  private static Intakes.Result read(String mapping, String... lines) throws RefusedFileException {
    return Intakes.read(GenericMapping.parse(mapping).format(), "t.csv", lines);
  }
}
