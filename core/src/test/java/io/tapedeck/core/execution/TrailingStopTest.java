package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.order.OrderType.TRAILING_STOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Stops that follow the best price since they arrived. */
class TrailingStopTest {
  @Test
  void aSellStopFollowsTheBidUpwardsAndNeverDown() {
    Floor floor = Floor.quoted().send(sell(1).typed(TRAILING_STOP).trail(10, 0));

    floor
        .quote(10_000, 5, 10_002, 5) // best 10 000, stop 9 990
        .quote(9_991, 5, 9_993, 5)
        .quote(10_020, 5, 10_022, 5) // best 10 020, stop 10 010
        .quote(10_011, 5, 10_013, 5)
        .quote(10_010, 5, 10_012, 5);

    assertThat(floor.lines())
        .containsExactly("6 triggered #1", "6 filled #1 SELL 1 @ 10010 TAKER leaves 0");
  }

  @Test
  void aBuyStopFollowsTheOfferDownwards() {
    Floor floor = Floor.quoted().send(buy(1).typed(TRAILING_STOP).trail(10, 0));

    floor
        .quote(9_998, 5, 10_000, 5) // best 10 000, stop 10 010
        .quote(9_978, 5, 9_980, 5) // best 9 980, stop 9 990
        .quote(9_987, 5, 9_989, 5)
        .quote(9_988, 5, 9_990, 5);

    assertThat(floor.lines())
        .containsExactly("5 triggered #1", "5 filled #1 BUY 1 @ 9990 TAKER leaves 0");
  }

  @Test
  void aShareOfTheBestPriceIsRoundedUpToTicks() {
    // 12.5 bps are 125 000 e-4: of 10 001 they are 12.50125, so 13 ticks; stop at 9 988
    Floor floor = Floor.quoted().send(sell(1).typed(TRAILING_STOP).trail(0, 125_000));

    floor.quote(10_001, 5, 10_003, 5).quote(9_989, 5, 9_991, 5);
    assertThat(floor.lines()).isEmpty();
    floor.quote(9_988, 5, 9_990, 5);

    assertThat(floor.lines())
        .containsExactly("4 triggered #1", "4 filled #1 SELL 1 @ 9988 TAKER leaves 0");
  }

  @Test
  void aShareThatIsWholeIsNotRoundedFurther() {
    // 10 bps of 10 000 are exactly 10 ticks; stop at 9 990
    Floor floor = Floor.quoted().send(sell(1).typed(TRAILING_STOP).trail(0, 100_000));

    floor.quote(10_000, 5, 10_003, 5).quote(9_991, 5, 9_993, 5);
    assertThat(floor.lines()).isEmpty();
    floor.quote(9_990, 5, 9_993, 5);

    assertThat(floor.lines()).contains("4 triggered #1");
  }

  @Test
  void withoutQuotesItFollowsPrints() {
    Floor floor = Floor.printed().send(sell(1).typed(TRAILING_STOP).trail(10, 0));

    floor.print(10_000, 5, 0).print(10_005, 5, 0).print(9_995, 5, 0).print(9_994, 5, 0);

    assertThat(floor.lines())
        .containsExactly("4 triggered #1", "5 filled #1 SELL 1 @ 9994 TAKER leaves 0");
  }

  @Test
  void itFollowsMidsToHalfATick() {
    Floor floor =
        Floor.quoted()
            .with(ExecutionSpec.STANDARD.withTriggers(TriggerSource.MID))
            .send(sell(1).typed(TRAILING_STOP).trail(10, 0));

    // mids 10 000.5, stop 9 990.5; then 9 991 and 9 990.5
    floor.quote(9_999, 5, 10_002, 5).quote(9_990, 5, 9_992, 5).quote(9_990, 5, 9_991, 5);

    assertThat(floor.lines())
        .containsExactly("4 triggered #1", "4 filled #1 SELL 1 @ 9990 TAKER leaves 0");
  }

  @Test
  void whatWasBestBeforeItsArrivalDoesNotCount() {
    Floor floor = Floor.quoted().quote(11_000, 5, 11_002, 5);

    floor.send(sell(1).typed(TRAILING_STOP).trail(10, 0)).quote(10_000, 5, 10_002, 5);

    assertThat(floor.lines()).isEmpty();
  }

  @Test
  void atAStandingBookTheStandingPriceIsTheFirstItFollows() {
    Floor floor = Floor.quoted().matchingOnArrival().quote(10_000, 5, 10_002, 5);

    floor.send(sell(1).typed(TRAILING_STOP).trail(10, 0)).quote(9_990, 5, 9_992, 5);

    assertThat(floor.lines()).contains("3 triggered #1");
  }

  @Test
  void eachOfSeveralStopsFollowsItsOwnBestPrice() {
    Floor floor = Floor.quoted().send(sell(1).typed(TRAILING_STOP).trail(10, 0));
    floor.quote(10_020, 5, 10_022, 5); // #1: best 10 020, stop 10 010
    floor.send(sell(1).typed(TRAILING_STOP).trail(5, 0));

    floor.quote(10_012, 5, 10_014, 5); // #2: best 10 012, stop 10 007
    floor.quote(10_014, 5, 10_016, 5); // #2: best 10 014, stop 10 009
    floor.quote(10_010, 5, 10_012, 5).quote(10_009, 5, 10_012, 5);

    assertThat(floor.lines())
        .containsExactly(
            "6 triggered #1",
            "6 filled #1 SELL 1 @ 10010 TAKER leaves 0",
            "7 triggered #2",
            "7 filled #2 SELL 1 @ 10009 TAKER leaves 0");
  }
}
