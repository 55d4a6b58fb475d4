package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Side;
import org.junit.jupiter.api.Test;

/** Where market orders meet bars. The first bar is open from 100 to 112, the next to 124. */
class BarMarketTest {
  private static BarFloor floor(BarMarketMode mode) {
    return BarFloor.of(mode, BarPath.OHLC);
  }

  @Test
  void decidedOnACloseAnOrderFillsAtTheNextOpen() {
    BarFloor floor = floor(BarMarketMode.NEXT_OPEN).bar(50, 60, 40, 55).send(buy(3));

    floor.bar(57, 60, 40, 50);

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 3 @ 57 TAKER leaves 0");
  }

  @Test
  void anOrderThatArrivesInABarWaitsForTheNextOpen() {
    BarFloor floor = floor(BarMarketMode.NEXT_OPEN).open(50, 60, 40, 55).to(101).send(sell(3));

    floor.close().open(57, 60, 40, 50);

    assertThat(floor.lines()).containsExactly("112 filled #1 SELL 3 @ 57 TAKER leaves 0");
  }

  @Test
  void slippageIsPaidOnTopAndMayLeaveTheBar() {
    // 100 bps of 5 001 are 50.01, rounded up against the taker: 5 001 + 51; the high is 5 010
    BarFloor floor = floor(BarMarketMode.NEXT_OPEN).slipping(100).send(buy(1));

    floor.open(5_001, 5_010, 5_000, 5_005);

    assertThat(floor.lines())
        .containsExactly("100 filled #1 BUY 1 @ 5052 TAKER slipped 51 leaves 0");
  }

  @Test
  void byTheSameCloseItFillsAtTheCloseItWasDecidedOn() {
    BarFloor floor = floor(BarMarketMode.SAME_CLOSE).bar(50, 60, 40, 55).send(buy(3));

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 3 @ 55 TAKER leaves 0");
  }

  @Test
  void byTheSameCloseAnOrderInABarFillsAtTheLastPointOfItsWay() {
    BarFloor floor = floor(BarMarketMode.SAME_CLOSE).open(50, 60, 40, 55);

    floor.to(103).send(buy(1)).to(107).send(buy(1)).to(108).send(sell(1));

    assertThat(floor.lines())
        .containsExactly(
            "103 filled #1 BUY 1 @ 50 TAKER leaves 0", // open
            "107 filled #2 BUY 1 @ 60 TAKER leaves 0", // high, since 104
            "108 filled #3 SELL 1 @ 40 TAKER leaves 0"); // low, since just now
  }

  @Test
  void byTheSameCloseAnOrderBeforeAnyPriceIsKnownFillsAtTheFirstOpen() {
    BarFloor floor = floor(BarMarketMode.SAME_CLOSE).send(buy(3));
    assertThat(floor.lines()).isEmpty();

    floor.open(50, 60, 40, 55);

    assertThat(floor.lines()).containsExactly("100 filled #1 BUY 3 @ 50 TAKER leaves 0");
  }

  @Test
  void byTheNextCloseItFillsWhenTheFirstBarClosesAfterItsArrival() {
    BarFloor floor = floor(BarMarketMode.NEXT_CLOSE).send(buy(1));

    floor.open(50, 60, 40, 55).to(111).send(sell(2)).close().send(buy(4)).bar(55, 70, 50, 66);

    assertThat(floor.lines())
        .containsExactly(
            "112 filled #1 BUY 1 @ 55 TAKER leaves 0",
            "112 filled #2 SELL 2 @ 55 TAKER leaves 0",
            "124 filled #3 BUY 4 @ 66 TAKER leaves 0");
  }

  @Test
  void atTheMiddleHalvesAreRoundedAgainstTheTaker() {
    BarFloor floor = floor(BarMarketMode.MID).send(buy(1)).send(sell(2));

    floor.bar(50, 61, 40, 55); // (61 + 40) / 2 = 50.5, at 100 + 12 / 2

    assertThat(floor.lines())
        .containsExactly(
            "106 filled #1 BUY 1 @ 51 TAKER leaves 0", "106 filled #2 SELL 2 @ 50 TAKER leaves 0");
  }

  @Test
  void atTheMiddleAnOrderThatArrivesInABarWaitsForTheNext() {
    BarFloor floor = floor(BarMarketMode.MID).open(50, 60, 40, 55).to(101).send(buy(1));

    floor.close().bar(55, 70, 50, 66);

    assertThat(floor.lines()).containsExactly("118 filled #1 BUY 1 @ 60 TAKER leaves 0");
  }

  @Test
  void atRandomThePriceIsAFunctionOfSeedSymbolOrderAndBar() {
    BarFloor floor = floor(BarMarketMode.RANDOM).send(buy(1)).bar(50, 60, 40, 55);
    floor.send(sell(1)).bar(55, 70, 50, 66);

    long key = Draw.key(BarFloor.SEED, Purpose.BAR_PRICE, "XYZ");
    assertThat(floor.lines())
        .containsExactly(
            "106 filled #1 BUY 1 @ " + Draw.between(key, 1, 100, 40, 60) + " TAKER leaves 0",
            "118 filled #2 SELL 1 @ " + Draw.between(key, 2, 112, 50, 70) + " TAKER leaves 0");
  }

  @Test
  void barsOfMidsCountInHalfTicksAndAreRoundedAgainstTheTaker() {
    BarFloor floor = floor(BarMarketMode.NEXT_OPEN).send(buy(1)).send(sell(1));

    floor.openAs(BarPrice.MID, 101, 121, 81, 111, BarFloor.NONE); // opens at 50.5

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 1 @ 51 TAKER leaves 0", "100 filled #2 SELL 1 @ 50 TAKER leaves 0");
    assertThat(floor.points()).containsExactly("100 101");
  }

  @Test
  void anOrderThatIsCanceledBeforeItsPriceNeverFills() {
    BarFloor floor = floor(BarMarketMode.NEXT_CLOSE).open(50, 60, 40, 55).send(buy(1));

    floor.to(111).cancel(1, Side.BUY).close();

    assertThat(floor.lines()).containsExactly("111 canceled #1 REQUESTED leaves 1");
  }

  @Test
  void aStopAtTheMiddleDelaysNobodyOnTheLegsAroundIt() {
    BarFloor floor = floor(BarMarketMode.MID).send(buy(1)).open(50, 60, 40, 55);

    floor.to(101).send(sellAt(2, 59)).to(105).send(buyAt(3, 41)).close();

    assertThat(floor.lines())
        .containsExactly(
            "106 filled #1 BUY 1 @ 50 TAKER leaves 0",
            "108 filled #2 SELL 2 @ 59 TAKER leaves 0", // the leg from 60 at 104
            "112 filled #3 BUY 3 @ 41 TAKER leaves 0"); // the leg from 40 at 108
  }

  @Test
  void aBarOfAnInstantHasAMiddleToo() {
    BarColumns bars = new BarColumns(EventKind.BAR_OPEN, 1);
    bars.add(0, 0, 0, 100, 100, BarFloor.NONE, BarPrice.LAST, 50, 60, 40, 55, BarFloor.NONE);
    BarFloor floor = floor(BarMarketMode.MID).send(buy(1));

    floor.venue().onBarOpen(bars, 0, 0);
    floor.to(100);

    assertThat(floor.lines()).containsExactly("100 filled #1 BUY 1 @ 50 TAKER leaves 0");
    assertThat(floor.points()).containsExactly("100 100", "100 120", "100 80", "100 110");
  }
}
