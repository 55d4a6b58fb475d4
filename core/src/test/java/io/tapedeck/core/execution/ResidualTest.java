package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What marketable orders do with what the touch cannot give. */
class ResidualTest {
  private static Floor floor(ResidualRule rule) {
    return Floor.quoted().with(ExecutionSpec.STANDARD.withResidual(rule)).matchingOnArrival();
  }

  @Test
  void aLimitRestsAtItsPriceAndAMarketOrderWaitsForFreshSize() {
    Floor floor = floor(ResidualRule.RESTS).quote(9_999, 5, 10_001, 5);
    floor.send(buy(7).typed(LIMIT).limit(10_002)).send(buy(1));

    floor.quote(9_999, 5, 10_000, 9); // 1 for the market order, then 2 at the limit's own price

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 2",
            "4 filled #2 BUY 1 @ 10000 TAKER leaves 0",
            "4 filled #1 BUY 2 @ 10002 MAKER leaves 0");
  }

  @Test
  void aWalkTakesAsMuchAtEachWorseLevelAsTheTouchShows() {
    Floor floor = floor(ResidualRule.WALKS).quote(9_999, 4, 10_001, 5);

    floor.send(buy(12)).send(sell(6)); // 5 + 5 + 2 upwards, 4 + 2 downwards

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 7",
            "2 filled #1 BUY 5 @ 10002 TAKER leaves 2",
            "2 filled #1 BUY 2 @ 10003 TAKER leaves 0",
            "3 filled #2 SELL 4 @ 9999 TAKER leaves 2",
            "3 filled #2 SELL 2 @ 9998 TAKER leaves 0");
  }

  @Test
  void whatWasTakenOfALevelIsNotThereForTheNextUntilTheTouchChanges() {
    Floor floor = floor(ResidualRule.WALKS).quote(9_999, 5, 10_001, 5).send(buy(8));
    floor.send(buy(3)); // level 10 002 has 5 - 3 = 2 left
    floor.quote(9_999, 5, 10_001, 5).send(buy(1)); // the same quote again
    floor.quote(9_999, 5, 10_001, 6).send(buy(1));

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 3",
            "2 filled #1 BUY 3 @ 10002 TAKER leaves 0",
            "3 filled #2 BUY 2 @ 10002 TAKER leaves 1",
            "3 filled #2 BUY 1 @ 10003 TAKER leaves 0",
            "5 filled #3 BUY 1 @ 10003 TAKER leaves 0",
            "7 filled #4 BUY 1 @ 10001 TAKER leaves 0");
  }

  @Test
  void aLimitDoesNotWalkBeyondItselfAndItsRestRests() {
    Floor floor = floor(ResidualRule.WALKS).quote(9_999, 5, 10_001, 5);

    floor.send(buy(12).typed(LIMIT).limit(10_002)).quote(9_990, 5, 9_995, 1);

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 7",
            "2 filled #1 BUY 5 @ 10002 TAKER leaves 2",
            "3 filled #1 BUY 1 @ 10002 MAKER leaves 1");
  }

  @Test
  void aFillOrKillOrderCountsTheLevelsItMayWalk() {
    Floor floor = floor(ResidualRule.WALKS).quote(9_999, 5, 10_001, 5);

    floor
        .send(buy(11).typed(LIMIT).limit(10_002).lasting(FOK, 0)) // 5 + 5 < 11
        .send(buy(10).typed(LIMIT).limit(10_002).lasting(FOK, 0));

    assertThat(floor.lines())
        .containsExactly(
            "2 canceled #1 FILL_OR_KILL leaves 11",
            "3 filled #2 BUY 5 @ 10001 TAKER leaves 5",
            "3 filled #2 BUY 5 @ 10002 TAKER leaves 0");
  }

  @Test
  void nobodyWalksWhereNoSizeIsShown() {
    Floor floor = floor(ResidualRule.WALKS).quote(9_999, 5, 10_001, NONE).send(buy(1_000));

    assertThat(floor.lines()).containsExactly("2 filled #1 BUY 1000 @ 10001 TAKER leaves 0");
  }

  @Test
  void aSaleWalksNoFurtherThanThePriceOfOneTick() {
    Floor floor = floor(ResidualRule.WALKS).quote(2, 5, 3, 5).send(sell(12));

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 SELL 5 @ 2 TAKER leaves 7", "2 filled #1 SELL 5 @ 1 TAKER leaves 2");
  }

  @Test
  void theRestIsCanceledWhereTheRunSaysSo() {
    Floor floor = floor(ResidualRule.CANCELS).quote(9_999, 5, 10_001, 5);

    floor
        .send(buy(7).typed(LIMIT).limit(10_001))
        .send(buy(1)) // all 5 are taken
        .send(buy(2).lasting(IOC, 0)) // immediate orders keep their own reason
        .send(buy(2).typed(LIMIT).limit(10_000)); // not marketable: rests

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 2",
            "2 canceled #1 RESIDUAL_CANCELED leaves 2",
            "3 canceled #2 RESIDUAL_CANCELED leaves 1",
            "4 canceled #3 IMMEDIATE_OR_CANCEL leaves 2");
  }

  @Test
  void whatOtherOrdersHoldBackIsNoResidual() {
    Floor floor =
        Floor.quoted()
            .with(ExecutionSpec.STANDARD.withResidual(ResidualRule.CANCELS))
            .permitting((orderId, wantedLots) -> Math.min(wantedLots, 1));

    floor.send(buy(3)).quote(9_999, 5, 10_001, 5);

    assertThat(floor.lines()).containsExactly("2 filled #1 BUY 1 @ 10001 TAKER leaves 2");
  }

  @Test
  void whoIsHeldBackDoesNotWalkOn() {
    Floor floor = floor(ResidualRule.WALKS).permitting((orderId, wanted) -> Math.min(wanted, 3));

    floor.quote(9_999, 5, 10_001, 5).send(buy(9));

    assertThat(floor.lines()).containsExactly("2 filled #1 BUY 3 @ 10001 TAKER leaves 6");
  }
}
