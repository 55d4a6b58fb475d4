package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.buyStop;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static io.tapedeck.core.execution.BarFloor.sellStop;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.BarPrice;
import org.junit.jupiter.api.Test;

/** Bars of bids and of asks that belong together: points at 100, 104, 108 and 112. */
class BarPairTest {
  private static final long NONE = BarFloor.NONE;

  /** Bid 50 60 40 55, ask 3 above it, at the low 5. */
  private static BarFloor pair(BarFloor floor) {
    return floor
        .openAs(BarPrice.BID, 50, 60, 40, 55, NONE)
        .with(BarPrice.ASK, 53, 63, 45, 58, NONE);
  }

  @Test
  void buysMeetTheAskAndSellsTheBid() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).send(buy(1)).send(sell(2));

    pair(floor);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #2 SELL 2 @ 50 TAKER leaves 0", "100 filled #1 BUY 1 @ 53 TAKER leaves 0");
  }

  @Test
  void theOrderOfTheTwoBarsOnTheTapeChangesNoPrice() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).send(buy(1)).send(sell(2)).send(sellAt(3, 60));

    floor.openAs(BarPrice.ASK, 53, 63, 45, 58, NONE).with(BarPrice.BID, 50, 60, 40, 55, NONE);
    floor.close();

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 1 @ 53 TAKER leaves 0",
            "100 filled #2 SELL 2 @ 50 TAKER leaves 0",
            "104 filled #3 SELL 3 @ 60 MAKER leaves 0");
    assertThat(floor.points()).containsExactly("100 103", "104 123", "108 85", "112 113");
  }

  @Test
  void pointsAreMarkedAtBidPlusAskOnceBothAreThere() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).openAs(BarPrice.BID, 50, 60, 40, 55, NONE);
    assertThat(floor.points()).isEmpty();

    floor.with(BarPrice.ASK, 53, 63, 45, 58, NONE).close();

    assertThat(floor.points()).containsExactly("100 103", "104 123", "108 85", "112 113");
  }

  @Test
  void limitsAndStopsLookAtTheSideTheyWouldTakeFrom() {
    BarFloor floor =
        BarFloor.of(BarPath.OHLC)
            .send(buyAt(1, 44)) // the bid comes to 40, the ask to 45 only
            .send(buyAt(2, 46))
            .send(sellAt(3, 61)) // the ask comes to 63, the bid to 60 only
            .send(sellAt(4, 60))
            .send(buyStop(5, 62))
            .send(sellStop(6, 44));

    pair(floor).close();

    assertThat(floor.lines())
        .containsExactly(
            "104 triggered #5",
            "104 filled #5 BUY 5 @ 62 TAKER leaves 0", // 9 of the 10 ticks of the ask
            "104 filled #4 SELL 4 @ 60 MAKER leaves 0", // 10 of the 10 of the bid
            "108 triggered #6",
            "108 filled #6 SELL 6 @ 44 TAKER leaves 0", // 16 of 20
            "108 filled #2 BUY 2 @ 46 MAKER leaves 0"); // 17 of 18
  }

  @Test
  void onePathIsChosenForBothByTheirSum() {
    BarFloor floor = BarFloor.of(BarPath.ADAPTIVE);

    // bid: up 10, down 12; ask: up 10, down 7; both: up 20, down 19
    floor.openAs(BarPrice.BID, 50, 60, 38, 55, NONE).with(BarPrice.ASK, 53, 63, 46, 58, NONE);
    floor.close();

    assertThat(floor.points()).containsExactly("100 103", "104 84", "108 123", "112 113");
  }

  @Test
  void whatIsReleasedOnALegTakesPartFromTheNextPoint() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 58), sellStop(1, 30));

    pair(floor.send(buyStop(1, 55))).close(); // in at 55; the bid at 104 is 60

    assertThat(bracket.fills()).containsExactly("104 #1 BUY @ 55", "108 #11 SELL @ 58");
  }

  @Test
  void aStopLossInTheEntryBarLooksAtTheBid() {
    BarFloor floor = BarFloor.of(BarPath.OLHC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 61), sellStop(1, 42));

    pair(floor.send(buy(1))).close();

    assertThat(bracket.fills()).containsExactly("100 #1 BUY @ 53", "104 #12 SELL @ 42");
  }

  @Test
  void eachSideHasItsOwnVolume() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).send(buy(9)).send(sell(9));

    floor.openAs(BarPrice.BID, 50, 60, 40, 55, 8).with(BarPrice.ASK, 53, 63, 45, 58, 20);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #2 SELL 2 @ 50 TAKER leaves 7", "100 filled #1 BUY 5 @ 53 TAKER leaves 4");
  }

  @Test
  void whereTheAsksAreMissingNoBuyIsFilled() {
    BarFloor floor = BarFloor.of(BarPath.OHLC).send(buy(1)).send(buyAt(1, 90)).send(sell(1));

    floor.openAs(BarPrice.BID, 50, 60, 40, 55, NONE).close();

    assertThat(floor.lines()).containsExactly("100 filled #3 SELL 1 @ 50 TAKER leaves 0");
    assertThat(floor.points()).containsExactly("104 120", "108 80", "112 110");
  }

  @Test
  void whatIsReleasedAtTheOpenOfOneSideTakesPartFromTheFirstLegOn() {
    BarFloor floor = BarFloor.of(BarPath.OHLC);
    Bracket bracket = Bracket.on(floor, sellAt(1, 45), sellStop(1, 30));

    floor.send(buy(1)).openAs(BarPrice.ASK, 53, 63, 45, 58, NONE);
    floor.with(BarPrice.BID, 50, 60, 40, 55, NONE).close();

    assertThat(bracket.fills()).containsExactly("100 #1 BUY @ 53", "104 #11 SELL @ 45");
  }
}
