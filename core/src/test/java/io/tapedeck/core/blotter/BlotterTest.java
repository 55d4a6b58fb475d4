package io.tapedeck.core.blotter;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import org.junit.jupiter.api.Test;

class BlotterTest {
  private final Blotter blotter = new Blotter(2, 1);

  private long send(int instrument, Side side, long lots) {
    return blotter.send(order(instrument, side, lots));
  }

  private static OrderTerms order(int instrument, Side side, long lots) {
    return new OrderTerms().of(instrument, 0, side, lots).typed(OrderType.LIMIT).limit(100);
  }

  @Test
  void idsAreSequentialFromOneDeniedOrdersIncluded() {
    assertThat(send(0, BUY, 5)).isEqualTo(1);
    assertThat(blotter.deny(order(0, BUY, 0))).isEqualTo(2);
    assertThat(send(1, SELL, 5)).isEqualTo(3);
  }

  @Test
  void theVenueIsAheadOfWhatIsKnown() {
    long id = send(0, BUY, 10);
    blotter.accept(id);
    blotter.fill(id, 4);

    assertThat(blotter.status(id)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(blotter.filledLots(id) + blotter.leavesLots(id)).isEqualTo(10);
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(10);

    assertThat(blotter.learnFill(id, 4)).isFalse();
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(6);
  }

  @Test
  void anOrderThatEndsWorksNoMoreOnceThatIsKnown() {
    long id = send(1, SELL, 10);
    blotter.fill(id, 4);
    blotter.end(id, OrderStatus.CANCELED);

    assertThat(blotter.leavesLots(id)).isZero();
    assertThat(blotter.working().of(SELL, 1)).isEqualTo(10);

    blotter.learnFill(id, 4);
    blotter.learnEnd(id);
    assertThat(blotter.working().of(SELL, 1)).isZero();
    assertThat(blotter.isKnownOpen(id)).isFalse();
    assertThat(blotter.isIssued(id)).isTrue();
  }

  @Test
  void aDeniedOrderNeverWorks() {
    long id = blotter.deny(order(0, BUY, 5));

    assertThat(blotter.working().of(BUY, 0)).isZero();
    blotter.learnEnd(id);
    assertThat(blotter.working().of(BUY, 0)).isZero();
  }

  @Test
  void anOldOrderSurvivesManyYoungerOnes() {
    long old = send(0, SELL, 7);
    for (int i = 0; i < 1_000; i++) {
      long young = send(0, BUY, i + 1);
      assertThat(blotter.order(young).lots()).isEqualTo(i + 1);
      blotter.fill(young, i + 1);
      assertThat(blotter.learnFill(young, i + 1)).isTrue();
    }

    assertThat(blotter.order(old).lots()).isEqualTo(7);
    assertThat(blotter.order(old).side()).isEqualTo(SELL);
    assertThat(blotter.working().of(BUY, 0)).isZero();
    assertThat(blotter.working().of(SELL, 0)).isEqualTo(7);
    assertThat(blotter.isKnownOpen(2)).isFalse();
  }

  @Test
  void anUnknownOrderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blotter.fill(1, 5))
        .withMessageContaining("order 1 is not open");
  }

  @Test
  void anAmendUnderWayWorksAtItsWorst() {
    long id = send(0, BUY, 10);
    blotter.accept(id);

    blotter.amend(id, 25, 103, 0);
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(25); // 10 may become 25
    assertThat(blotter.knownPriceTicks(id)).isEqualTo(103); // 100 may become 103
    assertThat(blotter.isAmending(id)).isTrue();

    blotter.replace(id, 25, 103, 0);
    blotter.learnReplace(id, 25, true);
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(25);
    assertThat(blotter.isAmending(id)).isFalse();

    blotter.amend(id, 5, 99, 0);
    assertThat(blotter.knownPriceTicks(id)).isEqualTo(103); // until it is known to be 99
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(25); // until it is known to be 5
    blotter.learnAmendRejected(id);
    assertThat(blotter.working().of(BUY, 0)).isEqualTo(25);
    assertThat(blotter.knownLeavesLots(id)).isEqualTo(25);
  }

  @Test
  void aReduceOnlyOrderIsNoExposure() {
    blotter.send(order(0, SELL, 10).reduceOnly());

    assertThat(blotter.working().of(SELL, 0)).isZero();
    assertThat(blotter.openOrders()).isEqualTo(1);
  }

  @Test
  void strategiesWorkApartAndTheAccountTogether() {
    Blotter shared = new Blotter(1, 2);
    shared.send(new OrderTerms().of(0, 0, BUY, 7));
    shared.send(new OrderTerms().of(0, 1, SELL, 3));

    assertThat(shared.working().net(0, 0)).isEqualTo(7);
    assertThat(shared.working().net(1, 0)).isEqualTo(-3);
    assertThat(shared.working().of(BUY, 0)).isEqualTo(7);
    assertThat(shared.working().of(SELL, 0)).isEqualTo(3);
  }
}
