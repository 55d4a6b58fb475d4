package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static io.tapedeck.core.execution.BarFloor.sellStop;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much of a bar's volume orders may take: a quarter at the open and on each leg. */
class BarVolumeTest {
  private static BarFloor floor() {
    return BarFloor.of(BarPath.OHLC);
  }

  @Test
  void whatABarCannotGiveAMarketOrderTheNextBarsDo() {
    // quarters of 40, of 20 and of 100 lots
    BarFloor floor = floor().send(buy(20));

    floor.bar(50, 60, 40, 55, 40).bar(56, 60, 40, 55, 20).bar(57, 60, 40, 55, 100);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 10 @ 50 TAKER leaves 10",
            "112 filled #1 BUY 5 @ 56 TAKER leaves 5",
            "124 filled #1 BUY 5 @ 57 TAKER leaves 0");
  }

  @Test
  void aLimitOrderTakesAQuarterOnEachLegThatHasReachedIt() {
    // 41 lots let go 10, 20, 30 and 41 in all; nothing is taken before the low
    BarFloor floor = floor().send(buyAt(100, 45)).bar(50, 60, 40, 55, 41);

    assertThat(floor.lines())
        .containsExactly(
            "108 filled #1 BUY 30 @ 45 MAKER leaves 70",
            "112 filled #1 BUY 11 @ 45 MAKER leaves 59"); // the last leg begins beyond the limit
  }

  @Test
  void whatOneOrderLeavesOfAQuarterIsThereForTheNext() {
    // open: 10 for the market order's 4 and the limit's 6; first leg: 10 more
    BarFloor floor = floor().send(buyAt(20, 50)).send(buy(4)).send(sell(3)).bar(50, 60, 50, 55, 40);
    floor.open(54, 60, 50, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #2 BUY 4 @ 50 TAKER leaves 0",
            "100 filled #1 BUY 6 @ 50 MAKER leaves 14",
            "104 filled #1 BUY 10 @ 50 MAKER leaves 4",
            "108 filled #1 BUY 4 @ 50 MAKER leaves 0",
            "112 filled #3 SELL 3 @ 54 TAKER leaves 0"); // nothing was left at the open before
  }

  @Test
  void noBarFillsAnOrderTwiceWithTheSameVolume() {
    // a gap beyond the limit of 70: 10 at the open, then 10 on each leg, 40 in all; on the way for
    // no better price than 70, or the bar's high
    BarFloor floor = floor().send(buyAt(100, 70)).bar(50, 60, 40, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 10 @ 50 TAKER leaves 90",
            "104 filled #1 BUY 10 @ 60 MAKER leaves 80",
            "108 filled #1 BUY 10 @ 60 MAKER leaves 70",
            "112 filled #1 BUY 10 @ 60 MAKER leaves 60");
  }

  @Test
  void weTakeOurShareOfTheVolumeRoundedDown() {
    // 10 % of 79 are 7: 1 at the open, 3 and 5 up to the extremes, 7 in all
    BarFloor floor = floor().participating("0.1").send(buyAt(100, 50)).bar(50, 60, 50, 55, 79);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 1 @ 50 MAKER leaves 99",
            "104 filled #1 BUY 2 @ 50 MAKER leaves 97",
            "108 filled #1 BUY 2 @ 50 MAKER leaves 95",
            "112 filled #1 BUY 2 @ 50 MAKER leaves 93");
  }

  @Test
  void whatATriggeredStopLacksIsAMarketOrderThatArrivedThere() {
    BarFloor floor = floor().send(sellStop(40, 45)).bar(50, 60, 40, 55, 40);

    floor.open(53, 60, 40, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "108 triggered #1",
            "108 filled #1 SELL 30 @ 45 TAKER leaves 10",
            "112 filled #1 SELL 10 @ 53 TAKER leaves 0");
  }

  @Test
  void atTheNextCloseThereIsAllThatIsLeftOfTheBar() {
    BarFloor floor =
        BarFloor.of(BarMarketMode.NEXT_CLOSE, BarPath.OHLC).send(buy(50)).send(sellAt(4, 60));

    floor.bar(50, 60, 40, 55, 40).bar(55, 56, 54, 54, 40);

    assertThat(floor.lines())
        .containsExactly(
            "104 filled #2 SELL 4 @ 60 MAKER leaves 0",
            "112 filled #1 BUY 36 @ 55 TAKER leaves 14",
            "124 filled #1 BUY 14 @ 54 TAKER leaves 0");
  }

  @Test
  void byTheSameCloseTheRestWaitsForTheNextOpens() {
    BarFloor floor = BarFloor.of(BarMarketMode.SAME_CLOSE, BarPath.OHLC).bar(50, 60, 40, 55, 40);

    floor.send(buy(55)).bar(56, 60, 40, 55, 40).bar(57, 60, 40, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "112 filled #1 BUY 40 @ 55 TAKER leaves 15", // nobody took of that bar
            "112 filled #1 BUY 10 @ 56 TAKER leaves 5", // a quarter at the next open
            "124 filled #1 BUY 5 @ 57 TAKER leaves 0");
  }

  @Test
  void atTheMiddleOfTheBarHalfOfItIsThere() {
    BarFloor floor = BarFloor.of(BarMarketMode.MID, BarPath.OHLC).send(buy(50));

    floor.bar(50, 60, 40, 55, 40).bar(50, 60, 40, 55, 400);

    assertThat(floor.lines())
        .containsExactly(
            "106 filled #1 BUY 20 @ 50 TAKER leaves 30",
            "118 filled #1 BUY 30 @ 50 TAKER leaves 0");
  }

  @Test
  void immediateOrdersGetWhatTheirOnlyChanceGives() {
    BarFloor floor = floor();
    floor.sendImmediate(buy(8), FOK).sendImmediate(buy(3), FOK).sendImmediate(buy(8), IOC);

    floor.open(50, 60, 40, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 8 @ 50 TAKER leaves 0",
            "100 canceled #2 FILL_OR_KILL leaves 3", // 2 of the quarter of 10 are left
            "100 filled #3 BUY 2 @ 50 TAKER leaves 6",
            "100 canceled #3 IMMEDIATE_OR_CANCEL leaves 6");
  }

  @Test
  void aBarWithoutTradesFillsNothingAndOneOfUnknownVolumeEverything() {
    BarFloor floor = floor().send(buy(1_000_000)).bar(50, 50, 50, 50, 0);
    assertThat(floor.lines()).isEmpty();
    assertThat(floor.venue().usedUnlimitedSize()).isFalse();

    floor.open(50, 60, 40, 55);

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 1000000 @ 50 TAKER leaves 0");
    assertThat(floor.venue().usedUnlimitedSize()).isTrue();
  }

  @Test
  void whatItsBondsHoldBackAnOrderDoesNotTake() {
    BarFloor floor = floor().permitting((id, wanted) -> id == 1 ? 0 : wanted);

    floor.send(buy(5)).send(buy(5)).open(50, 60, 40, 55, 40);

    assertThat(floor.lines()).containsExactly("100 filled #2 BUY 5 @ 50 TAKER leaves 0");
  }

  @Test
  void theReturnToTheHighLetsNoMoreGo() {
    // 10 at the open, 20 up to the high, 30 to the low and back, 40 to the close
    BarFloor floor = BarFloor.of(BarPath.PESSIMISTIC).send(sellAt(100, 50)).bar(50, 60, 50, 55, 40);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 SELL 10 @ 50 MAKER leaves 90",
            "103 filled #1 SELL 10 @ 50 MAKER leaves 80",
            "106 filled #1 SELL 10 @ 50 MAKER leaves 70",
            "112 filled #1 SELL 10 @ 50 MAKER leaves 60");
  }
}
