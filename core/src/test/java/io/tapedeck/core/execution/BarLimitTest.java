package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.market.Side;
import org.junit.jupiter.api.Test;

/** How limit orders meet bars: points at 100, 104, 108 and 112. */
class BarLimitTest {
  private static BarFloor floor(BarLimitMode mode, double probability) {
    return BarFloor.of(new BarFillSpec(BarMarketMode.NEXT_OPEN, mode, probability, BarPath.OHLC));
  }

  private static BarFloor touching() {
    return floor(BarLimitMode.TOUCH, 1);
  }

  @Test
  void touchedLimitsFillAtTheirOwnPriceWhereTheWayComesThere() {
    BarFloor floor = touching().send(buyAt(1, 45)).send(sellAt(2, 60)).send(buyAt(4, 39));

    floor.bar(50, 60, 40, 55); // up to 60 at 104, down to 40 at 108

    assertThat(floor.lines())
        .containsExactly(
            "104 filled #2 SELL 2 @ 60 MAKER leaves 0", "108 filled #1 BUY 1 @ 45 MAKER leaves 0");
  }

  @Test
  void ordersOnOneLegAreMetInTheOrderOfTheWayAndThenByArrival() {
    BarFloor floor =
        touching().send(buyAt(1, 45)).send(buyAt(2, 48)).send(buyAt(3, 45)).send(buyAt(4, 41));

    floor.bar(50, 50, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "108 filled #2 BUY 2 @ 48 MAKER leaves 0",
            "108 filled #1 BUY 1 @ 45 MAKER leaves 0",
            "108 filled #3 BUY 3 @ 45 MAKER leaves 0",
            "108 filled #4 BUY 4 @ 41 MAKER leaves 0");
  }

  @Test
  void atAnOpenBeyondItsLimitAnOrderGetsTheOpen() {
    BarFloor floor = touching().send(buyAt(1, 53)).send(sellAt(2, 47)).send(buyAt(4, 50));

    floor.open(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 1 @ 50 TAKER leaves 0", // 3 better than asked for
            "100 filled #3 BUY 4 @ 50 MAKER leaves 0", // not better: its own price
            "100 filled #2 SELL 2 @ 50 TAKER leaves 0");
  }

  @Test
  void anOrderThatRestedForBarsGetsTheOpenOfAGapBeyondItsLimitToo() {
    BarFloor floor = touching().send(sellAt(2, 70)).bar(50, 60, 40, 55);

    floor.open(75, 80, 72, 73); // a take-profit at 70 is worth 75 here, and no more: not the high

    assertThat(floor.lines()).containsExactly("112 filled #1 SELL 2 @ 75 TAKER leaves 0");
  }

  @Test
  void inABarWithoutAGapATakeProfitFillsAtItsLimitAndNotAtTheOpen() {
    BarFloor floor = touching().send(sellAt(2, 70)).bar(50, 60, 40, 55);

    floor.bar(55, 75, 50, 73);

    assertThat(floor.lines()).containsExactly("116 filled #1 SELL 2 @ 70 MAKER leaves 0");
  }

