package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static io.tapedeck.core.order.TimeInForce.AT_THE_OPENING;
import static io.tapedeck.core.order.TimeInForce.FOK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** How much of an event our orders may take together. */
class ParticipationTest {
  private static final ExecutionSpec TENTH =
      ExecutionSpec.STANDARD.withMaxParticipation(new BigDecimal("0.1"));

  @Test
  void aTenthOfTheTouchRoundedDownIsSharedAndTheRestCarriesOn() {
    Floor floor = Floor.quoted().with(TENTH).matchingOnArrival().quote(9_999, 9, 10_001, 59);

    floor.send(buy(4)).send(buy(4)).send(sell(1)); // a tenth of 59 is 5, of 9 it is 0
    floor.quote(9_999, 9, 10_001, 59).quote(9_999, 9, 10_002, 60);

    assertThat(floor.lines())
        .containsExactly(
            "2 filled #1 BUY 4 @ 10001 TAKER leaves 0",
            "3 filled #2 BUY 1 @ 10001 TAKER leaves 3",
            "6 filled #2 BUY 3 @ 10002 TAKER leaves 0");
  }

  @Test
  void aTenthOfAPrintIsShared() {
    Floor floor = Floor.printed().with(TENTH).send(buy(4)).send(buy(9).typed(LIMIT).limit(10_005));

    floor.print(10_000, 69, -1); // 6 of them

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 4 @ 10000 TAKER leaves 0", "3 filled #2 BUY 2 @ 10005 MAKER leaves 7");
  }

  @Test
  void aFillOrKillOrderThatNeedsMoreIsKilled() {
    Floor floor = Floor.quoted().with(TENTH).send(buy(6).lasting(FOK, 0));

    floor.quote(9_999, 5, 10_001, 59);

    assertThat(floor.lines()).containsExactly("2 canceled #1 FILL_OR_KILL leaves 6");
  }

  @Test
  void anOfficialPrintIsTakenPartInAsWell() {
    Floor floor = Floor.flagged().with(TENTH).send(buy(9).lasting(AT_THE_OPENING, 0)).open();

    floor.print(10_000, 69, 0, Auction.OPENING);

    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 6 @ 10000 TAKER leaves 3", "3 canceled #1 AUCTION_UNFILLED leaves 3");
  }

  @Test
  void behindAQueueTheShareIsOfThePrint() {
    Floor floor =
        Floor.quoted()
            .with(TENTH.withQueue(QueueModelSpec.of(QueueModelSpec.Kind.RISK_ADVERSE)))
            .send(buy(50).typed(LIMIT).limit(9_999))
            .quote(9_999, 100, 10_001, 5);

    floor.print(9_999, 130, -1); // 30 more than was ahead, but a tenth of 130 is 13

    assertThat(floor.lines()).containsExactly("3 filled #1 BUY 13 @ 9999 MAKER leaves 37");
  }

  @Test
  void whatShowsNoSizeHasNoShare() {
    Floor floor = Floor.quoted().with(TENTH).send(buy(60)).quote(9_999, NONE, 10_001, NONE);

    assertThat(floor.lines()).containsExactly("2 filled #1 BUY 60 @ 10001 TAKER leaves 0");
  }

  @Property
  void aShareIsTheExactProductRoundedDown(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long lots,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long shareE9) {
    BigInteger product = BigInteger.valueOf(lots).multiply(BigInteger.valueOf(shareE9));
    long exact =
        new BigDecimal(product).movePointLeft(9).setScale(0, RoundingMode.FLOOR).longValueExact();

    assertThat(new Participation(shareE9).of(lots)).isEqualTo(exact);
  }
}
