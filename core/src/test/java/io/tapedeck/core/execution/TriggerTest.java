package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.OrderType.LIMIT_IF_TOUCHED;
import static io.tapedeck.core.order.OrderType.MARKET_IF_TOUCHED;
import static io.tapedeck.core.order.OrderType.STOP;
import static io.tapedeck.core.order.OrderType.STOP_LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When armed orders trigger, and what they meet then. */
class TriggerTest {
  private static OrderTerms order(Side side, OrderType type) {
    OrderTerms order = side == Side.BUY ? buy(1) : sell(1);
    return order.typed(type).trigger(10_000).limit(type.hasLimit() ? 10_000 : 0);
  }

  private static Floor quoted(TriggerSource source) {
    return Floor.quoted().with(ExecutionSpec.STANDARD.withTriggers(source));
  }

  @ParameterizedTest
  @CsvSource({
    // a buy sees the offer: stops trigger from 10 000 upwards, if-touched from 10 000 downwards
    "BUY, STOP, 9_990, 9_999, 9_990, 10_000",
    "BUY, STOP_LIMIT, 9_990, 9_999, 9_990, 10_000",
    "BUY, MARKET_IF_TOUCHED, 9_990, 10_001, 9_990, 10_000",
    "BUY, LIMIT_IF_TOUCHED, 9_990, 10_001, 9_990, 10_000",
    // a sell sees the bid: stops trigger from 10 000 downwards, if-touched from 10 000 upwards
    "SELL, STOP, 10_001, 10_009, 10_000, 10_009",
    "SELL, STOP_LIMIT, 10_001, 10_009, 10_000, 10_009",
    "SELL, MARKET_IF_TOUCHED, 9_999, 10_009, 10_000, 10_009",
    "SELL, LIMIT_IF_TOUCHED, 9_999, 10_009, 10_000, 10_009"
  })
  void withQuotesTheSideItWouldTakeFromTriggersAndFillsAtThatVeryQuote(
      Side side, OrderType type, String quietBid, String quietAsk, String bid, String ask) {
    Floor floor = Floor.quoted().send(order(side, type));
    floor.print(9_000, 5, 1).print(11_000, 5, -1); // prints are not looked at

    floor.quote(ticks(quietBid), 5, ticks(quietAsk), 5).quote(ticks(bid), 5, ticks(ask), 5);

    assertThat(floor.lines())
        .containsExactly("5 triggered #1", "5 filled #1 " + side + " 1 @ 10000 TAKER leaves 0");
  }

