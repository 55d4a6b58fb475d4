package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.OrderType.STOP;
import static io.tapedeck.core.order.OrderType.STOP_LIMIT;
import static io.tapedeck.core.order.OrderType.TRAILING_STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.ReplaceReason;
import org.junit.jupiter.api.Test;

/** New terms for working orders. */
class AmendTest {
  private static OrderTerms buyAt(long lots, long limitTicks) {
    return buy(lots).typed(LIMIT).limit(limitTicks);
  }

  /** Two resting orders for 4 at 9 999. */
  private static Floor twoResting() {
    return Floor.quoted().send(buyAt(4, 9_999)).send(buyAt(4, 9_999)).quote(9_998, 5, 10_001, 5);
  }

  @Test
  void aSmallerSizeKeepsItsPriority() {
    Floor floor = twoResting().amend(1, Side.BUY, 3, 9_999, 0).print(9_990, 5, -1);

    assertThat(floor.lines())
        .containsExactly(
            "4 replaced #1 3 limit 9999 trigger 0 leaves 3 REQUESTED",
            "5 filled #1 BUY 3 @ 9999 MAKER leaves 0",
            "5 filled #2 BUY 2 @ 9999 MAKER leaves 2");
  }

  @Test
  void aLargerSizeLosesItsPriorityAndWaitsForAQuoteAgain() {
    Floor floor = twoResting().amend(1, Side.BUY, 5, 9_999, 0).print(9_990, 5, -1);
    floor.quote(9_998, 5, 10_001, 5).print(9_990, 3, -1);

    assertThat(floor.lines())
        .containsExactly(
            "4 replaced #1 5 limit 9999 trigger 0 leaves 5 REQUESTED",
            "5 filled #2 BUY 4 @ 9999 MAKER leaves 0",
            "7 filled #1 BUY 3 @ 9999 MAKER leaves 2");
  }

  @Test
  void anotherPriceLosesItsPriorityEvenWhenItComesBack() {
    Floor floor = twoResting().amend(1, Side.BUY, 4, 9_998, 0).amend(1, Side.BUY, 4, 9_999, 0);
    floor.quote(9_998, 5, 10_001, 5).print(9_990, 5, -1);

    assertThat(floor.lines().subList(2, 4))
        .containsExactly(
            "7 filled #2 BUY 4 @ 9999 MAKER leaves 0", "7 filled #1 BUY 1 @ 9999 MAKER leaves 3");
  }

  @Test
  void aFillThatArrivesFirstCounts() {
    Floor floor = twoResting().print(9_990, 3, -1);

    floor.amend(1, Side.BUY, 6, 9_999, 0); // 3 of them are filled

    assertThat(floor.lines())
        .containsExactly(
            "4 filled #1 BUY 3 @ 9999 MAKER leaves 1",
            "5 replaced #1 6 limit 9999 trigger 0 leaves 3 REQUESTED");
  }

  @Test
  void aSizeNotAboveWhatIsFilledCancels() {
    Floor floor = twoResting().print(9_990, 3, -1).amend(1, Side.BUY, 3, 9_990, 0);

    assertThat(floor.lines())
        .containsExactly(
            "4 filled #1 BUY 3 @ 9999 MAKER leaves 1",
            "5 canceled #1 AMENDED_BELOW_FILLED leaves 1");
  }

  @Test
  void anOrderThatIsDoneAnswersTooLateAndOnlyToItsTrader() {
    Floor floor = twoResting().print(9_990, 4, -1).amend(1, Side.BUY, 9, 9_999, 0);
    floor.venue().amend(9, 1, 0, Side.BUY, 9, 9_999, 0, ReplaceReason.PARENT_ENDED);

    assertThat(floor.lines())
        .containsExactly("4 filled #1 BUY 4 @ 9999 MAKER leaves 0", "5 too late #1");
  }

  @Test
  void amendedToTheTouchItTakesOnArrivalAtAStandingBook() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_998, 5, 10_001, 5);
    floor.send(buyAt(7, 9_999)).amend(1, Side.BUY, 7, 10_002, 0);

    assertThat(floor.lines())
        .containsExactly(
            "3 replaced #1 7 limit 10002 trigger 0 leaves 7 REQUESTED",
            "3 filled #1 BUY 5 @ 10001 TAKER leaves 2");
  }

  @Test
  void whatTheVenueGrowsItselfMeetsTheNextEvent() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_998, 5, 10_001, 5);
    floor.send(buyAt(1, 9_999));

    floor.venue().amend(3, 1, 0, Side.BUY, 2, 10_001, 0, ReplaceReason.PARENT_ENDED);
    assertThat(floor.lines())
        .containsExactly("3 replaced #1 2 limit 10001 trigger 0 leaves 2 PARENT_ENDED");
    floor.quote(9_998, 5, 10_001, 5);

    assertThat(floor.lines()).endsWith("3 filled #1 BUY 2 @ 10001 TAKER leaves 0");
  }

  @Test
  void aTriggerCanBeMoved() {
    Floor floor =
        Floor.quoted()
            .send(sell(2).typed(STOP_LIMIT).trigger(9_990).limit(9_980))
            .amend(1, Side.SELL, 2, 9_970, 9_985)
            .quote(9_986, 5, 9_999, 5)
            .quote(9_985, 5, 9_999, 5);

    assertThat(floor.lines())
        .containsExactly(
            "2 replaced #1 2 limit 9970 trigger 9985 leaves 2 REQUESTED",
            "4 triggered #1",
            "4 filled #1 SELL 2 @ 9985 TAKER leaves 0");
  }

  @Test
  void aTriggerMovedToTheStandingPriceTriggersAtOnce() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_990, 5, 9_999, 5);
    floor.send(sell(2).typed(STOP).trigger(9_980)).amend(1, Side.SELL, 2, 0, 9_990);

    assertThat(floor.lines())
        .containsExactly(
            "3 replaced #1 2 limit 0 trigger 9990 leaves 2 REQUESTED",
            "3 triggered #1",
            "3 filled #1 SELL 2 @ 9990 TAKER leaves 0");
  }

  @Test
  void aTrailingStopKeepsWhatItHasSeenWhenItsSizeChanges() {
    Floor floor = Floor.quoted().send(sell(2).typed(TRAILING_STOP).trail(10, 0));

    floor.quote(10_000, 5, 10_002, 5).amend(1, Side.SELL, 3, 0, 0).quote(9_990, 5, 9_992, 5);

    assertThat(floor.lines())
        .containsExactly(
            "3 replaced #1 3 limit 0 trigger 0 leaves 3 REQUESTED",
            "4 triggered #1",
            "4 filled #1 SELL 3 @ 9990 TAKER leaves 0");
  }
}