  @Test
  void slippageAtTheOpenNeverLeadsBeyondTheLimit() {
    // 100 bps of 5 000 are 50; limits leave room for 53 and for 20
    BarFloor floor = touching().slipping(100).send(buyAt(1, 5_053)).send(buyAt(1, 5_020));

    floor.open(5_000, 5_001, 4_999, 5_000);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #1 BUY 1 @ 5050 TAKER slipped 50 leaves 0",
            "100 filled #2 BUY 1 @ 5020 TAKER slipped 20 leaves 0");
  }

  @Test
  void penetratedLimitsNeedAPriceStrictlyBeyond() {
    BarFloor floor = floor(BarLimitMode.PENETRATE, 1).send(buyAt(1, 40)).send(buyAt(2, 41));

    floor.bar(50, 60, 40, 55);
    assertThat(floor.lines()).containsExactly("108 filled #2 BUY 2 @ 41 MAKER leaves 0");

    floor.bar(40, 50, 40, 45); // opens at the limit, touches it again
    floor.bar(45, 46, 39, 45);
    assertThat(floor.lines()).contains("132 filled #1 BUY 1 @ 40 MAKER leaves 0").hasSize(2);
  }

  @Test
  void aTouchFillsWithTheGivenProbabilityAsDrawnOnceForOrderAndBar() {
    double probability = 0.5;
    long key = Draw.key(BarFloor.SEED, Purpose.BAR_LIMIT, "XYZ");
    int filled = 0;
    for (int bars = 0; bars < 200; bars++) {
      BarFloor floor = floor(BarLimitMode.PROBABILITY, probability);
      for (int bar = 0; bar < bars; bar++) {
        floor.bar(50, 60, 45, 55);
      }
      // touched at 108, and again where the bar closes there
      floor.send(buyAt(1, 40)).bar(50, 60, 40, 40);

      boolean isLucky = Draw.uniform(key, 1, 100 + 12L * bars) < probability;
      assertThat(floor.lines()).hasSize(isLucky ? 1 : 0);
      filled += isLucky ? 1 : 0;
    }
    assertThat(filled).isBetween(70, 130); // 100 expected, standard deviation 7
  }

  @Test
  void probabilityDecidesOnTouchesOnly() {
    BarFloor floor = floor(BarLimitMode.PROBABILITY, 0).send(buyAt(1, 40)).send(buyAt(2, 41));

    floor.bar(50, 60, 40, 55);

    assertThat(floor.lines()).containsExactly("108 filled #2 BUY 2 @ 41 MAKER leaves 0");
  }

  @Test
  void anOrderThatArrivesOnALegTakesPartFromTheNextOneOn() {
    // 45 lies on the leg that is under way, and on the last one
    BarFloor floor = touching().open(50, 60, 40, 55).to(105).send(buyAt(1, 44)).send(sellAt(2, 45));

    floor.close();

    assertThat(floor.lines())
        .containsExactly(
            "112 filled #1 BUY 1 @ 44 TAKER leaves 0", // the last leg begins at 40, beyond 44
            "112 filled #2 SELL 2 @ 45 MAKER leaves 0");
  }

  @Test
  void anOrderBeyondItsLimitOnTheWayPaysNoMoreThanTheBarsWorst() {
    // the last leg begins at 40; the bar went no higher than 60
    BarFloor floor = touching().open(50, 60, 40, 55).to(105).send(buyAt(1, 70));

    floor.close();

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 1 @ 60 TAKER leaves 0");
  }

  @Test
  void anOrderThatArrivesOnTheLastLegWaitsForTheNextBar() {
    BarFloor floor = touching().open(50, 60, 40, 55).to(108).send(sellAt(2, 45)).close();
    assertThat(floor.lines()).isEmpty();

    floor.open(43, 60, 40, 55).to(116);

    assertThat(floor.lines()).containsExactly("116 filled #1 SELL 2 @ 45 MAKER leaves 0");
  }

  @Test
  void anAmendedOrderArrivesAnewAndASmallerOneStays() {
    BarFloor floor = touching().send(buyAt(5, 41)).send(buyAt(5, 42)).open(50, 60, 40, 55).to(106);

    floor.amend(1, Side.BUY, 5, 43, 0).amend(2, Side.BUY, 3, 42, 0).close();

    assertThat(floor.lines())
        .containsExactly(
            "106 replaced #1 5 limit 43 trigger 0 leaves 5 REQUESTED",
            "106 replaced #2 3 limit 42 trigger 0 leaves 3 REQUESTED",
            "108 filled #2 BUY 3 @ 42 MAKER leaves 0",
            "112 filled #1 BUY 5 @ 43 TAKER leaves 0");
  }

  @Test
  void aPostOnlyOrderIsRefusedAtAPriceBeyondItsLimitAndRestsAtItsLimit() {
    BarFloor floor = touching().send(buyAt(1, 51).postOnly()).send(buyAt(2, 50).postOnly());

    floor.open(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "100 rejected #1 POST_ONLY_WOULD_TAKE", "100 filled #2 BUY 2 @ 50 MAKER leaves 0");
  }

  @Test
  void aPostOnlyOrderThatRestsIsAMakerAtAGapToo() {
    BarFloor floor = touching().send(buyAt(1, 30).postOnly()).bar(50, 60, 40, 55);

    floor.open(28, 35, 20, 30);

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 1 @ 30 MAKER leaves 0");
  }

  @Test
  void immediateOrdersHaveTheirChanceAtTheFirstPriceAndNoOther() {
    BarFloor floor = touching();
    floor.sendImmediate(buyAt(1, 49), IOC).sendImmediate(buyAt(2, 51), IOC);
    floor.sendImmediate(buyAt(3, 49), FOK).sendImmediate(buyAt(4, 50), FOK);

    floor.open(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #2 BUY 2 @ 50 TAKER leaves 0",
            "100 filled #4 BUY 4 @ 50 TAKER leaves 0",
            "100 canceled #1 IMMEDIATE_OR_CANCEL leaves 1",
            "100 canceled #3 FILL_OR_KILL leaves 3");
  }

  @Test
  void anImmediateOrderOnALegHasItsChanceWhereTheNextBegins() {
    BarFloor floor = touching().open(50, 60, 40, 55).to(101);
    floor.sendImmediate(sellAt(1, 59), IOC).sendImmediate(sellAt(2, 61), IOC);

    floor.close(); // the second leg begins at 60

    assertThat(floor.lines())
        .containsExactly(
            "108 filled #1 SELL 1 @ 59 TAKER leaves 0",
            "108 canceled #2 IMMEDIATE_OR_CANCEL leaves 2");
  }
}
