package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.TextbookRules.Residual;
import io.tapedeck.core.replay.textbook.TextbookRules.Triggers;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Quotes and prints, by the textbook: numbers worked out by hand from the rules. */
class TextbookTicksTest {
  @Test
  void theRestOfAMarketOrderWaitsForFreshSize() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 5)
            .sends(Terms.market(+1, 8))
            .quote(2, 99, 9, 101, 5) // 8 wanted, 5 shown
            .quote(3, 98, 9, 101, 5) // the offer is the same: nothing fresh
            .quote(4, 98, 9, 102, 5);

    assertThat(story.told())
        .containsExactly("2s FILL 1 5@101 TAKER leaves 3", "4s FILL 1 3@102 TAKER leaves 0");
  }

  @Test
  void aWalkTakesTheRestOneIncrementWorseALevel() {
    Story story = Story.onQuotes();
    story.rules.residual = Residual.WALKS;
    story.rules.incrementTicks = 5;
    story
        .quote(1, 90, 9, 100, 4)
        .sends(Terms.market(+1, 10)) // 4 at 100, 4 at 105, 2 at 110
        .sends(Terms.limit(+1, 9, 110)) // 2 left at 110 and not beyond
        .quote(2, 90, 9, 100, 4);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 4@100 TAKER leaves 6",
            "2s FILL 1 4@105 TAKER leaves 2",
            "2s FILL 1 2@110 TAKER leaves 0",
            "2s FILL 2 2@110 TAKER leaves 7");
  }

  @Test
  void aRunMayCancelWhatTheTouchCannotGive() {
    Story story = Story.onQuotes();
    story.rules.residual = Residual.CANCELS;
    story
        .quote(1, 99, 9, 101, 5)
        .sends(Terms.limit(+1, 8, 101))
        .sends(Terms.limit(+1, 2, 100)) // not marketable: it rests
        .quote(2, 99, 9, 101, 5)
        .quote(3, 98, 9, 100, 5);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 5@101 TAKER leaves 3",
            "2s CANCELED 1 leaves 3 RESIDUAL_CANCELED",
            "3s FILL 2 2@100 MAKER leaves 0");
  }

  @Test
  void aStopMeetsTheVeryQuoteThatTriggersItAfterOlderOrders() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.stop(+1, 6, 103))
            .sends(Terms.market(+1, 4))
            .quote(2, 101, 9, 103, 5); // 4 for the market order, 1 of 6 for the stop

    assertThat(story.told())
        .containsExactly(
            "2s FILL 2 4@103 TAKER leaves 0", "2s TRIGGERED 1", "2s FILL 1 1@103 TAKER leaves 5");
  }

  @Test
  void whatAPrintTriggersMeetsTheNextEvent() {
    Story story =
        Story.onPrints()
            .print(1, 100, 5, 1)
            .sends(Terms.stop(-1, 3, 98))
            .sends(Terms.market(-1, 2).typed(OrderType.MARKET_IF_TOUCHED, 0, 103))
            .print(2, 98, 9, -1)
            .print(3, 97, 9, -1)
            .print(4, 103, 1, 1)
            .print(5, 105, 9, 1);

    assertThat(story.told())
        .containsExactly(
            "2s TRIGGERED 1",
            "3s FILL 1 3@97 TAKER leaves 0",
            "4s TRIGGERED 2",
            "5s FILL 2 2@105 TAKER leaves 0");
  }

  @Test
  void aMidTriggerCountsInHalfTicks() {
    Story story = Story.onQuotes();
    story.rules.triggers = Triggers.MID;
    story
        .quote(1, 99, 9, 101, 9)
        .sends(Terms.stop(+1, 1, 102))
        .quote(2, 101, 9, 102, 9) // 101.5
        .quote(3, 101, 9, 103, 9); // 102

    assertThat(story.told()).containsExactly("3s TRIGGERED 1", "3s FILL 1 1@103 TAKER leaves 0");
  }

  @Test
  void aTrailingStopFollowsTheBestPriceByTicksOrByAShareRoundedUp() {
    Story story =
        Story.onQuotes()
            .quote(1, 1_000, 9, 1_002, 9)
            .sends(Terms.market(-1, 1).trailing(5, 0))
            .sends(Terms.market(-1, 2).trailing(0, 610_000)) // 61 bps
            .quote(2, 1_000, 9, 1_002, 9)
            .quote(3, 1_010, 9, 1_012, 9) // 1 005; 1 010 − ⌈6.161⌉ = 1 003
            .quote(4, 1_005, 9, 1_012, 9)
            .quote(5, 1_003, 9, 1_012, 9);

    assertThat(story.told())
        .containsExactly(
            "4s TRIGGERED 1",
            "4s FILL 1 1@1005 TAKER leaves 0",
            "5s TRIGGERED 2",
            "5s FILL 2 2@1003 TAKER leaves 0");
  }

  @Test
  void aPostOnlyOrderIsRefusedAtItsFirstQuoteRatherThanTake() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(+1, 5, 101).flagged(true, false))
            .sends(Terms.limit(+1, 5, 100).flagged(true, false))
            .quote(2, 99, 9, 101, 9)
            .quote(3, 99, 9, 100, 9);

    assertThat(story.told())
        .containsExactly("2s REJECTED 1 POST_ONLY_WOULD_TAKE", "3s FILL 2 5@100 MAKER leaves 0");
  }

  @Test
  void anAmendThatRepricesTakesAgainAndOneThatShrinksKeepsItsPlace() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(+1, 5, 99))
            .sends(Terms.limit(+1, 5, 99))
            .sends(Terms.limit(+1, 5, 99))
            .quote(2, 99, 9, 101, 9)
            .amends(1, 4, 99, 0) // keeps its place
            .amends(2, 6, 99, 0) // goes to the back
            .amends(3, 5, 100, 0)
            .quote(3, 98, 9, 99, 12); // 3 takes at 99, then 4 for 1, and 3 of 6 for 2

    assertThat(story.told())
        .containsExactly(
            "2s REPLACED 1 lots 4 leaves 4 REQUESTED",
            "2s REPLACED 2 lots 6 leaves 6 REQUESTED",
            "2s REPLACED 3 lots 5 leaves 5 REQUESTED",
            "3s FILL 3 5@99 TAKER leaves 0",
            "3s FILL 1 4@99 MAKER leaves 0",
            "3s FILL 2 3@99 TAKER leaves 3");
  }

  @Test
  void amendsAndCancelsRaceWithFillsByArrival() {
    Story story = Story.onQuotes();
    story.rules.entryNanos = 2 * Story.SECOND;
    story
        .quote(1, 99, 9, 101, 3)
        .sends(Terms.limit(+1, 5, 101)) // arrives at 3 and takes 3
        .quote(2, 99, 9, 101, 3)
        .amends(1, 3, 101, 0) // arrives at 4: 3 are filled already
        .amends(1, 9, 101, 0)
        .quote(5, 99, 9, 101, 3)
        .cancels(1);

    assertThat(story.told())
        .containsExactly(
            "2s AMEND_DENIED 1 AMEND_PENDING",
            "3s FILL 1 3@101 TAKER leaves 2",
            "4s CANCELED 1 leaves 2 AMENDED_BELOW_FILLED"); // and a cancel is not sent any more
  }

  @Test
  void anOrderExpiresAtItsInstantBeforeWhatHappensThere() {
    Story story =
        Story.onQuotes()
            .quote(1, 99, 9, 101, 9)
            .sends(Terms.limit(+1, 5, 100).lasting(TimeInForce.GTD, 3 * Story.SECOND))
            .sends(Terms.stop(+1, 5, 100).lasting(TimeInForce.GTD, Story.SECOND))
            .quote(2, 99, 9, 101, 9)
            .quote(3, 99, 9, 100, 9);

    assertThat(story.told()).containsExactly("1s DENIED 2 EXPIRY_PAST", "3s EXPIRED 1 leaves 5");
  }

  @Test
  void participationLeavesTheRestOfAQuoteAndOfAPrintToOthers() {
    Story story = Story.onQuotes();
    story.rules.participation = new BigDecimal("0.3");
    story
        .quote(1, 99, 9, 101, 9)
        .sends(Terms.market(+1, 4))
        .sends(Terms.limit(+1, 9, 100))
        .quote(2, 99, 9, 101, 9) // ⌊2.7⌋
        .print(3, 99, 17, -1) // ⌊5.1⌋
        .quote(4, 99, 9, 102, 9);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 2@101 TAKER leaves 2",
            "3s FILL 2 5@100 MAKER leaves 4",
            "4s FILL 1 2@102 TAKER leaves 0");
  }

  @Test
  void slippageWorsensWhatTakesAndNeverBeyondALimit() {
    Story story = Story.onQuotes();
    story.rules.slippageBps = new BigDecimal("1.5"); // ⌈10 000 × 1.5 / 10 000⌉ = 2
    story
        .quote(1, 9_990, 9, 10_000, 9)
        .sends(Terms.market(+1, 1))
        .sends(Terms.limit(+1, 1, 10_001))
        .quote(2, 9_990, 9, 10_000, 9);

    assertThat(story.told())
        .containsExactly("2s FILL 1 1@10002 TAKER leaves 0", "2s FILL 2 1@10001 TAKER leaves 0");
  }
}
