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

/** How bars of a vendor are read. */
class BarMappingTest {
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
