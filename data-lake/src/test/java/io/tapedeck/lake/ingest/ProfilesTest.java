package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final String TRADES = "ibm/20131007_trade.csv";
  private static final String QUOTES = "ibm/20131007_quote.csv";
  private static final long DAY = 15_985; // 2013-10-07 in days since the epoch

  @Test
  void aBitstampTradeIsReadToTheNinthDecimal() throws RefusedFileException {
    var result =
        Intakes.read(
            Profiles.byName("bitstamp"),
            "trades.csv",
            "timestamp,price,amount",
            "1385337600,800.010000000000,0.100000000000",
            "1385337600,800.010000000000,0.278380490000",
            "1385337601,800.010000000000,0.000000000000",
            "1385337601,800.010000000000,0.000000000001");

    assertThat(result.refused()).containsExactly("4 BAD_SIZE", "5 TOO_FINE");
    assertThat(result.rows()).hasSize(2);
    assertThat(result.rows().get(1))
        .startsWith("BTC/USD 2013-11-25 1385337600000000000 null")
        .contains("800.010000000 0.278380490");
    assertThat(result.counts()).isEqualTo(new IntakeCounts(4, 2, 0, 2, 0, 2, 0));
  }

  @Test
  void anotherHeaderIsNotBitstamps() {
    assertThatThrownBy(
            () -> Intakes.read(Profiles.byName("bitstamp"), "x.csv", "time,price,amount"))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("timestamp,price,amount");
  }

  @Test
  void anEquityTradeIsInTenThousandthsAndNewYorkTime() throws RefusedFileException {
    // 34,200,000 ms = 09:30 EDT = 13:30 UTC = 1381152600 s; 1674100 / 10,000 = 167.41
    var result =
        Intakes.read(
            Profiles.byName("lean-equity"),
            TRADES,
            "34200000,1674100,100,P,20002000,0",
            "34200000,1674100,100,P,20002000,0",
            "34200001,1674200,100,P,2000,1",
            "86400000,1674200,100,P,2000,0",
            "34200002,0,100,P,2000,0",
            "34200002,1674200,0,P,2000,0",
            "34200002,1674200,100,P,2000");

    String same =
        "IBM 2013-10-07 1381152600000000000 null %d null 167.410000000 100.000000000 null "
            + "P,20002000 test ibm/20131007_trade.csv";
    assertThat(result.rows()) // equal rows without an identity are two events
        .containsExactly(same.formatted((DAY << 32) | 1), same.formatted((DAY << 32) | 2));
    assertThat(result.refused())
        .containsExactly("3 SUSPICIOUS", "4 BAD_TIME", "5 BAD_PRICE", "6 BAD_SIZE", "7 COLUMNS");
    assertThat(result.counts()).isEqualTo(new IntakeCounts(7, 2, 0, 5, 1, 2, 0));
  }

  @Test
  void suspiciousTicksAreTakenWhenAskedFor() throws RefusedFileException {
    var result =
        Intakes.read(
            Profiles.byName("lean-equity").includingSuspicious(),
            TRADES,
            "34200001,1674200,100,P,2000,1");

    assertThat(result.counts().kept()).isEqualTo(1);
  }

  @Test
  void bidAndAskOfOneMillisecondMakeOneQuoteAndOtherRowsReplaceOneSide()
      throws RefusedFileException {
    var result =
        Intakes.read(
            Profiles.byName("lean-equity"),
            QUOTES,
            "34200000,0,0,1402000,500,Q,1,0", // ask alone: no bid yet
            "34200000,1384000,700,0,0,P,1,0", // bid, and
            "34200000,0,0,1395000,200,P,1,0", // its ask: one quote
            "34200001,1385000,100,0,0,P,1,0", // bid without an ask of its millisecond
            "34200002,0,0,1394000,300,P,1,0", // ask alone
            "34200002,1386000,100,0,0,P,1,0"); // a last bid

    assertThat(result.rows()).hasSize(5);
    assertThat(result.rows().get(0)).contains(" null null 140.200000000 500.0");
    assertThat(result.rows().get(1)).contains("138.400000000 700.000000000 139.500000000 200.0");
    assertThat(result.rows().get(2)).contains("138.500000000 100.000000000 139.500000000 200.0");
    assertThat(result.rows().get(3)).contains("138.500000000 100.000000000 139.400000000 300.0");
    assertThat(result.rows().get(4)).contains("138.600000000 100.000000000 139.400000000 300.0");
    assertThat(result.rows().get(1)).contains(" " + ((DAY << 32) | 3) + " ");
    assertThat(result.counts()).isEqualTo(new IntakeCounts(6, 6, 0, 0, 0, 5, 0));
  }

  @Test
  void aQuoteRowThatSaysNothingOrGoesBackInTimeIsRefused() throws RefusedFileException {
    var result =
        Intakes.read(
            Profiles.byName("lean-equity"),
            QUOTES,
            "34200001,1384000,700,1395000,200,P,1,0",
            "34200000,1385000,700,0,0,P,1,0",
            "34200002,0,0,0,0,P,1,0",
            "34200003,1384000,700,-1,200,P,1,0");

    assertThat(result.refused()).containsExactly("2 OUT_OF_ORDER", "3 BAD_PRICE", "4 BAD_PRICE");
    assertThat(result.rows()).hasSize(1);
  }

  @Test
  void aForexFileSpansTwoSessionDatesAndHasNoSizes() throws RefusedFileException {
    // UTC-5 all year: 57,599,999.5 ms = 20:59:59.9995 UTC = 16:59:59.9995 EDT; then 17:00 EDT
    var result =
        Intakes.read(
            Profiles.byName("lean-forex"),
            "eurusd/20140501_quote.csv",
            "57599999.5,1.38727,1.38729\r",
            "57600000,1.38726,1.38729\r");

    assertThat(result.rows().get(0))
        .startsWith("EURUSD 2014-05-01 1398977999999500000 ")
        .contains("1.387270000 null 1.387290000 null");
    assertThat(result.rows().get(1)).startsWith("EURUSD 2014-05-02 1398978000000000000 ");
  }

  @Test
  void aFileThatNamesNoDateIsRefused() {
    assertThatThrownBy(() -> Intakes.read(Profiles.byName("lean-equity"), "ibm/trades.csv", ""))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("YYYYMMDD_trade.zip");
    assertThatThrownBy(
            () -> Intakes.read(Profiles.byName("lean-equity"), "ibm/20131307_trade.csv", ""))
        .isInstanceOf(RefusedFileException.class);
  }
}
