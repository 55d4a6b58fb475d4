package io.tapedeck.lake.scan;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.TUESDAY;
import static io.tapedeck.lake.scan.TickLake.WEDNESDAY;
import static io.tapedeck.lake.scan.TickLake.at;
import static io.tapedeck.lake.scan.TickLake.print;
import static io.tapedeck.lake.scan.TickLake.quote;
import static io.tapedeck.lake.scan.TickLake.randomQuotes;
import static io.tapedeck.lake.scan.TickLake.randomTrades;
import static io.tapedeck.lake.scan.TickLake.signal;
import static io.tapedeck.lake.scan.TickLake.trade;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFeedIT {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;
  private TickLake ticks;

  @BeforeEach
  void openLake() {
    ticks = new TickLake(folder);
  }

  @Test
  void everyRowComesOutOnceInTheTotalOrder() {
    List<Row> trades = new ArrayList<>(randomTrades("X", MONDAY, 9_000, 1));
    trades.addAll(randomTrades("X", TUESDAY, 5_000, 2));
    trades.addAll(randomTrades("Y", MONDAY, 4_500, 3));
    List<Row> quotes = randomQuotes("X", MONDAY, 9_500, 4);
    ticks.with(LakeTable.TRADES, trades).with(LakeTable.QUOTES, quotes);

    PinnedScan scan = ticks.plan("X", "Y");

    assertThat(ticks.events(scan)).isEqualTo(slowly(ticks));
    assertThat(scan.rows()).isEqualTo(9_000 + 5_000 + 4_500 + 9_500);
  }

  @Test
  void theOrderDoesNotDependOnTheFiles() {
    List<Row> trades = randomTrades("X", MONDAY, 10_000, 5);
    ticks.with(LakeTable.TRADES, trades);
    List<String> oneFile = ticks.events(ticks.plan("X"));

    TickLake scattered = new TickLake(folder.resolve("scattered"));
    scattered.with(
        LakeTable.TRADES,
        trades,
        rows -> rows.repartition(7).sortWithinPartitions(Columns.TS_EVENT, Columns.SEQ));
    TickLake perVenue = new TickLake(folder.resolve("per-venue"));
    for (String venue : List.of("A", "B")) {
      perVenue.with(
          LakeTable.TRADES,
          trades,
          rows -> rows.where(col(Columns.VENUE).equalTo(venue)).coalesce(1));
    }

    assertThat(files(scattered)).isEqualTo(7);
    assertThat(files(perVenue)).isEqualTo(2);
    assertThat(scattered.events(scattered.plan("X"))).isEqualTo(oneFile);
    assertThat(perVenue.events(perVenue.plan("X"))).isEqualTo(oneFile);
  }

  @Test
  void absentValuesAreMissing() {
    ticks.with(LakeTable.QUOTES, List.of(quote("X", MONDAY, 5, 1, null, "100.02")));

    assertThat(ticks.events(ticks.plan("X")))
        .containsExactly(
            "X " + at(MONDAY, 5) + " quotes - 1 " + Missing.VALUE + " / 10002"); // 100.02 / 0.01
  }

  @Test
  void symbolsMayHaveAnyCharacters() {
    List<String> symbols = List.of("BTC/USD", "BRK.B", "ES=F", "005930", "A B%2F'c:");
    ticks.with(
        LakeTable.TRADES,
        symbols.stream().map(symbol -> trade(symbol, MONDAY, 1, 1, null, "100.01")).toList());

    for (String symbol : symbols) {
      assertThat(ticks.events(ticks.plan(symbol)))
          .containsExactly(symbol + " " + at(MONDAY, 1) + " trades - 1 10001 x 1");
    }
  }

  @Test
  void theOfficialPrintsOfEachDayAreMarkedAndTheClosingOnePassesRegularHours() {
    long close = 57_600 * SECOND;
    ticks.with(
        LakeTable.TRADES,
        List.of(
            print("X", MONDAY, 1, 1, 400, "Q,4000000"),
            print("X", MONDAY, 2, 2, 900, "N,40"),
            trade("X", MONDAY, 2, 2, null, "100.01"), // of another source, with the same number
            print("X", MONDAY, 3, 3, 5_000, "N,0"),
            print("X", MONDAY, close + SECOND, 4, 30, "Q,1000000"),
            print("X", MONDAY, close + 4 * SECOND, 5, 700, "N,80"),
            print("X", MONDAY, close + 5 * SECOND, 6, 100, "N,2000"),
            print("X", TUESDAY, 1, 7, 10, "Q,4000000"), // the only one of its day
            trade("Y", MONDAY, 1, 1, null, "100.01")));

    PinnedScan scan = ticks.plan("X", "Y");

    assertThat(scan.universe().hasAuctions(0)).isTrue();
    assertThat(scan.universe().hasAuctions(1)).isFalse();
    List<String> official =
        List.of(
            "OPENING " + at(MONDAY, 2) + " x 900000", // lots of 0.001
            "CLOSING " + at(MONDAY, close + 4 * SECOND) + " x 700000",
            "OPENING " + at(TUESDAY, 1) + " x 10000");
    assertThat(auctions(scan, List.of())).isEqualTo(official);
    List<Session> hours =
        List.of(
            new Session(MONDAY, at(MONDAY, 0), at(MONDAY, close)),
            new Session(TUESDAY, at(TUESDAY, 0), at(TUESDAY, close)));
    assertThat(auctions(scan, hours)).isEqualTo(official);
    assertThat(ticks.events(scan, hours)).hasSize(7); // 1 of Y; of X not the two other late ones
  }

  @Test
  void tradesThatAreReportsStayInTheLakeAndAreNotOnTheTape() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) { // more than a block of nothing else
      rows.add(print("X", MONDAY, i, i, 13_500, "D,20100000"));
    }
    rows.add(print("X", MONDAY, 6_000, 6_000, 251, "P,4000000"));
    rows.add(print("X", MONDAY, 6_001, 6_001, 300, "Q,21"));
    rows.add(print("X", MONDAY, 6_002, 6_002, 501_259, "D,20100000"));
    rows.add(print("X", MONDAY, 6_003, 6_003, 100, null));
    ticks.with(LakeTable.TRADES, rows);
    List<String> prices = new ArrayList<>();
    for (int seq : new int[] {6_000, 6_001, 6_003}) {
      int size = seq == 6_000 ? 251 : seq == 6_001 ? 300 : 100;
      prices.add("X " + at(MONDAY, seq) + " trades - " + seq + " 10000 x " + size * 1_000);
    }

    PinnedScan scan = ticks.plan("X");

    assertThat(scan.rows()).isEqualTo(5_004);
    assertThat(ticks.events(scan)).isEqualTo(prices);
    try (LakeFeed feed = new LakeFeed(scan, ticks.lake().hadoopConfiguration(), List.of())) {
      TapeBatch batch = new TapeBatch(100);
      while (feed.refill(batch)) {
        assertThat(batch.size()).isPositive();
      }
      assertThat(feed.reports()).isEqualTo(5_001);
    }
    assertThat(auctions(scan, List.of()))
        .containsExactly("OPENING " + at(MONDAY, 6_000) + " x 251000");
  }

  @Test
  void aReportIsToldByTheConditionsOfItsOwnSource() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            print("X", MONDAY, 1, 1, 100, "D,20100000"),
            trade("X", MONDAY, 1, 2, "A", "100.01"),
            print("X", MONDAY, 2, 3, 100, "Q,0")));

    assertThat(ticks.events(ticks.plan("X"))) // from one file of two sources
        .containsExactly(
            "X " + at(MONDAY, 1) + " trades A 2 10001 x 1",
            "X " + at(MONDAY, 2) + " trades - 3 10000 x 100000");
  }

  private List<String> auctions(PinnedScan scan, List<Session> regularHours) {
    List<String> lines = new ArrayList<>();
    TapeBatch batch = new TapeBatch(100);
    try (LakeFeed feed = new LakeFeed(scan, ticks.lake().hadoopConfiguration(), regularHours)) {
      while (feed.refill(batch)) {
        TradeColumns trades = batch.trades();
        for (int row = 0; row < trades.size(); row++) {
          if (trades.auction(row) != Auction.NONE) {
            String auction = trades.auction(row) == Auction.OPENING ? "OPENING " : "CLOSING ";
            lines.add(auction + trades.eventTimeNanos(row) + " x " + trades.lots(row));
          }
        }
      }
    }
    return lines;
  }

  @Test
  void aPinnedScanDoesNotSeeWhatIsWrittenLater() {
    ticks.with(LakeTable.TRADES, randomTrades("X", MONDAY, 50, 6));
    PinnedScan pinned = ticks.plan("X");
    List<String> before = ticks.events(pinned);

    ticks.with(LakeTable.TRADES, List.of(trade("X", TUESDAY, 1, 1, null, "100.01")));

    assertThat(ticks.events(pinned)).isEqualTo(before);
    assertThat(ticks.events(ticks.plan("X"))).hasSize(51);
    PinnedScan again =
        ScanPlanner.plan(
            ticks.lake().asOf(pinned.versions()),
            ScanRequest.ticks(List.of("X"), MONDAY, WEDNESDAY));
    assertThat(again.partitions()).isEqualTo(pinned.partitions());
  }

  @Test
  void rowsOutOfOrderAreRefusedWithTheRemedy() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            trade("X", MONDAY, 9, 1, null, "100.01"), trade("X", MONDAY, 5, 2, null, "100.02")));

    assertThatThrownBy(() -> ticks.events(ticks.plan("X")))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("trades of X on 2024-01-08")
        .hasMessageContaining("tapedeck compact");
  }

  @Test
  void twoEventsOfOneStreamWithOneSeqAndTimeAreRefused() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            trade("X", MONDAY, 5, 1, null, "100.01"), trade("X", MONDAY, 5, 1, null, "100.02")));

    assertThatThrownBy(() -> ticks.events(ticks.plan("X"))).hasMessageContaining("have seq 1");
  }

  @Test
  void aPriceThatIsNoWholeNumberOfTicksIsRefusedWithFileRowAndValue() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            trade("X", MONDAY, 5, 1, null, "100.01"), trade("X", MONDAY, 6, 2, null, "100.015")));

    assertThatThrownBy(() -> ticks.events(ticks.plan("X")))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(".parquet row 1")
        .hasMessageContaining("price 100.015000000 is not a whole number of ticks of 0.01");
  }

  @Test
  void regularHoursKeepBothEndsOfASession() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            trade("X", MONDAY, 9, 1, null, "100.01"),
            trade("X", MONDAY, 10, 2, null, "100.02"),
            trade("X", MONDAY, 20, 3, null, "100.03"),
            trade("X", MONDAY, 21, 4, null, "100.04")));
    Session session = new Session(MONDAY, at(MONDAY, 10), at(MONDAY, 20));

    assertThat(ticks.events(ticks.plan("X"), List.of(session)))
        .extracting(line -> line.split(" ")[4])
        .containsExactly("2", "3");
  }

  @Test
  void signalsFromTheCloseBeforeToTheLastCloseBelongToAScan() {
    ticks.with(LakeTable.TRADES, randomTrades("X", TUESDAY, 3, 1));
    ticks.with(
        LakeTable.SIGNALS,
        List.of(
            signal("X", at(MONDAY, -1), 1, "m", +1), // at Sunday's close: of the scan before
            signal("X", at(MONDAY, 0), 2, "m", +1),
            signal("X", at(TUESDAY, 1), 3, "m", -1),
            signal("X", at(WEDNESDAY.plusDays(1), -1), 4, "m", 0), // at the last close
            signal("X", at(WEDNESDAY.plusDays(1), 0), 5, "m", +1)));

    assertThat(ticks.events(ticks.plan("X")))
        .filteredOn(line -> line.contains("signals"))
        .extracting(line -> line.split(" ")[4] + " " + line.split(" ")[5])
        .containsExactly("2 1", "3 -1", "4 0");
  }

  private static int files(TickLake ticks) {
    return ticks.plan("X").partitions().get(0).files().size();
  }

  /** All rows of trades and quotes as Spark reads them, sorted and printed without the reader. */
  private static List<String> slowly(TickLake ticks) {
    record Keyed(long nanos, LakeTable rank, String stream, long seq, String line) {}
    List<Keyed> rows = new ArrayList<>();
    for (LakeTable table : List.of(LakeTable.TRADES, LakeTable.QUOTES)) {
      for (Row row : ticks.lake().read(table).collectAsList()) {
        String venue = row.getAs(Columns.VENUE) == null ? "-" : row.getAs(Columns.VENUE);
        String symbol = row.getAs(Columns.SYMBOL);
        long nanos = row.getAs(Columns.TS_EVENT);
        long seq = row.getAs(Columns.SEQ);
        String key = String.join(" ", symbol, "" + nanos, table.folder(), venue, "" + seq);
        String values =
            table == LakeTable.TRADES
                ? units(row, Columns.PRICE, "0.01") + " x " + units(row, Columns.SIZE, "0.001")
                : units(row, Columns.BID_PRICE, "0.01")
                    + " / "
                    + units(row, Columns.ASK_PRICE, "0.01");
        rows.add(new Keyed(nanos, table, symbol + " " + venue, seq, key + " " + values));
      }
    }
    rows.sort(
        Comparator.comparingLong(Keyed::nanos)
            .thenComparing(Keyed::rank)
            .thenComparing(Keyed::stream)
            .thenComparing(Keyed::seq));
    return rows.stream().map(Keyed::line).toList();
  }

  private static long units(Row row, String column, String quantum) {
    BigDecimal value = row.getAs(column);
    return value == null ? Missing.VALUE : value.divide(new BigDecimal(quantum)).longValueExact();
  }
}
