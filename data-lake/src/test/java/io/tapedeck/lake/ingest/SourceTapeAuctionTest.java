package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.RealTicks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTapeAuctionTest {
  private static final SourceFormat LEAN = Profiles.byName("lean-equity");

  @TempDir Path folder;

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
}
