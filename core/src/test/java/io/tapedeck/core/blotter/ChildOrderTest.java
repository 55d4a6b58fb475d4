package io.tapedeck.core.blotter;

import static io.tapedeck.core.blotter.BoundOrders.order;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.OrderStatus;
import org.junit.jupiter.api.Test;

/** Orders wait for their parents and fill no more than those have. */
class ChildOrderTest {
  private final BoundOrders bound = new BoundOrders();

  private long permitted(long id) {
    return bound.contingencies().lots(id, 1_000);
  }

  @Test
  void aChildIsReleasedByTheFirstFillAndMayFillWhatItsParentHas() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 10).after(parent));
    assertThat(bound.contingencies().isHeld(child)).isTrue();

    bound.fillAndSettle(parent, 4);
    assertThat(bound.deeds()).containsExactly("release #2");
    assertThat(permitted(child)).isEqualTo(4);

    bound.fillAndSettle(child, 3);
    assertThat(permitted(child)).isEqualTo(1); // 4 − 3

    bound.fillAndSettle(parent, 6);
    assertThat(permitted(child)).isEqualTo(7); // 10 − 3
    assertThat(bound.deeds()).isEmpty();
  }

  @Test
  void aChildOfAllWaitsForTheLastLot() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 25).afterAll(parent));

    bound.fillAndSettle(parent, 9);
    assertThat(bound.deeds()).isEmpty();

    bound.fillAndSettle(parent, 1);
    assertThat(bound.deeds()).containsExactly("release #2");
    assertThat(permitted(child)).isEqualTo(25); // its size is its own
  }

  @Test
  void aParentMayFillBeforeItsChildArrives() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.send(order(SELL, 10).after(parent));

    bound.fillAndSettle(parent, 10);
    assertThat(bound.deeds()).isEmpty();

    bound.arrive(child);
    assertThat(bound.deeds()).containsExactly("release #2");
  }

  @Test
  void aParentMayHaveFilledBeforeItsChildIsSent() {
    long parent = bound.place(order(BUY, 10));
    bound.fillAndSettle(parent, 6); // not reported yet

    long child = bound.place(order(SELL, 10).after(parent));

    assertThat(bound.deeds()).containsExactly("release #2");
    assertThat(permitted(child)).isEqualTo(6);
  }

  @Test
  void aParentThatEndsUnfilledTakesItsChildrenWithIt() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 10).after(parent));
    bound.place(order(BUY, 5).after(child));

    bound.end(parent);
    bound.settle();

    // the grandchild's parent ended unfilled as well
    assertThat(bound.deeds()).containsExactly("drop #2 PARENT_ENDED", "drop #3 PARENT_ENDED");
  }

  @Test
  void aChildOfAPartlyFilledParentIsMadeToFit() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 10).after(parent));
    bound.place(order(SELL, 10).afterAll(parent));
    bound.fillAndSettle(parent, 6);
    bound.fillAndSettle(child, 2);
    bound.deeds();

    bound.end(parent);
    bound.settle();

    // 2 filled and 6 − 2 to come; the child of all will never have all
    assertThat(bound.deeds())
        .containsExactly("resize #2 to 6 PARENT_ENDED", "drop #3 PARENT_ENDED");
  }

  @Test
  void aChildThatFilledAllItMayIsCanceledWithItsParent() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 10).after(parent));
    bound.fillAndSettle(parent, 6);
    bound.fillAndSettle(child, 6);
    bound.deeds();

    bound.end(parent);
    bound.settle();

    assertThat(bound.deeds()).containsExactly("cancel #2 PARENT_ENDED");
  }

  @Test
  void aChildLargerThanItsParentIsMadeToFitWhenThatIsFilled() {
    long parent = bound.place(order(BUY, 10));
    long child = bound.place(order(SELL, 15).after(parent));

    bound.fillAndSettle(parent, 10);

    assertThat(bound.deeds()).containsExactly("release #2", "resize #2 to 10 PARENT_ENDED");
    assertThat(permitted(child)).isEqualTo(10);
  }

  @Test
  void aChildOfAParentThatIsDoneButNotKnownToBeIsDropped() {
    long parent = bound.place(order(BUY, 10));
    bound.end(parent);

    bound.place(order(SELL, 10).after(parent));

    assertThat(bound.deeds()).containsExactly("drop #2 PARENT_ENDED");
    assertThat(bound.blotter().status(2)).isEqualTo(OrderStatus.CANCELED);
  }

  @Test
  void aHeldChildOfAHitGroupIsDropped() {
    long parent = bound.place(order(BUY, 10));
    long other = bound.place(order(BUY, 10));
    bound.place(order(SELL, 10).after(parent).cancels(other));

    bound.fillAndSettle(other, 1);

    assertThat(bound.deeds()).containsExactly("drop #3 OCO_SIBLING_FILLED");
  }
}
