package io.tapedeck.core.blotter;

import static io.tapedeck.core.blotter.BoundOrders.order;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Test;

/** Exits make each other smaller, and reduce-only orders follow the position. */
class ExitOrdersTest {
  private final BoundOrders bound = new BoundOrders();
  private long entry;
  private long takeProfit;
  private long stopLoss;

  /** A bracket over an entry of ten lots, none of it filled. */
  private void bracket() {
    entry = bound.place(order(BUY, 10));
    takeProfit = bound.place(order(SELL, 10).reduceOnly().after(entry));
    stopLoss = bound.place(order(SELL, 10).reduceOnly().after(entry).updates(takeProfit));
  }

  private long permitted(long id) {
    return bound.contingencies().lots(id, 1_000);
  }

  private void hold(long lots) {
    bound.fillAndSettle(bound.place(order(BUY, lots)), lots);
  }

  private static OrderTerms reducing(long lots) {
    return order(SELL, lots).reduceOnly();
  }

  @Test
  void aPartOfTheTakeProfitShrinksTheStopLossByAsMuch() {
    bracket();
    bound.fillAndSettle(entry, 10);
    assertThat(bound.deeds()).containsExactly("release #2", "release #3");

    bound.fillAndSettle(takeProfit, 4);
    assertThat(bound.deeds()).containsExactly("resize #3 to 6 OUO_SIBLING_FILLED");

    bound.fillAndSettle(stopLoss, 5);
    assertThat(bound.deeds()).containsExactly("resize #2 to 5 OUO_SIBLING_FILLED"); // 4 + 1

    bound.fillAndSettle(takeProfit, 1);
    assertThat(bound.deeds()).containsExactly("cancel #3 OUO_SIBLING_FILLED");
    assertThat(bound.contingencies().positionLots(0)).isZero();
  }

  @Test
  void ofBothExitsInOneEventTheSecondFillsWhatTheFirstLeft() {
    bracket();
    bound.fillAndSettle(entry, 10);

    assertThat(bound.fill(takeProfit, 7)).isEqualTo(7);
    assertThat(bound.fill(stopLoss, 10)).isEqualTo(3); // 10 − 7
    assertThat(bound.fill(takeProfit, 3)).isZero(); // 10 − 7 − 3
    bound.deeds();

    bound.settle();
    assertThat(bound.deeds())
        .containsExactly("cancel #2 OUO_SIBLING_FILLED", "cancel #3 OUO_SIBLING_FILLED");
  }

  @Test
  void exitsOfAPartlyFilledEntryServeOnlyWhatItHasAndGrowWithIt() {
    bracket();
    bound.fillAndSettle(entry, 4);
    bound.deeds();

    bound.fillAndSettle(takeProfit, 4); // flat, the entry is still open
    assertThat(bound.deeds()).containsExactly("resize #3 to 6 OUO_SIBLING_FILLED");
    assertThat(permitted(stopLoss)).isZero();

    bound.fillAndSettle(entry, 6);
    assertThat(permitted(takeProfit)).isEqualTo(6); // 10 − 4
    assertThat(permitted(stopLoss)).isEqualTo(6); // 10 filled − 4 taken by the other exit
    assertThat(bound.deeds()).isEmpty();
  }

  @Test
  void exitsOfAnEntryThatIsCanceledHalfwayShrinkToWhatItBought() {
    bracket();
    bound.fillAndSettle(entry, 4);
    bound.fillAndSettle(takeProfit, 1);
    bound.deeds();

    bound.end(entry);
    bound.settle();

    // take-profit: 1 filled + 3; stop-loss: 3, what the entry has less what the other took
    assertThat(bound.deeds())
        .containsExactly("resize #2 to 4 PARENT_ENDED", "resize #3 to 3 PARENT_ENDED");
  }

  @Test
  void anEntryThatClosesAShortLeavesItsExitsAloneUntilItIsDone() {
    bound.fillAndSettle(bound.place(order(SELL, 8)), 8); // short 8
    entry = bound.place(order(BUY, 10));
    takeProfit = bound.place(order(SELL, 10).reduceOnly().after(entry));

    bound.fillAndSettle(entry, 6); // short 2: nothing to take profit of
    assertThat(bound.deeds()).containsExactly("release #3");
    assertThat(permitted(takeProfit)).isZero();

    bound.fillAndSettle(entry, 4); // long 2
    assertThat(bound.deeds()).containsExactly("resize #3 to 2 POSITION_REDUCED");
  }

  @Test
  void anExitWithNothingToCloseWhenItsEntryIsDoneIsDropped() {
    bound.fillAndSettle(bound.place(order(SELL, 20)), 20); // short 20
    entry = bound.place(order(BUY, 10));
    bound.place(order(SELL, 10).reduceOnly().after(entry));

    bound.fillAndSettle(entry, 10); // short 10

    assertThat(bound.deeds()).containsExactly("drop #3 POSITION_FLAT");
  }

  @Test
  void aReduceOnlyOrderWithNothingToReduceIsRefused() {
    assertThat(bound.contingencies().isRefused(reducing(5))).isTrue();

    hold(3);
    assertThat(bound.contingencies().isRefused(reducing(5))).isFalse();
    assertThat(bound.contingencies().isRefused(order(BUY, 5).reduceOnly())).isTrue();
  }

  @Test
  void aReduceOnlyOrderLargerThanThePositionIsLookedAtAfterAFillOnly() {
    hold(4);

    long exit = bound.place(reducing(10));
    assertThat(bound.deeds()).isEmpty();
    assertThat(permitted(exit)).isEqualTo(4);

    bound.fillAndSettle(exit, 1);
    assertThat(bound.deeds()).containsExactly("resize #2 to 4 POSITION_REDUCED"); // 1 + 3
  }

  @Test
  void twoReduceOnlyOrdersShareOnePosition() {
    hold(10);
    long first = bound.place(reducing(10));
    long second = bound.place(reducing(10));

    assertThat(bound.fill(first, 6)).isEqualTo(6);
    assertThat(bound.fill(second, 10)).isEqualTo(4);
    bound.settle();

    assertThat(bound.deeds()).containsExactly("cancel #2 POSITION_FLAT", "cancel #3 POSITION_FLAT");
  }

  @Test
  void theSecondOfTwoReduceOnlyOrdersShrinksWithThePosition() {
    hold(10);
    long first = bound.place(reducing(10));
    bound.place(reducing(8));

    bound.fillAndSettle(first, 6);
    assertThat(bound.deeds()).containsExactly("resize #3 to 4 POSITION_REDUCED");

    bound.fillAndSettle(first, 4);
    assertThat(bound.deeds()).containsExactly("cancel #3 POSITION_FLAT");
  }

  @Test
  void fillsOfAnotherInstrumentDoNotCountAgainstAReduceOnlyOrder() {
    hold(4);
    bound.place(reducing(10));

    OrderTerms elsewhere = new OrderTerms().of(1, 0, BUY, 3);
    bound.fillAndSettle(bound.place(elsewhere), 3);

    assertThat(bound.deeds()).isEmpty();
  }

  @Test
  void anAmendedExitIsAsLargeAsItsTraderWants() {
    bracket();
    bound.fillAndSettle(entry, 10);
    bound.deeds();

    bound.contingencies().onAmended(takeProfit, 6);
    bound.fillAndSettle(stopLoss, 5);

    assertThat(bound.deeds()).containsExactly("resize #2 to 1 OUO_SIBLING_FILLED"); // 6 − 5
  }
}
