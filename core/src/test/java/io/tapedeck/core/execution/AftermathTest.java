package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.OrderType.MARKET_IF_TOUCHED;
import static io.tapedeck.core.order.OrderType.STOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.ReplaceReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What orders do to each other: permits inside an event, commands after it. */
class AftermathTest {
  /** Once, after an event, does something at the venue. */
  private static final class Once implements Aftermath {
    private final List<Long> calls = new ArrayList<>();
    private Runnable deed;

    @Override
    public void settle(long nanos) {
      calls.add(nanos);
      Runnable now = deed;
      deed = null;
      if (now != null) {
        now.run();
      }
    }
  }

  private static OrderTerms buyAt(long lots, long limitTicks) {
    return buy(lots).typed(LIMIT).limit(limitTicks);
  }

  @Test
  void itIsCalledAfterEachCommandAndEventAndAgainAfterItsOwnCommands() {
    Once once = new Once();
    Floor floor = Floor.quoted().followedBy(once).send(buyAt(4, 9_999)).send(buyAt(4, 9_998));

    once.deed = () -> floor.venue().cancel(3, 2, 0, Side.BUY, CancelReason.OCO_SIBLING_FILLED);
    floor.quote(9_990, 5, 10_001, 5);

    assertThat(once.calls).containsExactly(1L, 2L, 3L, 3L);
    assertThat(floor.lines()).containsExactly("3 canceled #2 OCO_SIBLING_FILLED leaves 4");
  }

  @Test
  void anEventThatConcernsNoOrderHasNoAftermath() {
    Once once = new Once();
    Floor.quoted().followedBy(once).quote(9_990, 5, 10_001, 5).print(9_990, 5, -1);

    assertThat(once.calls).isEmpty();
  }

  @Test
  void commandsInsideOneAftermathDoNotNest() {
    List<String> order = new ArrayList<>();
    Venue[] venue = new Venue[1];
    Aftermath twice =
        nanos -> {
          order.add("in");
          if (order.size() == 1) {
            venue[0].cancel(nanos, 1, 0, Side.BUY, CancelReason.POSITION_FLAT);
            venue[0].cancel(nanos, 2, 0, Side.BUY, CancelReason.POSITION_FLAT);
          }
          order.add("out");
        };
    Floor floor = Floor.quoted().followedBy(twice);
    venue[0] = floor.venue();

    floor.send(buyAt(4, 9_999));

    assertThat(order).containsExactly("in", "out", "in", "out");
    assertThat(floor.lines()).containsExactly("1 canceled #1 POSITION_FLAT leaves 4");
  }

  @Test
  void aReleasedOrderMeetsTheNextEventAndNeverTheStandingBook() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(9_999, 5, 10_001, 5);

    floor.release(buyAt(3, 10_001)).release(sell(1).typed(STOP).trigger(9_999));
    assertThat(floor.lines()).isEmpty();
    floor.quote(9_999, 5, 10_001, 5);

    assertThat(floor.accepted()).containsExactly("2 accepted #1", "3 accepted #2");
    assertThat(floor.lines())
        .containsExactly(
            "4 filled #1 BUY 3 @ 10001 TAKER leaves 0",
            "4 triggered #2",
            "4 filled #2 SELL 1 @ 9999 TAKER leaves 0");
  }

  @Test
  void aPermitBindsEveryFillOfAnEvent() {
    long[] filled = new long[1];
    FillPermit oneOfTwo = (orderId, wanted) -> filled[0] == 0 || filled[0] == orderId ? wanted : 0;
    Heard heard = new Heard();
    Floor floor = Floor.quoted().permitting(oneOfTwo).telling(new Marking(heard, filled));

    floor.send(buyAt(2, 9_999)).send(buyAt(2, 9_998)).quote(9_990, 5, 10_001, 5);
    floor.print(9_990, 50, -1).quote(9_980, 5, 9_985, 5);

    assertThat(heard.lines()).containsExactly("4 filled #1 BUY 2 @ 9999 MAKER leaves 0");
  }

  @Test
  void aReduceOnlyOrderWithNothingToReduceIsRefused() {
    Floor floor = Floor.quoted().permitting((orderId, wanted) -> orderId == 1 ? 0 : wanted);

    floor.send(sell(2).reduceOnly()).send(sell(2).reduceOnly());

    assertThat(floor.lines()).containsExactly("1 rejected #1 REDUCE_ONLY_WOULD_INCREASE");
    assertThat(floor.accepted()).containsExactly("2 accepted #2");
  }

  @Test
  void anArmedOrderMadeSmallerKeepsItsTurn() {
    Floor floor =
        Floor.quoted()
            .send(sell(4).typed(MARKET_IF_TOUCHED).trigger(10_000))
            .send(sell(4).typed(MARKET_IF_TOUCHED).trigger(10_000));

    floor.venue().amend(3, 1, 0, Side.SELL, 2, 0, 10_000, ReplaceReason.OUO_SIBLING_FILLED);
    floor.quote(10_000, 3, 10_002, 5);

    assertThat(floor.lines())
        .containsExactly(
            "3 replaced #1 2 limit 0 trigger 10000 leaves 2 OUO_SIBLING_FILLED",
            "3 triggered #1",
            "3 triggered #2",
            "3 filled #1 SELL 2 @ 10000 TAKER leaves 0",
            "3 filled #2 SELL 1 @ 10000 TAKER leaves 3");
  }
}
