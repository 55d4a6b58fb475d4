package io.tapedeck.lake.bar;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.TUESDAY;
import static io.tapedeck.lake.scan.TickLake.at;
import static io.tapedeck.lake.scan.TickLake.print;
import static io.tapedeck.lake.scan.TickLake.quote;
import static io.tapedeck.lake.scan.TickLake.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.scan.BarSelection;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.scan.ScanRequest;
import io.tapedeck.lake.scan.TickLake;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsJobIT {
  private static final long SECOND = 1_000_000_000L;
  private static final BarLength MINUTE = BarLength.parse("1m");
  private static final BarLength DAY = BarLength.parse("1d");
  private static final LocalDate NEXT_MONTH = MONDAY.plusMonths(1);

  @TempDir Path folder;
  private TickLake ticks;

  @BeforeEach
  void openLake() {
    ticks = new TickLake(folder);
  }

  @Test
  void barsEqualASlowAggregationAndBuildingThemAgainChangesNothing() {
    List<Row> trades = new ArrayList<>();
    for (LocalDate date : List.of(MONDAY, TUESDAY, NEXT_MONTH)) {
      Random random = new Random(date.toEpochDay());
      long nanos = 0;
      for (int seq = 0; seq < 300; seq++) {
        nanos += random.nextInt(20) * SECOND;
        trades.add(trade("X", date, nanos, seq, null, "100." + (10 + random.nextInt(90))));
      }
    }
    ticks.with(LakeTable.TRADES, trades);

    BarReport report = build(List.of(MINUTE, DAY), MONDAY, NEXT_MONTH, BarPrice.LAST);
    List<Row> first = bars("bar = '1m'");

    assertThat(report.units()).isEqualTo(2); // an instrument, two months
    assertThat(report.ticks()).isEqualTo(900);
    assertThat(first).extracting(BarsJobIT::line).containsExactlyElementsOf(slowly(trades));
    assertThat(bars("bar = '1d'"))
        .extracting(row -> row.<String>getAs(Columns.MONTH) + row.getAs(Columns.TRADE_COUNT))
        .containsExactly("-300", "-300", "-300");
    Map<?, ?> digests = PartitionDigests.load(ticks.lake(), LakeTable.BARS);
    assertThat(digests).hasSize(2 * 2); // two lengths, two months

    build(List.of(MINUTE), TUESDAY, TUESDAY, BarPrice.LAST); // one date of its month

    assertThat(bars("bar = '1m'")).isEqualTo(first);
    assertThat(PartitionDigests.load(ticks.lake(), LakeTable.BARS)).isEqualTo(digests);
  }

  @Test
  void dayByDayLeavesWhatOneBuildLeaves() {
    List<Row> trades = new ArrayList<>();
    for (LocalDate date : List.of(MONDAY, TUESDAY)) {
      trades.add(trade("X", date, 0, 1, null, "100.01"));
      trades.add(trade("X", date, 61 * SECOND, 2, null, "100.02"));
    }
    ticks.with(LakeTable.TRADES, trades);
    build(List.of(MINUTE, DAY), MONDAY, TUESDAY, BarPrice.LAST);
    List<String> atOnce = bars("true").stream().map(Row::toString).sorted().toList();
    Map<?, ?> digests = PartitionDigests.load(ticks.lake(), LakeTable.BARS);

    TickLake daily = new TickLake(folder.resolve("daily"));
    daily.with(LakeTable.TRADES, trades);
    ticks = daily;
    for (LocalDate date : List.of(TUESDAY, MONDAY, TUESDAY)) { // one of them again
      build(List.of(MINUTE, DAY), date, date, BarPrice.LAST);
    }

    assertThat(bars("true").stream().map(Row::toString).sorted().toList()).isEqualTo(atOnce);
    assertThat(atOnce).hasSize(2 * 2 + 2); // two minutes and a day of each date
    assertThat(PartitionDigests.load(daily.lake(), LakeTable.BARS)).isEqualTo(digests);
  }

  @Test
  void barsOfOtherPricesStayAndMidsKeepTheirHalfTick() {
    ticks.with(
        LakeTable.QUOTES,
        List.of(
            quote("BTC/USD", MONDAY, 0, 1, "100.00", "100.01"),
            quote("BTC/USD", MONDAY, 1, 2, null, "100.05"),
            quote("BTC/USD", MONDAY, 61 * SECOND, 3, "100.02", "100.04")));

    BarRequest asks =
        new BarRequest(List.of("BTC/USD"), MONDAY, MONDAY, List.of(MINUTE), BarPrice.ASK);
    BarsJob.build(ticks.lake(), asks);
    BarReport mids =
        BarsJob.build(
            ticks.lake(),
            new BarRequest(List.of("BTC/USD"), MONDAY, MONDAY, List.of(MINUTE), BarPrice.MID));

    assertThat(mids.bars()).isEqualTo(2);
    assertThat(bars("price_kind = 'MID'"))
        .extracting(row -> row.<BigDecimal>getAs(Columns.CLOSE).toPlainString())
        .containsExactly("100.005000000", "100.030000000"); // (100.00 + 100.01) / 2
    assertThat(bars("price_kind = 'ASK'"))
        .extracting(row -> row.<BigDecimal>getAs(Columns.HIGH).toPlainString())
        .containsExactly("100.050000000", "100.040000000");
    assertThat(bars("volume IS NOT NULL OR vwap IS NOT NULL")).isEmpty();

    ScanRequest sides =
        new ScanRequest(
            List.of("BTC/USD"),
            MONDAY,
            TUESDAY,
            Set.of(LakeTable.QUOTES, LakeTable.BARS),
            BarSelection.bidAndAsk(MINUTE));
    assertThatThrownBy(() -> ScanPlanner.plan(ticks.lake(), sides))
        .hasMessageContaining("are of ASK only, and orders need both sides");

    BarsJob.build(
        ticks.lake(),
        new BarRequest(List.of("BTC/USD"), MONDAY, MONDAY, List.of(MINUTE), BarPrice.BID));
    PinnedScan scan = ScanPlanner.plan(ticks.lake(), sides);

    assertThat(scan.universe().listings())
        .extracting(l -> l.hasQuotes() + " " + l.hasBars() + " " + l.isFilledByBars())
        .containsExactly("true true false");
    assertThat(ticks.bars(scan)) // the mids, in half ticks, are beside them and not read
        .containsExactly(
            "open 2024-01-08T00:00:00Z ASK 10001 10005 10001 10005 x -",
            "open 2024-01-08T00:00:00Z BID 10000 10000 10000 10000 x -",
            "close 2024-01-08T00:01:00Z ASK 10001 10005 10001 10005 x -",
            "close 2024-01-08T00:01:00Z BID 10000 10000 10000 10000 x -",
            "open 2024-01-08T00:01:00Z ASK 10004 10004 10004 10004 x -",
            "open 2024-01-08T00:01:00Z BID 10002 10002 10002 10002 x -",
            "close 2024-01-08T00:02:00Z ASK 10004 10004 10004 10004 x -",
            "close 2024-01-08T00:02:00Z BID 10002 10002 10002 10002 x -");
  }

  @Test
  void theLatePrintOfAClosingAuctionIsInNoBar() {
    long close = 57_600 * SECOND;
    CalendarBook.put(
        ticks.lake(),
        "24/7",
        List.of(
            new Session(MONDAY, at(MONDAY, 0), at(MONDAY, close)),
            new Session(TUESDAY, at(TUESDAY, 0), at(TUESDAY, close))),
        List.of());
    ticks.with(
        LakeTable.TRADES,
        List.of(
            print("X", MONDAY, close, 1, 30, "N,0"),
            print("X", MONDAY, close + 4 * SECOND, 2, 700, "N,80"),
            print("X", TUESDAY, close, 3, 20, "N,80"), // at the close: in the last bar
            print("X", TUESDAY, close + 4 * SECOND, 4, 10, "N,1000000")));

    build(List.of(DAY), MONDAY, TUESDAY, BarPrice.LAST);

    assertThat(bars("bar = '1d'"))
        .extracting(row -> row.<BigDecimal>getAs(Columns.VOLUME).intValueExact())
        .containsExactly(30, 20);
  }

  @Test
  void tradesThatAreReportsAreInNoBar() {
    ticks.with(
        LakeTable.TRADES,
        List.of(
            print("X", MONDAY, 1, 1, 30, "Q,0"),
            print("X", MONDAY, 2, 2, 13_500, "D,20100000"),
            print("X", MONDAY, 3, 3, 20, "Q,21")));

    build(List.of(DAY), MONDAY, MONDAY, BarPrice.LAST);

    assertThat(bars("bar = '1d'"))
        .extracting(row -> row.<BigDecimal>getAs(Columns.VOLUME).intValueExact())
        .containsExactly(50); // 30 + 20
  }

  @Test
  void aScanReadsBarsThatOrdersCanMeet() {
    assertThatThrownBy(() -> new BarSelection(MINUTE, Set.of(BarPrice.MID), ""))
        .hasMessageContaining("half a tick")
        .hasMessageContaining("tapedeck bars");
    assertThatThrownBy(() -> new BarSelection(MINUTE, Set.of(BarPrice.BID), ""))
        .hasMessageContaining("of LAST, or of BID and ASK");
    assertThatThrownBy(() -> new ScanRequest(List.of("X"), MONDAY, MONDAY, Set.of(LakeTable.BARS)))
        .hasMessageContaining("must say which ones");
  }

  private BarReport build(
      List<BarLength> lengths, LocalDate first, LocalDate last, BarPrice price) {
    return BarsJob.build(ticks.lake(), new BarRequest(List.of("X"), first, last, lengths, price));
  }

  private List<Row> bars(String condition) {
    return ticks
        .lake()
        .read(LakeTable.BARS)
        .where(condition)
        .orderBy(Columns.BAR_OPEN)
        .collectAsList();
  }

  /** One-minute bars by hand: prices of each minute in a list. */
  private static List<String> slowly(List<Row> trades) {
    Map<Long, List<BigDecimal>> minutes = new TreeMap<>();
    for (Row trade : trades) {
      long minute = trade.getLong(2) / (60 * SECOND);
      minutes.computeIfAbsent(minute, m -> new ArrayList<>()).add(trade.getDecimal(6).setScale(9));
    }
    List<String> lines = new ArrayList<>();
    minutes.forEach(
        (minute, prices) ->
            lines.add(
                String.join(
                    " ",
                    "" + minute * 60 * SECOND,
                    "" + prices.get(0),
                    "" + prices.stream().reduce(BigDecimal::max).get(),
                    "" + prices.stream().reduce(BigDecimal::min).get(),
                    "" + prices.get(prices.size() - 1),
                    "0.001 x " + prices.size())));
    return lines;
  }

  private static String line(Row bar) {
    long count = bar.getAs(Columns.TRADE_COUNT);
    BigDecimal volume = bar.getAs(Columns.VOLUME);
    BigDecimal perTrade = volume.divide(BigDecimal.valueOf(count)).stripTrailingZeros();
    return String.join(
        " ",
        "" + bar.getAs(Columns.BAR_OPEN),
        "" + bar.getAs(Columns.OPEN),
        "" + bar.getAs(Columns.HIGH),
        "" + bar.getAs(Columns.LOW),
        "" + bar.getAs(Columns.CLOSE),
        perTrade.toPlainString() + " x " + count);
  }
}
