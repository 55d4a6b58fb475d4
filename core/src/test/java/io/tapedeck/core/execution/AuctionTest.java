package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.market.Auction.CLOSING;
import static io.tapedeck.core.market.Auction.OPENING;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.TimeInForce.AT_THE_CLOSE;
import static io.tapedeck.core.order.TimeInForce.AT_THE_OPENING;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Orders for the opening and the closing. */
class AuctionTest {
  private static OrderTerms opening(OrderTerms order) {
    return order.lasting(AT_THE_OPENING, 0);
  }

  private static OrderTerms closing(OrderTerms order) {
    return order.lasting(AT_THE_CLOSE, 0);
  }

  /** The tape flags official prints. */
  @Nested
  class Flagged {
    @Test
    void theOfficialPrintIsSharedMarketOrdersFirstThenByArrival() {
      Floor floor =
          Floor.flagged()
              .slipping(10)
              .send(opening(buy(4).typed(LIMIT).limit(10_000)))
              .send(opening(sell(4).typed(LIMIT).limit(9_999)))
              .send(opening(buy(5)))
              .send(opening(buy(4).typed(LIMIT).limit(9_999))) // below the auction's price
              .open()
              .quote(9_990, 5, 9_991, 5) // ordinary events fill none of them
              .print(9_990, 50, -1);

      floor.print(10_000, 12, 0, OPENING); // 5 + 4 + 3 of 12, at 10 000 without slippage

      assertThat(floor.lines())
          .containsExactly(
              "8 filled #3 BUY 5 @ 10000 TAKER leaves 0",
              "8 filled #1 BUY 4 @ 10000 TAKER leaves 0",
              "8 filled #2 SELL 3 @ 10000 TAKER leaves 1",
              "8 canceled #2 AUCTION_UNFILLED leaves 1",
              "8 canceled #4 AUCTION_UNFILLED leaves 4");
    }

    @Test
    void theOfficialPrintFillsNoOtherOrder() {
      Floor floor =
          Floor.flagged().send(buy(4).typed(LIMIT).limit(10_005)).quote(9_990, 5, 10_010, 5);

      floor.open().print(10_000, 12, -1, OPENING).print(10_000, 12, -1, CLOSING);

      assertThat(floor.lines()).isEmpty();
    }

    @Test
    void afterItAnOrderForTheOpeningIsTooLateUntilTheSessionEnds() {
      Floor floor = Floor.flagged().open().print(10_000, 12, 0, OPENING);

      floor.send(opening(buy(1))).close().send(opening(buy(1)));
      floor.open().print(10_001, 12, 0, OPENING).print(10_009, 12, 0, OPENING);

      assertThat(floor.lines())
          .containsExactly(
              "3 rejected #1 AUCTION_OVER", "7 filled #2 BUY 1 @ 10001 TAKER leaves 0");
    }

    @Test
    void anOpeningThatNeverComesIsOverWhenTheSessionEnds() {
      Floor floor = Floor.flagged().send(opening(buy(1))).open().quote(9_999, 5, 10_001, 5).close();

      assertThat(floor.lines()).containsExactly("4 canceled #1 AUCTION_UNFILLED leaves 1");
    }

    @Test
    void theClosingPrintMayComeAfterTheClose() {
      Floor floor =
          Floor.flagged()
              .open()
              .send(closing(buy(4)))
              .send(closing(sell(4).typed(LIMIT).limit(10_002)))
              .quote(9_990, 5, 9_991, 5)
              .close();
      assertThat(floor.lines()).isEmpty();

      floor.print(10_001, 100, 0, CLOSING).endAuctions();

      assertThat(floor.lines())
          .containsExactly(
              "6 filled #1 BUY 4 @ 10001 TAKER leaves 0",
              "6 canceled #2 AUCTION_UNFILLED leaves 4");
    }

    @Test
    void withoutAClosingPrintTheOrdersAreCanceledWhenTheAuctionIsOver() {
      Floor floor = Floor.flagged().open().send(closing(buy(4))).close().endAuctions();

      assertThat(floor.lines()).containsExactly("4 canceled #1 AUCTION_UNFILLED leaves 4");
    }

    @Test
    void anOrderAfterTheClosingPrintWaitsForTheNextClose() {
      Floor floor = Floor.flagged().open().print(10_001, 100, 0, CLOSING).send(closing(buy(4)));
      floor.print(10_003, 100, 0, CLOSING).close().endAuctions();
      assertThat(floor.lines()).isEmpty();

      floor.open().close().print(10_005, 100, 0, CLOSING);

      assertThat(floor.lines()).containsExactly("9 filled #1 BUY 4 @ 10005 TAKER leaves 0");
    }

    @Test
    void anAuctionOrderCanBeAmendedAndCanceled() {
      Floor floor =
          Floor.flagged()
              .send(opening(buy(4).typed(LIMIT).limit(9_000)))
              .send(opening(buy(4).typed(LIMIT).limit(10_000)))
              .send(opening(buy(4)))
              .amend(1, Side.BUY, 4, 10_000, 0) // behind #2 now
              .cancel(3, Side.BUY);

      floor.open().print(10_000, 5, 0, OPENING);

      assertThat(floor.lines())
          .containsExactly(
              "4 replaced #1 4 limit 10000 trigger 0 leaves 4 REQUESTED",
              "5 canceled #3 REQUESTED leaves 4",
              "7 filled #2 BUY 4 @ 10000 TAKER leaves 0",
              "7 filled #1 BUY 1 @ 10000 TAKER leaves 3",
              "7 canceled #1 AUCTION_UNFILLED leaves 3");
    }
  }

