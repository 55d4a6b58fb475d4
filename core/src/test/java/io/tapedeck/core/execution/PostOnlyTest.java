package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.TimeInForce;
import org.junit.jupiter.api.Test;

/** Orders that may only add liquidity. */
class PostOnlyTest {
  @Test
  void onArrivalAtAStandingBookItIsRefusedBeforeItIsAccepted() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_999, 5, 10_001, 5);

    floor
        .send(buy(1).typed(LIMIT).limit(10_001).postOnly())
        .send(sell(1).typed(LIMIT).limit(9_999).postOnly())
        .send(buy(1).typed(LIMIT).limit(10_000).postOnly());

    assertThat(floor.lines())
        .containsExactly(
            "2 rejected #1 POST_ONLY_WOULD_TAKE", "3 rejected #2 POST_ONLY_WOULD_TAKE");
    assertThat(floor.accepted()).containsExactly("4 accepted #3");
  }

  @Test
  void otherwiseItIsRefusedAtTheFirstQuoteItWouldTakeFrom() {
    Floor floor =
        Floor.quoted()
            .quote(9_990, 5, 9_995, 5)
            .send(buy(1).typed(LIMIT).limit(10_000).postOnly())
            .send(buy(1).typed(LIMIT).limit(9_999).postOnly());

    floor.quote(9_998, 5, 10_000, 5).quote(9_998, 5, 9_999, 5);

    // at its first quote #2 does not reach the offer, so it rests, and is met later
    assertThat(floor.lines())
        .containsExactly(
            "4 rejected #1 POST_ONLY_WOULD_TAKE", "5 filled #2 BUY 1 @ 9999 MAKER leaves 0");
  }

  @Test
  void amendedToAPriceThatTakesItIsRefused() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_999, 5, 10_001, 5);
    floor.send(buy(3).typed(LIMIT).limit(10_000).postOnly());

    floor.amend(1, Side.BUY, 3, 10_001, 0);

    assertThat(floor.lines())
        .containsExactly(
            "3 replaced #1 3 limit 10001 trigger 0 leaves 3 REQUESTED",
            "3 rejected #1 POST_ONLY_WOULD_TAKE");
  }

  @Test
  void amendedSoAfterItWasFilledInPartItIsCanceled() {
    Floor floor = Floor.quoted().send(buy(3).typed(LIMIT).limit(10_000).postOnly());
    floor.quote(9_999, 5, 10_001, 5).print(9_998, 2, -1);

    floor.amend(1, Side.BUY, 3, 10_001, 0).quote(9_999, 5, 10_001, 5);

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 2 @ 10000 MAKER leaves 1",
            "4 replaced #1 3 limit 10001 trigger 0 leaves 1 REQUESTED",
            "5 canceled #1 POST_ONLY_WOULD_TAKE leaves 1");
  }

  @Test
  void contradictoryTermsAreTheCallersFault() {
    assertThatThrownBy(() -> Floor.quoted().send(buy(1).postOnly()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("post-only");
    assertThatThrownBy(
            () ->
                Floor.quoted()
                    .send(buy(1).typed(LIMIT).limit(5).lasting(TimeInForce.IOC, 0).postOnly()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("immediate");
  }
}
