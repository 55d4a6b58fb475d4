package io.tapedeck.core.blotter;

import static io.tapedeck.core.blotter.BoundOrders.order;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One of a group cancels the others. */
class OcoGroupTest {
  private final BoundOrders bound = new BoundOrders();

  @Test
  void aPartialFillCancelsTheOthersAndTheOrderItselfWorksOn() {
    long first = bound.place(order(BUY, 10));
    long second = bound.place(order(SELL, 10).cancels(first));
    long third = bound.place(order(SELL, 10).cancels(second));

    bound.fillAndSettle(second, 1);

    assertThat(bound.deeds())
        .containsExactly("cancel #1 OCO_SIBLING_FILLED", "cancel #3 OCO_SIBLING_FILLED");
    assertThat(third).isEqualTo(3);
    bound.fillAndSettle(second, 9);
    assertThat(bound.deeds()).isEmpty();
  }

  @Test
  void ofTwoThatOneEventReachesOnlyTheFirstFills() {
    long first = bound.place(order(BUY, 10));
    long second = bound.place(order(BUY, 10).cancels(first));

    assertThat(bound.fill(first, 4)).isEqualTo(4);
    assertThat(bound.fill(second, 10)).isZero();
    assertThat(bound.fill(first, 6)).isEqualTo(6);

    bound.settle();
    assertThat(bound.deeds()).containsExactly("cancel #2 OCO_SIBLING_FILLED");
  }

  @Test
  void anEndWithoutAFillLeavesTheOthersAlone() {
    long first = bound.place(order(BUY, 10));
    long second = bound.place(order(BUY, 10).cancels(first));

    bound.end(first);
    bound.settle();

    assertThat(bound.deeds()).isEmpty();
    assertThat(bound.fill(second, 10)).isEqualTo(10);
  }

  @Test
  void anOrderUnderWayIsHitByWhatItsGroupFillsMeanwhile() {
    long first = bound.place(order(BUY, 10));
    long second = bound.send(order(BUY, 10).cancels(first));

    bound.fillAndSettle(first, 10);
    assertThat(bound.deeds()).isEmpty(); // the second is not there yet

    assertThat(bound.contingencies().isGroupHit(second)).isTrue();
    bound.arrive(second);
    assertThat(bound.deeds()).containsExactly("cancel #2 OCO_SIBLING_FILLED");
  }

  @Test
  void anOrderJoinsAGroupThatWasHitBeforeItWasSent() {
    long partlyFilled = bound.place(order(BUY, 10));
    bound.fillAndSettle(partlyFilled, 3);

    long second = bound.place(order(BUY, 10).cancels(partlyFilled));

    assertThat(bound.deeds()).containsExactly("cancel #2 OCO_SIBLING_FILLED");
    assertThat(bound.contingencies().lots(second, 10)).isZero();
    assertThat(bound.fill(partlyFilled, 7)).isEqualTo(7);
  }

  @Test
  void anOrderJoinsThroughTheOneThatWasFilled() {
    long first = bound.place(order(BUY, 10));
    long second = bound.place(order(BUY, 10).cancels(first));
    bound.fillAndSettle(first, 3);
    assertThat(bound.deeds()).containsExactly("cancel #" + second + " OCO_SIBLING_FILLED");

    bound.place(order(BUY, 10).cancels(first));

    assertThat(bound.deeds()).containsExactly("cancel #3 OCO_SIBLING_FILLED");
  }

  @Test
  void anOrderJoinsThroughOneThatIsDoneAtTheVenueAndNotKnownToBe() {
    long first = bound.place(order(BUY, 10));
    long second = bound.place(order(BUY, 10).cancels(first));
    bound.end(second); // canceled; no report of it yet

    long third = bound.place(order(BUY, 10).cancels(second));
    bound.fillAndSettle(first, 1);

    assertThat(bound.deeds()).containsExactly("cancel #" + third + " OCO_SIBLING_FILLED");
  }

  @Test
  void groupsDoNotKnowEachOther() {
    long first = bound.place(order(BUY, 10));
    bound.place(order(BUY, 10).cancels(first));
    long other = bound.place(order(BUY, 10));
    long second = bound.place(order(BUY, 10).cancels(other));

    bound.fillAndSettle(other, 10);

    assertThat(bound.deeds()).containsExactly("cancel #" + second + " OCO_SIBLING_FILLED");
    assertThat(bound.contingencies().lots(first, 10)).isEqualTo(10);
  }
}
