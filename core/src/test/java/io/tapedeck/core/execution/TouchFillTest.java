package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static io.tapedeck.core.order.TimeInForce.IOC;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Test;

/** Market and limit orders at the touch and at prints. */
class TouchFillTest {
  private static OrderTerms buyAt(long lots, long limitTicks) {
    return buy(lots).typed(LIMIT).limit(limitTicks);
  }

  private static OrderTerms sellAt(long lots, long limitTicks) {
    return sell(lots).typed(LIMIT).limit(limitTicks);
  }

  @Test
  void aLargeOrderFillsNoFasterThanThinLiquidityIsShown() {
    Floor floor = Floor.quoted().send(buy(100)); // 1

    floor.quote(9_999, 5, 10_001, 5).quote(9_999, 5, 10_002, 7);

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 95",
            "3 filled #1 BUY 7 @ 10002 TAKER leaves 88");
  }

  @Test
  void aRestingOrderNeverFillsBetterThanItsLimit() {
    Floor floor = Floor.quoted().send(buyAt(5, 9_999)).quote(9_998, 5, 10_001, 5);

    floor.quote(9_900, 5, 9_950, 5); // 49 ticks better than asked for

    assertThat(floor.lines()).containsExactly("3 filled #1 BUY 5 @ 9999 MAKER leaves 0");
  }

  @Test
  void slippageNeverTakesAnOrderBeyondItsLimit() {
    // 10 bps of 10 000 are 10 ticks; the limit leaves room for 4
    Floor floor = Floor.quoted().slipping(10).send(sellAt(5, 9_996)).send(sell(5));

    floor.quote(10_000, 20, 10_001, 5);

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #2 SELL 5 @ 9990 TAKER slipped 10 leaves 0",
            "3 filled #1 SELL 5 @ 9996 TAKER slipped 4 leaves 0");
  }

  @Test
  void aRepeatedQuoteShowsTheSameLotsAndANewSizeShowsNewOnes() {
    Floor floor = Floor.quoted().send(buy(20));

    floor.quote(9_999, 5, 10_001, 8).quote(9_999, 6, 10_001, 8).quote(9_999, 6, 10_001, 9);

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 8 @ 10001 TAKER leaves 12",
            "4 filled #1 BUY 9 @ 10001 TAKER leaves 3");
  }

  @Test
  void oneTouchIsSharedByAllThatTakeFromIt() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_999, 5, 10_001, 8);

    floor.send(buy(5)).send(buy(5)); // 5 + 3 of the 8 shown

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 5 @ 10001 TAKER leaves 0", "3 filled #2 BUY 3 @ 10001 TAKER leaves 2");
  }

  @Test
  void onePrintIsSharedByAllThatItFills() {
    Floor floor = Floor.printed().send(buyAt(4, 9_998)).send(buyAt(4, 9_999));

    floor.print(9_990, 5, -1); // 4 + 1 of the 5 printed

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #2 BUY 4 @ 9999 MAKER leaves 0", "3 filled #1 BUY 1 @ 9998 MAKER leaves 3");
  }

  @Test
  void everyPartOfAnOrderIsTold() {
    Floor floor = Floor.quoted().send(buyAt(9, 9_999)).quote(9_998, 5, 10_001, 5);

    floor.print(9_998, 2, -1).print(9_997, 3, -1).quote(9_990, 5, 9_999, 4);

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 2 @ 9999 MAKER leaves 7",
            "4 filled #1 BUY 3 @ 9999 MAKER leaves 4",
            "5 filled #1 BUY 4 @ 9999 MAKER leaves 0");
  }

  @Test
  void aPrintAtTheLimitFillsNothingWithoutAQueue() {
    Floor floor = Floor.quoted().send(buyAt(9, 9_999)).quote(9_998, 5, 10_001, 5);

    floor.print(9_999, 500, -1);

    assertThat(floor.lines()).isEmpty();
  }

  @Test
  void aPrintIsEvidenceForTheSideItsAggressorTookFrom() {
    Floor floor =
        Floor.quoted()
            .send(buyAt(1, 9_999))
            .send(sellAt(1, 10_001))
            .quote(9_990, 5, 10_010, 5)
            .print(9_995, 5, +1) // a buyer at 9 995 tells nothing of bids at 9 999
            .print(10_005, 5, +1);

    assertThat(floor.lines()).containsExactly("5 filled #2 SELL 1 @ 10001 MAKER leaves 0");
    assertThat(floor.venue().metUnknownAggressor()).isFalse();
  }

  @Test
  void whereNobodyKnowsTheAggressorNothingFillsAndTheVenueSaysSo() {
    Floor floor = Floor.printed().send(buyAt(1, 9_999)).print(9_990, 5, 0);

    assertThat(floor.lines()).isEmpty();
    assertThat(floor.venue().metUnknownAggressor()).isTrue();
  }

  @Test
  void anAggressorThatIsNotToldIsJudgedByTheStandingQuote() {
    Floor floor = Floor.quoted().send(buyAt(9, 10_005)).quote(9_980, 5, 10_020, 5); // mid 10 000

    floor
        .print(9_998, 1, 0) // below the mid: a seller
        .print(9_980, 1, 0) // at the bid: a seller
        .print(10_001, 1, 0) // above the mid: a buyer, no evidence for bids
        .print(10_000, 1, 0); // at the mid: nobody knows

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 1 @ 10005 MAKER leaves 8", "4 filled #1 BUY 1 @ 10005 MAKER leaves 7");
    assertThat(floor.venue().metUnknownAggressor()).isTrue();
  }

  @Test
  void immediateOrdersHaveTheirOneChanceAtTheFirstQuote() {
    Floor floor =
        Floor.quoted()
            .send(buyAt(3, 10_000).lasting(IOC, 0)) // not marketable
            .send(buyAt(9, 10_002).lasting(FOK, 0)) // too large
            .send(buyAt(3, 10_002).lasting(FOK, 0))
            .send(buyAt(3, 10_002).lasting(IOC, 0));

    floor.quote(9_999, 5, 10_001, 4);

    assertThat(floor.lines())
        .containsExactly(
            "5 canceled #2 FILL_OR_KILL leaves 9",
            "5 filled #3 BUY 3 @ 10001 TAKER leaves 0",
            "5 filled #4 BUY 1 @ 10001 TAKER leaves 2",
            "5 canceled #4 IMMEDIATE_OR_CANCEL leaves 2",
            "5 canceled #1 IMMEDIATE_OR_CANCEL leaves 3");
  }

  @Test
  void anImmediateMarketOrderWaitsForTheSideItTakesFrom() {
    Floor floor = Floor.quoted().send(buy(3).lasting(IOC, 0));

    floor.quote(9_999, 5, NONE, NONE).quote(9_999, 5, 10_001, 2);

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 2 @ 10001 TAKER leaves 1",
            "3 canceled #1 IMMEDIATE_OR_CANCEL leaves 1");
  }

  @Test
  void withoutQuotesAMarketOrderTakesPrintsAndAnImmediateLimitIsATaker() {
    Floor floor = Floor.printed().slipping(10).send(buy(6)).send(buyAt(9, 10_005).lasting(IOC, 0));

    floor.print(10_000, 4, -1).print(10_000, 4, -1);

    // 10 bps of 10 000 are 10 ticks; the second order meets a print that is used up
    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 4 @ 10010 TAKER slipped 10 leaves 2",
            "3 canceled #2 IMMEDIATE_OR_CANCEL leaves 9",
            "4 filled #1 BUY 2 @ 10010 TAKER slipped 10 leaves 0");
  }

  @Test
  void aSizeThatIsNotShownIsUnlimitedAndTheVenueSaysSo() {
    Floor floor = Floor.quoted().send(buy(1_000)).quote(9_999, NONE, 10_001, NONE);

    assertThat(floor.lines()).containsExactly("2 filled #1 BUY 1000 @ 10001 TAKER leaves 0");
    assertThat(floor.venue().usedUnlimitedSize()).isTrue();
  }

  @Test
  void aCancelIsAnsweredOnceAndTooLateAfterwards() {
    Floor floor = Floor.quoted().send(buyAt(3, 9_999)).cancel(1, Side.BUY).cancel(1, Side.BUY);

    floor.quote(9_000, 5, 9_001, 5);

    assertThat(floor.lines()).containsExactly("2 canceled #1 REQUESTED leaves 3", "3 too late #1");
  }
}
