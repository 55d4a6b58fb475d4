package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyStop;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellStop;
import static io.tapedeck.core.order.OrderType.LIMIT_IF_TOUCHED;
import static io.tapedeck.core.order.OrderType.MARKET_IF_TOUCHED;
import static io.tapedeck.core.order.OrderType.STOP_LIMIT;
import static io.tapedeck.core.order.OrderType.TRAILING_STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Test;

/** How orders with triggers meet bars: points at 100, 104, 108 and 112. */
class BarStopTest {
  private static BarFloor floor() {
    return BarFloor.of(BarPath.OHLC);
  }

  private static OrderTerms trailing(OrderTerms order, long ticks) {
    return order.typed(TRAILING_STOP).trail(ticks, 0);
  }

  @Test
  void aStopThatTheWayMovesThroughFillsAtItsTrigger() {
    BarFloor floor = floor().send(sellStop(1, 45)).send(buyStop(2, 58)).bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "104 triggered #2",
            "104 filled #2 BUY 2 @ 58 TAKER leaves 0",
            "108 triggered #1",
            "108 filled #1 SELL 1 @ 45 TAKER leaves 0");
  }

  @Test
  void aStopThatTheOpenGapsThroughFillsAtTheOpen() {
    BarFloor floor = floor().send(sellStop(1, 45)).bar(50, 60, 46, 55);

    floor.open(43, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly("112 triggered #1", "112 filled #1 SELL 1 @ 43 TAKER leaves 0");
  }

  @Test
  void aTriggerIsMetByATouch() {
    BarFloor floor = floor().send(sellStop(1, 40)).send(buyStop(2, 50)).bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "100 triggered #2",
            "100 filled #2 BUY 2 @ 50 TAKER leaves 0",
            "108 triggered #1",
            "108 filled #1 SELL 1 @ 40 TAKER leaves 0");
  }

  @Test
  void slippageMakesAStopWorseThanItsTrigger() {
    BarFloor floor = floor().slipping(100).send(sellStop(1, 4_500)).bar(5_000, 6_000, 4_480, 5_500);

    assertThat(floor.lines())
        .containsExactly(
            "108 triggered #1",
            "108 filled #1 SELL 1 @ 4455 TAKER slipped 45 leaves 0"); // 1 % of 4 500
  }

  @Test
  void ordersThatWaitToBeTouchedTriggerTheOtherWay() {
    BarFloor floor =
        floor()
            .send(buy(1).typed(MARKET_IF_TOUCHED).trigger(45))
            .send(sell(2).typed(MARKET_IF_TOUCHED).trigger(58))
            .send(buy(3).typed(LIMIT_IF_TOUCHED).trigger(44).limit(42));

    floor.bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "104 triggered #2",
            "104 filled #2 SELL 2 @ 58 TAKER leaves 0",
            "108 triggered #1",
            "108 filled #1 BUY 1 @ 45 TAKER leaves 0",
            "108 triggered #3",
            "108 filled #3 BUY 3 @ 42 MAKER leaves 0");
  }

  @Test
  void aStopLimitIsALimitOrderFromItsTriggerOn() {
    BarFloor floor =
        floor()
            .send(buy(1).typed(STOP_LIMIT).trigger(55).limit(56)) // takes where it triggers
            .send(buy(2).typed(STOP_LIMIT).trigger(55).limit(52)) // waits for the way down
            .send(buy(3).typed(STOP_LIMIT).trigger(55).limit(39)); // is not reached

    floor.bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "104 triggered #1",
            "104 filled #1 BUY 1 @ 55 TAKER leaves 0",
            "104 triggered #2",
            "104 triggered #3",
            "108 filled #2 BUY 2 @ 52 MAKER leaves 0");
  }

  @Test
  void aStopLimitThatTheOpenGapsThroughTakesOnlyWithinItsLimit() {
    BarFloor floor =
        floor()
            .send(sell(1).typed(STOP_LIMIT).trigger(52).limit(49))
            .send(sell(2).typed(STOP_LIMIT).trigger(52).limit(51));

    floor.bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly(
            "100 triggered #1",
            "100 filled #1 SELL 1 @ 50 TAKER leaves 0",
            "100 triggered #2",
            "104 filled #2 SELL 2 @ 51 MAKER leaves 0");
  }

  @Test
  void aTrailingStopFollowsTheWay() {
    // up from 50 to 60: the stop comes from 43 to 53; down to 40: met at 53
    BarFloor floor = floor().send(trailing(sell(1), 7)).bar(50, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly("108 triggered #1", "108 filled #1 SELL 1 @ 53 TAKER leaves 0");
  }

  @Test
  void aTrailingStopThatArrivesAnewFollowsFromWhereItTakesPartAgain() {
    BarFloor floor = floor().send(trailing(sell(1), 7)).open(50, 60, 40, 55).to(101);

    floor.amend(1, Side.SELL, 2, 0, 0).close(); // the leg it takes part in begins at 60: 53

    assertThat(floor.lines())
        .endsWith("108 triggered #1", "108 filled #1 SELL 2 @ 53 TAKER leaves 0");
  }

  @Test
  void aTrailingStopKnowsNothingOfTheHighThatIsStillToCome() {
    // down from 50 to 45 first: the stop stays at 43; up to 60: 53; down to the close at 55: not
    // met
    BarFloor floor = BarFloor.of(BarPath.OLHC).send(trailing(sell(1), 7)).bar(50, 60, 45, 55);
    assertThat(floor.lines()).isEmpty();

    floor.bar(55, 56, 54, 54).bar(52, 53, 51, 52); // a gap through 53

    assertThat(floor.lines())
        .containsExactly("124 triggered #1", "124 filled #1 SELL 1 @ 52 TAKER leaves 0");
  }

  @Test
  void aTrailingBuyStopFollowsDownByAShareRoundedUp() {
    // 1 000 bps of the low 45 are 4.5, so 5 ticks: met at 50 on the way up
    OrderTerms order = buy(1).typed(TRAILING_STOP).trail(0, 10_000_000);
    BarFloor floor = BarFloor.of(BarPath.OLHC).send(order).bar(50, 60, 45, 55);

    assertThat(floor.lines())
        .containsExactly("108 triggered #1", "108 filled #1 BUY 1 @ 50 TAKER leaves 0");
  }

  @Test
  void aStopThatArrivesOnALegSeesThePriceWhereTheNextBegins() {
    BarFloor floor =
        floor().open(50, 60, 40, 55).to(101).send(buyStop(1, 57)).send(sellStop(2, 57));

    floor.close(); // the next leg begins at 60, goes down through 57

    assertThat(floor.lines())
        .containsExactly(
            "108 triggered #1",
            "108 filled #1 BUY 1 @ 60 TAKER leaves 0",
            "108 triggered #2",
            "108 filled #2 SELL 2 @ 57 TAKER leaves 0");
  }

  @Test
  void aStandingPriceTriggersNothingOnArrival() {
    BarFloor floor = floor().matchingOnArrival().bar(50, 60, 40, 55).send(buyStop(1, 52));
    assertThat(floor.lines()).isEmpty();

    floor.open(53, 60, 40, 55);

    assertThat(floor.lines())
        .containsExactly("112 triggered #1", "112 filled #1 BUY 1 @ 53 TAKER leaves 0");
  }
}
