package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static Intakes.Result read(String mapping, String... lines) throws RefusedFileException {
    return Intakes.read(GenericMapping.parse(mapping).format(), "t.csv", lines);
  }
}
