package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.BarFloor.buy;
import static io.tapedeck.core.execution.BarFloor.buyAt;
import static io.tapedeck.core.execution.BarFloor.sell;
import static io.tapedeck.core.execution.BarFloor.sellAt;
import static io.tapedeck.core.execution.BarFloor.sellStop;
import static io.tapedeck.core.order.TimeInForce.AT_THE_CLOSE;
import static io.tapedeck.core.order.TimeInForce.AT_THE_OPENING;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Test;

/** Orders for the opening and the close where there are bars: from 100 to 112, and to 124. */
class BarSessionTest {
  private final BarFloor floor = BarFloor.of(BarPath.OHLC);

  @Test
  void theOpenOfTheFirstBarOpensTheSessionMarketOrdersFirst() {
    floor.sendImmediate(buyAt(8, 51), AT_THE_OPENING).sendImmediate(sellAt(1, 51), AT_THE_OPENING);
    floor.sendImmediate(buy(3), AT_THE_OPENING).send(buy(2)).openSession(100, 124);

    floor.open(50, 60, 40, 55, 40); // a quarter of 40

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #3 BUY 3 @ 50 TAKER leaves 0",
            "100 filled #1 BUY 7 @ 50 TAKER leaves 1",
            "100 canceled #1 AUCTION_UNFILLED leaves 1",
            "100 canceled #2 AUCTION_UNFILLED leaves 1");
  }

  @Test
  void anOrderForTheOpeningThatComesAfterItIsRefused() {
    floor.openSession(100, 124).open(50, 60, 40, 55).sendImmediate(buy(3), AT_THE_OPENING);

    assertThat(floor.lines()).containsExactly("100 rejected #1 AUCTION_OVER");
  }

  @Test
  void aBarInsideTheSessionOpensNothing() {
    floor.openSession(100, 124).bar(50, 60, 40, 55).closeSession(124).openSession(130, 200);
    floor.sendImmediate(buy(3), AT_THE_OPENING).to(140);

    floor.venue().closeSession(200); // without a bar

    assertThat(floor.lines()).containsExactly("200 canceled #1 AUCTION_UNFILLED leaves 3");
  }

  @Test
  void theCloseOfTheBarThatEndsTheSessionIsTheClose() {
    floor.openSession(100, 124).sendImmediate(sell(3), AT_THE_CLOSE);
    floor.sendImmediate(sellAt(1, 66), AT_THE_CLOSE).sendImmediate(sellAt(2, 67), AT_THE_CLOSE);

    floor.bar(50, 60, 40, 55).open(55, 70, 50, 66).closeSession(124).close();

    assertThat(floor.lines())
        .containsExactly(
            "124 filled #1 SELL 3 @ 66 TAKER leaves 0",
            "124 filled #2 SELL 1 @ 66 TAKER leaves 0",
            "124 canceled #3 AUCTION_UNFILLED leaves 2");
  }

  @Test
  void aBarThatWasOpenBeforeTheSessionMayEndIt() {
    floor.sendImmediate(buy(3), AT_THE_CLOSE).open(50, 60, 40, 55).openSession(103, 109);

    floor.closeSession(109).close();

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 3 @ 55 TAKER leaves 0");
  }

  @Test
  void ordersForACloseThatNoBarBringsAreCanceled() {
    floor.openSession(100, 125).sendImmediate(buy(3), AT_THE_CLOSE).bar(50, 60, 40, 55);

    floor.closeSession(125);

    assertThat(floor.lines()).containsExactly("125 canceled #1 AUCTION_UNFILLED leaves 3");
  }

  @Test
  void aMarketThatNeverClosesHasItsCloseWhereTheNextSessionOpens() {
    // the last bar of the day ends at midnight, the session a nanosecond before
    floor.openSession(100, 111).sendImmediate(buy(3), AT_THE_CLOSE).open(50, 60, 40, 55);

    floor.closeSession(111);
    floor.venue().openSession(112, 123);
    floor.close();

    assertThat(floor.lines()).containsExactly("112 filled #1 BUY 3 @ 55 TAKER leaves 0");
  }

  @Test
  void ordersForTheDayExpireBeforeTheLastBarCloses() {
    BarFloor closing = BarFloor.of(BarMarketMode.NEXT_CLOSE, BarPath.OHLC).openSession(100, 112);

    closing.sendImmediate(buy(3), DAY).open(50, 60, 40, 55).closeSession(112).close();

    assertThat(closing.lines()).containsExactly("112 expired #1 leaves 3");
  }

  @Test
  void ofBidsAndAsksEachOpensAndClosesItsSide() {
    floor.openSession(100, 112);
    floor.sendImmediate(buy(1), AT_THE_OPENING).sendImmediate(sell(2), AT_THE_OPENING);
    floor.sendImmediate(buy(3), AT_THE_CLOSE).sendImmediate(sell(4), AT_THE_CLOSE);

    floor.openAs(BarPrice.BID, 50, 60, 40, 55, 40).with(BarPrice.ASK, 53, 63, 45, 58, 40).close();

    assertThat(floor.lines())
        .containsExactly(
            "100 filled #2 SELL 2 @ 50 TAKER leaves 0",
            "100 filled #1 BUY 1 @ 53 TAKER leaves 0",
            "112 filled #3 BUY 3 @ 58 TAKER leaves 0",
            "112 filled #4 SELL 4 @ 55 TAKER leaves 0");
  }

  @Test
  void anExitForTheCloseThatIsReleasedInTheLastBarFillsAtItsClose() {
    BarFloor pessimistic = BarFloor.of(BarPath.PESSIMISTIC);
    OrderTerms atTheClose = sellAt(1, 50).lasting(AT_THE_CLOSE, 0);
    Bracket bracket = Bracket.on(pessimistic, atTheClose, sellStop(1, 30));

    pessimistic.openSession(100, 112).send(buy(1)).bar(50, 60, 40, 55);

    assertThat(bracket.fills()).containsExactly("100 #1 BUY @ 50", "112 #11 SELL @ 55");
  }
}
