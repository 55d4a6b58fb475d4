package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import org.junit.jupiter.api.Test;

/** Orders that depend on each other and on the position, by the textbook. */
class TextbookContingenciesTest {
  @Test
  void aFillOfOneOrderOfAGroupCancelsTheOthersByTheirIds() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(+1, 5, 98))
            .sends(Terms.limit(+1, 5, 100).linked(0, false, 1))
            .sends(Terms.stop(+1, 5, 100).linked(0, false, 2))
            .quote(2, 99, 9, 102, 9)
            .quote(3, 97, 9, 98, 9); // both limits would be reached

    assertThat(story.told())
        .containsExactly(
            "2s TRIGGERED 3",
            "2s FILL 3 5@102 TAKER leaves 0",
            "2s CANCELED 1 leaves 5 OCO_SIBLING_FILLED",
            "2s CANCELED 2 leaves 5 OCO_SIBLING_FILLED");
  }

  @Test
  void noTwoOrdersOfAGroupFillInOneEvent() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(+1, 5, 98))
            .sends(Terms.limit(+1, 5, 100).linked(0, false, 1))
            .quote(2, 99, 9, 101, 9)
            .quote(3, 97, 9, 98, 9); // both are reached, the better one first

    assertThat(story.told())
        .containsExactly(
            "3s FILL 2 5@100 MAKER leaves 0", "3s CANCELED 1 leaves 5 OCO_SIBLING_FILLED");
  }

  @Test
  void exitsFollowTheirEntryAndEachMakesTheOtherSmaller() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 4)
            .brackets(Terms.limit(+1, 6, 101), 103, 90)
            .quote(2, 99, 9, 101, 4) // 4 of 6: exits may fill 4
            .quote(3, 99, 9, 101, 2) // the other 2
            .quote(4, 103, 5, 104, 9) // 5 taken as profit
            .quote(5, 90, 9, 91, 9); // 1 stopped

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 4@101 TAKER leaves 2",
            "3s FILL 1 2@101 MAKER leaves 0",
            "4s FILL 2 5@103 MAKER leaves 1",
            "4s REPLACED 3 lots 1 leaves 1 OUO_SIBLING_FILLED",
            "5s TRIGGERED 3",
            "5s FILL 3 1@90 TAKER leaves 0",
            "5s CANCELED 2 leaves 1 OUO_SIBLING_FILLED");
  }

  @Test
  void aChildThatWaitsForAllIsReleasedWhenItsParentIsFilled() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 4)
            .sends(Terms.market(+1, 6))
            .sends(Terms.limit(-1, 3, 99).linked(1, true, 0))
            .quote(2, 99, 9, 101, 4)
            .quote(3, 99, 9, 102, 4) // filled; the child meets the next quote
            .quote(4, 99, 9, 102, 4);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 4@101 TAKER leaves 2",
            "3s FILL 1 2@102 TAKER leaves 0",
            "4s FILL 2 3@99 TAKER leaves 0");
  }

  @Test
  void childrenOfAnOrderThatEndsUnfilledEndWithIt() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 4)
            .brackets(Terms.limit(+1, 6, 100).lasting(TimeInForce.IOC, 0), 103, 90)
            .quote(2, 99, 9, 101, 4);

    assertThat(story.told())
        .containsExactly(
            "2s CANCELED 1 leaves 6 IMMEDIATE_OR_CANCEL",
            "2s CANCELED 2 leaves 6 PARENT_ENDED",
            "2s CANCELED 3 leaves 6 PARENT_ENDED");
  }

  @Test
  void reduceOnlyOrdersNeverTurnThePositionAndShrinkWithIt() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(-1, 9, 105).flagged(false, true)) // nothing to reduce
            .sends(Terms.market(+1, 6))
            .quote(2, 99, 9, 101, 9)
            .sends(Terms.limit(-1, 9, 105).flagged(false, true))
            .sends(Terms.limit(-1, 5, 106).flagged(false, true))
            .sends(Terms.market(-1, 2))
            .quote(3, 99, 9, 101, 9) // 4 left
            .quote(4, 107, 9, 108, 9); // the first takes all 4, the second has nothing to do

    assertThat(story.told())
        .containsExactly(
            "1s REJECTED 1 REDUCE_ONLY_WOULD_INCREASE",
            "2s FILL 2 6@101 TAKER leaves 0",
            "3s FILL 5 2@99 TAKER leaves 0",
            "3s REPLACED 3 lots 4 leaves 4 POSITION_REDUCED",
            "3s REPLACED 4 lots 4 leaves 4 POSITION_REDUCED",
            "4s FILL 3 4@105 MAKER leaves 0",
            "4s CANCELED 4 leaves 4 POSITION_FLAT");
  }

  @Test
  void exitsOnTheWayOfABarTakePartFromTheirRelease() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .brackets(Terms.limit(+1, 4, 98), 102, 96)
            // high 101, down past 98 to 97, up past 102 to 103
            .bar(12, 100, 101, 97, 103, null);

    assertThat(story.told())
        .containsExactly(
            "20s FILL 1 4@98 MAKER leaves 0",
            "24s FILL 2 4@102 MAKER leaves 0",
            "24s CANCELED 3 leaves 4 OUO_SIBLING_FILLED");
  }

  @Test
  void aStopReleasedOnTheWayMayBeMetOnTheSameLeg() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .brackets(Terms.limit(+1, 4, 98), 102, 96)
            .bar(12, 100, 101, 95, 103, null); // down past 98 and 96

    assertThat(story.told())
        .containsExactly(
            "20s FILL 1 4@98 MAKER leaves 0",
            "20s TRIGGERED 3",
            "20s FILL 3 4@96 TAKER leaves 0",
            "20s CANCELED 2 leaves 4 OUO_SIBLING_FILLED");
  }

  @Test
  void onThePessimisticWayAProfitIsNotTakenInTheBarOfTheEntry() {
    Story story = Story.onPrints();
    story.rules.barPath = TextbookRules.BarPath.PESSIMISTIC;
    story
        .bar(0, 100, 101, 99, 100, null)
        .brackets(Terms.market(+1, 4), 102, 96)
        .bar(12, 100, 103, 97, 100, null) // high, low, high again: not yet
        .bar(24, 100, 103, 97, 100, null); // long: low first, then the high

    assertThat(story.told())
        .containsExactly(
            "12s FILL 1 4@100 TAKER leaves 0",
            "32s FILL 2 4@102 MAKER leaves 0",
            "32s CANCELED 3 leaves 4 OUO_SIBLING_FILLED");
  }
}
