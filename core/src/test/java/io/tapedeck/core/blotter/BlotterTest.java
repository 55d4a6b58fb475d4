package io.tapedeck.core.blotter;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

class BlotterTest {
  private final Blotter blotter = new Blotter(2);

  private long send(int instrument, Side side, long lots) {
    return blotter.send(instrument, OrderType.LIMIT, side, lots, 100, TimeInForce.GTC);
  }

  @Test
  void idsAreSequentialFromOneDeniedOrdersIncluded() {
    assertThat(send(0, BUY, 5)).isEqualTo(1);
    assertThat(blotter.deny(0, OrderType.MARKET, BUY, 0, 0, TimeInForce.GTC)).isEqualTo(2);
    assertThat(send(1, SELL, 5)).isEqualTo(3);
  }

  @Test
  void theVenueIsAheadOfWhatIsKnown() {
    long id = send(0, BUY, 10);
    blotter.accept(id);
    blotter.fill(id, 4);

    assertThat(blotter.status(id)).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(blotter.filledLots(id) + blotter.leavesLots(id)).isEqualTo(10);
    assertThat(blotter.workingBuyLots(0)).isEqualTo(10);

    assertThat(blotter.learnFill(id, 4)).isFalse();
    assertThat(blotter.workingBuyLots(0)).isEqualTo(6);
  }

  @Test
  void anOrderThatEndsWorksNoMoreOnceThatIsKnown() {
    long id = send(1, SELL, 10);
    blotter.fill(id, 4);
    blotter.end(id, OrderStatus.CANCELED);

    assertThat(blotter.leavesLots(id)).isZero();
    assertThat(blotter.workingSellLots(1)).isEqualTo(10);

    blotter.learnFill(id, 4);
    blotter.learnEnd(id);
    assertThat(blotter.workingSellLots(1)).isZero();
    assertThat(blotter.isKnownOpen(id)).isFalse();
    assertThat(blotter.isIssued(id)).isTrue();
  }

  @Test
  void aDeniedOrderNeverWorks() {
    long id = blotter.deny(0, OrderType.MARKET, BUY, 5, 0, TimeInForce.GTC);

    assertThat(blotter.workingBuyLots(0)).isZero();
    blotter.learnEnd(id);
    assertThat(blotter.workingBuyLots(0)).isZero();
  }

  @Test
  void anOldOrderSurvivesManyYoungerOnes() {
    long old = send(0, SELL, 7);
    for (int i = 0; i < 1_000; i++) {
      long young = send(0, BUY, i + 1);
      assertThat(blotter.orderLots(young)).isEqualTo(i + 1);
      blotter.fill(young, i + 1);
      assertThat(blotter.learnFill(young, i + 1)).isTrue();
    }

    assertThat(blotter.orderLots(old)).isEqualTo(7);
    assertThat(blotter.side(old)).isEqualTo(SELL);
    assertThat(blotter.workingBuyLots(0)).isZero();
    assertThat(blotter.workingSellLots(0)).isEqualTo(7);
    assertThat(blotter.isKnownOpen(2)).isFalse();
  }

  @Test
  void anUnknownOrderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blotter.fill(1, 5))
        .withMessageContaining("order 1 is not open");
  }
}