  private static long ticks(String text) {
    return Long.parseLong(text.replace("_", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, STOP, 9999, 10000", "BUY, STOP_LIMIT, 9999, 10000",
    "BUY, MARKET_IF_TOUCHED, 10001, 10000", "BUY, LIMIT_IF_TOUCHED, 10001, 10000",
    "SELL, STOP, 10001, 10000", "SELL, STOP_LIMIT, 10001, 10000",
    "SELL, MARKET_IF_TOUCHED, 9999, 10000", "SELL, LIMIT_IF_TOUCHED, 9999, 10000"
  })
  void withoutQuotesAPrintTriggersAndTheNextOneFills(
      Side side, OrderType type, long quiet, long met) {
    Floor floor = Floor.printed().send(order(side, type)).print(quiet, 5, 0).print(met, 5, 0);
    assertThat(floor.lines()).containsExactly("3 triggered #1"); // its own volume is consumed

    long through = 10_000L - 5L * side.sign(); // through a limit of 10 000
    floor.print(through, 5, -side.sign());

    String fill = type.hasLimit() ? "10000 MAKER" : through + " TAKER";
    assertThat(floor.lines())
        .containsExactly("3 triggered #1", "4 filled #1 " + side + " 1 @ " + fill + " leaves 0");
  }

  @ParameterizedTest
  @CsvSource({
    "BUY, STOP, 9999, 10000",
    "BUY, MARKET_IF_TOUCHED, 10001, 10000",
    "SELL, STOP, 10001, 10000",
    "SELL, MARKET_IF_TOUCHED, 9999, 10000"
  })
  void byTheLastTradeAPrintTriggersAndTheNextQuoteFills(
      Side side, OrderType type, long quiet, long met) {
    Floor floor = quoted(TriggerSource.LAST).send(order(side, type));

    floor.quote(9_000, 5, 11_000, 5); // 11 000 and 9 000 would trigger, were quotes looked at
    floor.print(quiet, 5, 0).print(met, 5, 0);
    assertThat(floor.lines()).containsExactly("4 triggered #1");
    floor.quote(9_500, 5, 9_500, 5);

    assertThat(floor.lines())
        .containsExactly("4 triggered #1", "5 filled #1 " + side + " 1 @ 9500 TAKER leaves 0");
  }

  @ParameterizedTest
  @CsvSource({
    // doubled mids: 19 999 is 9 999.5
    "BUY, STOP, 9990, 10009, 9990, 10010, 10010",
    "BUY, MARKET_IF_TOUCHED, 9990, 10011, 9990, 10010, 10010",
    "SELL, STOP, 9990, 10011, 9990, 10010, 9990",
    "SELL, MARKET_IF_TOUCHED, 9990, 10009, 9990, 10010, 9990"
  })
  void byTheMidATwoSidedQuoteTriggersToHalfATick(
      Side side, OrderType type, long quietBid, long quietAsk, long bid, long ask, long paid) {
    Floor floor = quoted(TriggerSource.MID).send(order(side, type));

    floor.quote(11_000, 5, NONE, NONE).quote(NONE, NONE, 9_000, 5); // no mid
    floor.quote(quietBid, 5, quietAsk, 5).quote(bid, 5, ask, 5);

    assertThat(floor.lines())
        .containsExactly(
            "5 triggered #1", "5 filled #1 " + side + " 1 @ " + paid + " TAKER leaves 0");
  }

  @Test
  void aStopFillsWhereTheMarketIsNotAtItsTrigger() {
    Floor floor = Floor.quoted().slipping(10).send(order(Side.SELL, STOP));

    floor.quote(9_700, 5, 9_705, 5); // a gap: 300 ticks through, 9.7 of slippage rounded up

    assertThat(floor.lines())
        .containsExactly("2 triggered #1", "2 filled #1 SELL 1 @ 9690 TAKER slipped 10 leaves 0");
  }

  @Test
  void aStopLimitThatGappedThroughRestsAtItsLimit() {
    Floor floor = Floor.quoted().send(order(Side.SELL, STOP_LIMIT));

    floor.quote(9_700, 5, 9_705, 5).quote(10_003, 5, 10_005, 5);

    assertThat(floor.lines())
        .containsExactly("2 triggered #1", "3 filled #1 SELL 1 @ 10000 MAKER leaves 0");
  }

  @Test
  void olderWorkingOrdersAreServedBeforeTheOnesAQuoteTriggers() {
    Floor floor =
        Floor.quoted()
            .send(order(Side.BUY, STOP).sized(4))
            .send(buy(4).typed(LIMIT).limit(10_000))
            .quote(9_980, 5, 9_990, 0);

    floor.quote(9_990, 5, 10_000, 6); // 4 for the limit that rests, 2 for the stop

    assertThat(floor.lines())
        .containsExactly(
            "4 filled #2 BUY 4 @ 10000 MAKER leaves 0",
            "4 triggered #1",
            "4 filled #1 BUY 2 @ 10000 TAKER leaves 2");
  }

  @Test
  void ordersOfOneTriggerAreTriggeredByArrivalAndServedByPriority() {
    Floor floor =
        Floor.quoted().send(order(Side.BUY, STOP_LIMIT)).send(order(Side.BUY, STOP).sized(2));

    floor.quote(9_990, 5, 10_000, 2); // market orders come before limits

    assertThat(floor.lines())
        .containsExactly(
            "3 triggered #1", "3 triggered #2", "3 filled #2 BUY 2 @ 10000 TAKER leaves 0");
  }

  @Test
  void onArrivalAtAStandingBookTheStandingPriceTriggers() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_990, 5, 10_000, 5);

