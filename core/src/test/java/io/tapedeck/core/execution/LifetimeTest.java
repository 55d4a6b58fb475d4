package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.OrderType.STOP;
import static io.tapedeck.core.order.TimeInForce.DAY;
import static io.tapedeck.core.order.TimeInForce.GTD;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderTerms;
import org.junit.jupiter.api.Test;

/** How long orders work. */
class LifetimeTest {
  private static OrderTerms buyLow(long lots) {
    return buy(lots).typed(LIMIT).limit(1);
  }

  @Test
  void dayOrdersExpireAtTheCloseArmedOnesTooAndOthersDoNot() {
    Floor floor =
        Floor.quoted()
            .send(sell(2).typed(STOP).trigger(1).lasting(DAY, 0))
            .send(buyLow(3).lasting(DAY, 0))
            .send(buyLow(4))
            .close();

    assertThat(floor.lines()).containsExactly("4 expired #2 leaves 3", "4 expired #1 leaves 2");
  }

  @Test
  void aDatedOrderExpiresAtItsInstantWithWhatIsLeftOfIt() {
    Floor floor =
        Floor.quoted()
            .send(buy(9).typed(LIMIT).limit(10_001).lasting(GTD, 6))
            .send(buy(1).typed(STOP).trigger(20_000).lasting(GTD, 8))
            .send(buyLow(1));
    assertThat(floor.venue().nextExpiryNanos()).isEqualTo(6);

    floor.quote(9_999, 5, 10_001, 4).quote(9_999, 5, 10_001, 4).expire();
    assertThat(floor.venue().nextExpiryNanos()).isEqualTo(8);
    floor.expire().expire();

    assertThat(floor.lines())
        .containsExactly(
            "4 filled #1 BUY 4 @ 10001 TAKER leaves 5",
            "6 expired #1 leaves 5",
            "8 expired #2 leaves 1");
    assertThat(floor.venue().nextExpiryNanos()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aDatedOrderThatArrivesAtItsInstantOrLaterIsRefused() {
    Floor floor = Floor.quoted().send(buyLow(1).lasting(GTD, 1)).send(buyLow(1).lasting(GTD, 3));

    assertThat(floor.lines()).containsExactly("1 rejected #1 EXPIRED_ON_ARRIVAL");
    assertThat(floor.accepted()).containsExactly("2 accepted #2");
  }

  @Test
  void aCanceledDatedOrderDoesNotExpire() {
    Floor floor = Floor.quoted().send(buyLow(1).lasting(GTD, 3)).cancel(1, Side.BUY).expire();

    assertThat(floor.lines()).containsExactly("2 canceled #1 REQUESTED leaves 1");
  }
}