  /** The tape does not flag them. */
  @Nested
  class Unflagged {
    @Test
    void theFirstQuoteOfTheSessionWithTheirSideOpensBeforeOtherOrders() {
      Floor floor =
          Floor.quoted()
              .slipping(10)
              .send(buy(9))
              .send(opening(buy(4)))
              .send(opening(sell(4)))
              .quote(NONE, NONE, NONE, NONE)
              .open();

      floor.quote(NONE, NONE, 10_000, 6).quote(9_990, 3, 10_000, 6);

      // at 6: 4 for the opening, 2 for the older ordinary order; at 7 the bid is there
      assertThat(floor.lines())
          .containsExactly(
              "6 filled #2 BUY 4 @ 10010 TAKER slipped 10 leaves 0",
              "6 filled #1 BUY 2 @ 10010 TAKER slipped 10 leaves 7",
              "7 filled #3 SELL 3 @ 9980 TAKER slipped 10 leaves 1",
              "7 canceled #3 AUCTION_UNFILLED leaves 1");
    }

    @Test
    void quotesBeforeTheSessionDoNotOpen() {
      Floor floor = Floor.quoted().send(opening(buy(4))).quote(9_999, 5, 10_001, 5);
      assertThat(floor.lines()).isEmpty();

      floor.open().quote(9_999, 5, 10_001, 5).send(opening(buy(4)));

      assertThat(floor.lines())
          .containsExactly(
              "4 filled #1 BUY 4 @ 10001 TAKER leaves 0", "5 rejected #2 AUCTION_OVER");
    }

    @Test
    void aLimitThatTheFirstQuoteDoesNotReachIsCanceled() {
      Floor floor = Floor.quoted().send(opening(buy(4).typed(LIMIT).limit(10_000))).open();

      floor.quote(9_999, 5, 10_001, 5);

      assertThat(floor.lines()).containsExactly("3 canceled #1 AUCTION_UNFILLED leaves 4");
    }

    @Test
    void theOpeningIsOverForLaterOrdersEvenIfNobodyWasThere() {
      Floor floor = Floor.quoted().open().quote(9_999, 5, NONE, NONE);

      floor.send(opening(sell(1))).send(opening(buy(1)));

      assertThat(floor.lines()).containsExactly("3 rejected #1 AUCTION_OVER"); // no offer yet
    }

    @Test
    void withoutQuotesTheFirstPrintOpensAndItsLotsAreSharedWithOtherOrders() {
      Floor floor = Floor.printed().send(buy(9)).send(opening(buy(4))).open();

      floor.print(10_000, 6, 0);

      assertThat(floor.lines())
          .containsExactly(
              "4 filled #2 BUY 4 @ 10000 TAKER leaves 0",
              "4 filled #1 BUY 2 @ 10000 TAKER leaves 7");
    }

    @Test
    void atTheCloseOrdersMeetTheStandingTouchAfterDayOrdersExpired() {
      Floor floor =
          Floor.quoted()
              .slipping(10)
              .open()
              .quote(9_990, 3, 10_000, 6)
              .send(closing(sell(4)))
              .send(closing(buy(4).typed(LIMIT).limit(10_003)))
              .send(buy(1).typed(LIMIT).limit(1).lasting(DAY, 0));

      floor.close();

      assertThat(floor.lines())
          .containsExactly(
              "6 expired #3 leaves 1",
              "6 filled #2 BUY 4 @ 10003 TAKER slipped 3 leaves 0",
              "6 filled #1 SELL 3 @ 9980 TAKER slipped 10 leaves 1",
              "6 canceled #1 AUCTION_UNFILLED leaves 1");
    }

    @Test
    void whatWasTakenOfTheTouchBeforeIsNotThereAtTheClose() {
      Floor floor = Floor.quoted().open().matchingOnArrival().quote(9_990, 3, 10_000, 6);
      floor.send(buy(5)).quote(9_990, 3, 10_000, 6).send(closing(buy(4))).close();

      assertThat(floor.lines()).endsWith("6 canceled #2 AUCTION_UNFILLED leaves 3");
    }

    @Test
    void withoutQuotesTheLastPrintFillsAnySizeAndTheVenueSaysSo() {
      Floor floor = Floor.printed().open().print(10_000, 6, 0).send(closing(buy(400))).close();

      assertThat(floor.lines()).containsExactly("4 filled #1 BUY 400 @ 10000 TAKER leaves 0");
      assertThat(floor.venue().usedUnlimitedSize()).isTrue();
    }

    @Test
    void withoutAnyPriceTheOrdersAreCanceledAtTheClose() {
      Floor floor = Floor.printed().open().send(closing(buy(4))).close();

      assertThat(floor.lines()).containsExactly("3 canceled #1 AUCTION_UNFILLED leaves 4");
    }
  }
}