    floor.send(order(Side.BUY, STOP)).send(order(Side.SELL, STOP).trigger(9_989));

    assertThat(floor.lines())
        .containsExactly("2 triggered #1", "2 filled #1 BUY 1 @ 10000 TAKER leaves 0");
  }

  @Test
  void onArrivalTheLastPrintTriggersAndTheNextEventFills() {
    Floor floor = Floor.printed().matchingOnArrival().print(10_000, 5, 0);

    floor.send(order(Side.BUY, STOP)).print(10_003, 5, 0);

    assertThat(floor.lines())
        .containsExactly("2 triggered #1", "3 filled #1 BUY 1 @ 10003 TAKER leaves 0");
  }

  @Test
  void onArrivalTheLastPrintTriggersAndTheStandingBookIsNotMet() {
    Floor floor = quoted(TriggerSource.LAST).matchingOnArrival().quote(9_990, 5, 9_995, 5);

    floor.print(10_000, 5, 0).send(order(Side.BUY, STOP)).quote(9_990, 5, 9_996, 5);

    assertThat(floor.lines())
        .containsExactly("3 triggered #1", "4 filled #1 BUY 1 @ 9996 TAKER leaves 0");
  }

  @Test
  void eachOrderIsServedOnceByAQuoteThatTriggersAnother() {
    Floor floor =
        Floor.quoted()
            .permitting((orderId, wantedLots) -> 1) // a lot each time it is asked
            .send(buy(3).typed(LIMIT).limit(10_000))
            .send(order(Side.BUY, STOP))
            .quote(9_980, 5, 9_990, 0);

    floor.quote(9_990, 5, 10_000, 6);

    assertThat(floor.lines())
        .containsExactly(
            "4 filled #1 BUY 1 @ 10000 MAKER leaves 2",
            "4 triggered #2",
            "4 filled #2 BUY 1 @ 10000 TAKER leaves 0");
  }

  @Test
  void withoutMatchingOnArrivalTheNextEventIsLookedAt() {
    Floor floor = Floor.quoted().quote(9_990, 5, 10_000, 5).send(order(Side.BUY, STOP));
    assertThat(floor.lines()).isEmpty();

    floor.quote(9_990, 5, 10_000, 5);

    assertThat(floor.lines())
        .containsExactly("3 triggered #1", "3 filled #1 BUY 1 @ 10000 TAKER leaves 0");
  }

  @Test
  void anOfficialPrintTriggersLikeAnyOtherAndFillsNothingElse() {
    Floor floor =
        Floor.flagged()
            .with(ExecutionSpec.STANDARD.withTriggers(TriggerSource.LAST))
            .send(order(Side.SELL, STOP))
            .send(buy(1).typed(LIMIT).limit(10_005))
            .quote(9_990, 5, 10_010, 5);

    floor.print(10_000, 500, -1, Auction.OPENING).quote(9_991, 5, 10_010, 5);

    assertThat(floor.lines())
        .containsExactly("4 triggered #1", "5 filled #1 SELL 1 @ 9991 TAKER leaves 0");
  }

  @Test
  void anArmedOrderCanBeCanceled() {
    Floor floor = Floor.quoted().send(order(Side.BUY, MARKET_IF_TOUCHED)).cancel(1, Side.BUY);

    floor.quote(9_900, 5, 9_910, 5);

    assertThat(floor.lines()).containsExactly("2 canceled #1 REQUESTED leaves 1");
  }

  @Test
  void aPostOnlyOrderThatWouldTakeWhenTriggeredIsRefused() {
    Floor floor = Floor.quoted().send(order(Side.BUY, LIMIT_IF_TOUCHED).postOnly());

    floor.quote(9_990, 5, 10_000, 5);

    assertThat(floor.lines())
        .containsExactly("2 triggered #1", "2 rejected #1 POST_ONLY_WOULD_TAKE");
  }
}
