package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.replay.textbook.TextbookRules.BarLimit;
import io.tapedeck.core.replay.textbook.TextbookRules.BarMarket;
import io.tapedeck.core.replay.textbook.TextbookRules.BarPath;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars of 12 seconds: points at 0, 4, 8 and 12 s of each; by the textbook. */
class TextbookBarsTest {
  private static Story story(BarMarket mode) {
    Story story = Story.onPrints();
    story.rules.barMarket = mode;
    return story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.market(+1, 4))
        .bar(12, 102, 107, 98, 105, null);
  }

  @Test
  void marketOrdersFillWhereTheRunSays() {
    assertThat(story(BarMarket.NEXT_OPEN).told())
        .containsExactly("12s FILL 1 4@102 TAKER leaves 0");
    assertThat(story(BarMarket.SAME_CLOSE).told())
        .containsExactly("12s FILL 1 4@100 TAKER leaves 0");
    assertThat(story(BarMarket.NEXT_CLOSE).told())
        .containsExactly("24s FILL 1 4@105 TAKER leaves 0");
    assertThat(story(BarMarket.MID).told()) // ⌈205 / 2⌉ for a buyer
        .containsExactly("18s FILL 1 4@103 TAKER leaves 0");
  }

  @Test
  void aRandomPriceIsTheDrawOfTheOrderInTheBarsRange() {
    Story story = story(BarMarket.RANDOM);
    story.rules.luck = new OneAboveTheLow();

    assertThat(story.told()).containsExactly("18s FILL 1 4@99 TAKER leaves 0");
  }

  @Test
  void aLimitOrderFillsAtABetterOpenOrAtItsPriceOnTheWay() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .sends(Terms.limit(+1, 1, 103))
            .sends(Terms.limit(-1, 2, 107))
            .sends(Terms.limit(+1, 3, 98))
            .bar(12, 102, 107, 98, 105, null);

    assertThat(story.told())
        .containsExactly(
            "12s FILL 1 1@102 TAKER leaves 0",
            "16s FILL 2 2@107 MAKER leaves 0",
            "20s FILL 3 3@98 MAKER leaves 0");
  }

  @Test
  void penetrationAsksForMoreThanATouchAndProbabilityForLuck() {
    assertThat(touching(BarLimit.PENETRATE).told()).isEmpty();
    assertThat(touching(BarLimit.PROBABILITY).told())
        .containsExactly("16s FILL 2 2@107 MAKER leaves 0"); // even orders are lucky
  }

  private static Story touching(BarLimit rule) {
    Story story = Story.onPrints();
    story.rules.barLimit = rule;
    story.rules.luck = new OneAboveTheLow();
    return story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.limit(+1, 1, 98))
        .sends(Terms.limit(-1, 2, 107))
        .bar(12, 102, 107, 98, 105, null);
  }

  @Test
  void stopsFillAtAnOpenBeyondThemOrAtTheirTriggerPlusSlippage() {
    Story story = Story.onPrints();
    story.rules.slippageBps = BigDecimal.ONE; // one tick
    story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.stop(+1, 1, 101))
        .sends(Terms.stop(-1, 2, 99))
        .sends(Terms.market(-1, 3).typed(OrderType.MARKET_IF_TOUCHED, 0, 106))
        .bar(12, 102, 107, 98, 105, null);

    assertThat(story.told())
        .containsExactly(
            "12s TRIGGERED 1",
            "12s FILL 1 1@103 TAKER leaves 0",
            "16s TRIGGERED 3",
            "16s FILL 3 3@105 TAKER leaves 0",
            "20s TRIGGERED 2",
            "20s FILL 2 2@98 TAKER leaves 0");
  }

  @Test
  void aStopLimitGoesOnAlongTheLegAsALimit() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .sends(
                Terms.market(-1, 1).typed(OrderType.STOP_LIMIT, 100, 101)) // sells at 100 or more
            .sends(Terms.market(+1, 2).typed(OrderType.LIMIT_IF_TOUCHED, 99, 101))
            .bar(12, 102, 107, 98, 105, null); // 107 → 98: both at 101, the buy again at 99

    assertThat(story.told())
        .containsExactly(
            "20s TRIGGERED 2", // buys first where both are met
            "20s TRIGGERED 1",
            "20s FILL 1 1@101 TAKER leaves 0", // as the stop would
            "20s FILL 2 2@99 MAKER leaves 0");
  }

  @Test
  void trailingStopsFollowThePath() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .sends(Terms.market(-1, 1).trailing(3, 0))
            .bar(12, 102, 107, 98, 105, null); // 107 − 3

    assertThat(story.told()).containsExactly("20s TRIGGERED 1", "20s FILL 1 1@104 TAKER leaves 0");
  }

  @Test
  void theAdaptivePathGoesToTheNearerExtremeFirst() {
    Story story = Story.onPrints();
    story.rules.barPath = BarPath.ADAPTIVE;
    story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.limit(+1, 1, 98))
        .bar(12, 102, 107, 98, 105, null); // 4 below, 5 above: low at 16 s

    assertThat(story.told()).containsExactly("16s FILL 1 1@98 MAKER leaves 0");
  }

  @Test
  void aQuarterOfTheVolumeIsThereAtEachPointAndTheRestAtTheClose() {
    Story story =
        Story.onPrints()
            .bar(0, 100, 101, 99, 100, null)
            .sends(Terms.limit(+1, 20, 108))
            .bar(12, 102, 107, 98, 105, 11L); // 2, then 5, 8 and 11 in all; none above 107

    assertThat(story.told())
        .containsExactly(
            "12s FILL 1 2@102 TAKER leaves 18",
            "16s FILL 1 3@107 MAKER leaves 15",
            "20s FILL 1 3@107 MAKER leaves 12",
            "24s FILL 1 3@107 MAKER leaves 9");
  }

  @Test
  void whatAMarketOrderCannotHaveItWantsOfTheNextBar() {
    Story story = Story.onPrints();
    story.rules.participation = new BigDecimal("0.5");
    story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.market(+1, 4))
        .sends(Terms.market(+1, 4).lasting(TimeInForce.IOC, 0))
        .bar(12, 102, 107, 98, 105, 25L) // ⌊12 / 4⌋ = 3 at the open
        .bar(24, 103, 107, 98, 105, 25L);

    assertThat(story.told())
        .containsExactly(
            "12s FILL 1 3@102 TAKER leaves 1",
            "12s CANCELED 2 leaves 4 IMMEDIATE_OR_CANCEL",
            "24s FILL 1 1@103 TAKER leaves 0");
  }

  @Test
  void anOrderThatArrivesOnTheWayWaitsForTheLegToEnd() {
    Story story = Story.onPrints();
    story.rules.entryNanos = 2 * Story.SECOND; // at 14 s, while the leg to 107 is under way
    story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.limit(-1, 1, 105))
        .sends(Terms.limit(-1, 2, 110))
        .bar(12, 102, 107, 98, 105, null); // the leg from 107 to 98 begins beyond 105

    assertThat(story.told()).containsExactly("20s FILL 1 1@105 TAKER leaves 0");
  }

  @Test
  void buysMeetTheBarOfOffersAndSellsThatOfBids() {
    Story story =
        Story.onPrints()
            .bar(BarPrice.ASK, 0, 101, 102, 100, 101, null)
            .bar(BarPrice.BID, 0, 99, 100, 98, 99, null)
            .sends(Terms.market(+1, 1))
            .sends(Terms.market(-1, 1))
            .sends(Terms.limit(+1, 1, 99))
            .sends(Terms.limit(-1, 1, 103))
            .bar(BarPrice.ASK, 12, 102, 105, 99, 103, null)
            .bar(BarPrice.BID, 12, 100, 103, 96, 101, null);

    TextbookReplay run = story.run();
    assertThat(story.told())
        .containsExactly(
            "12s FILL 1 1@102 TAKER leaves 0",
            "12s FILL 2 1@100 TAKER leaves 0",
            "16s FILL 4 1@103 MAKER leaves 0",
            "20s FILL 3 1@99 MAKER leaves 0");
    // −102 + 100 + 103 − 99 ticks of a cent, and flat
    assertThat(run.account().equity()).isEqualByComparingTo("100000.02");
  }

  @Test
  void theWayWhileFlatHasTwoHighsAndQuarterPoints() {
    TextbookTape.Bar bar =
        new TextbookTape.Bar(0, 12 * Story.SECOND, BarPrice.LAST, 100, 105, 95, 101, 16L);
    TextbookRules rules = new TextbookRules();
    rules.barPath = BarPath.PESSIMISTIC;
    TextbookWalk walk = new TextbookWalk(bar, List.of(bar), rules, 0);

    List<String> points = new ArrayList<>();
    for (int point = 0; point < walk.size(); point++) {
      points.add(
          walk.time(point) / Story.SECOND + "s " + walk.price(point) + " " + walk.left(point));
    }
    assertThat(points)
        .containsExactly("0s 100 4", "3s 105 8", "6s 95 12", "9s 105 12", "12s 101 16");
  }

  /** Draws the second lowest price, and luck for even orders. */
  private static final class OneAboveTheLow implements TextbookRules.Luck {
    @Override
    public long tick(long orderId, long barOpenNanos, long low, long high) {
      return low + 1;
    }

    @Override
    public boolean isFilledAtTouch(long orderId, long barOpenNanos, double probability) {
      return orderId % 2 == 0;
    }
  }
}
