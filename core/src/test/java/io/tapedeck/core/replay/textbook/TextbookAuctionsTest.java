package io.tapedeck.core.replay.textbook;

import static io.tapedeck.core.order.TimeInForce.AT_THE_CLOSE;
import static io.tapedeck.core.order.TimeInForce.AT_THE_OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.textbook.TextbookTape.Auction;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The opening and the closing, with official prints and without, by the textbook. */
class TextbookAuctionsTest {
  /** One session from 10 to 20 s. */
  private static Story late(Story story) {
    Session session = new Session(LocalDate.of(2026, 1, 5), 10 * Story.SECOND, 20 * Story.SECOND);
    story.rules.sessions = List.of(session);
    return story;
  }

  @Test
  void theOfficialPrintIsSharedByMarketOrdersThenLimits() {
    Story story = late(Story.onQuotes());
    story.rules.hasAuctions = true;
    story.rules.slippageBps = BigDecimal.valueOf(100);
    story
        .quote(1, 99, 9, 101, 9)
        .sends(Terms.limit(+1, 5, 100).lasting(AT_THE_OPENING, 0))
        .sends(Terms.limit(+1, 5, 99).lasting(AT_THE_OPENING, 0)) // below the price
        .sends(Terms.market(-1, 4).lasting(AT_THE_OPENING, 0))
        .quote(10, 99, 9, 101, 9) // nothing before the official print
        .official(11, Auction.OPENING, 100, 7) // 4 for the market order, 3 of 5
        .sends(Terms.market(-1, 4).lasting(AT_THE_OPENING, 0));

    assertThat(story.told())
        .containsExactly(
            "11s FILL 3 4@100 TAKER leaves 0",
            "11s FILL 1 3@100 TAKER leaves 2",
            "11s CANCELED 1 leaves 2 AUCTION_UNFILLED",
            "11s CANCELED 2 leaves 5 AUCTION_UNFILLED",
            "11s REJECTED 4 AUCTION_OVER");
  }

  @Test
  void withoutOfficialPrintsTheFirstQuoteOfTheSessionOpens() {
    Story story = late(Story.onQuotes());
    story
        .quote(1, 99, 9, 101, 9)
        .sends(Terms.market(+1, 5).lasting(AT_THE_OPENING, 0))
        .sends(Terms.limit(+1, 5, 101).lasting(AT_THE_OPENING, 0))
        .quote(2, 99, 9, 101, 9) // the session is not open
        .quote(10, 99, 9, 102, 3);

    assertThat(story.told())
        .containsExactly(
            "10s FILL 1 3@102 TAKER leaves 2",
            "10s CANCELED 1 leaves 2 AUCTION_UNFILLED",
            "10s CANCELED 2 leaves 5 AUCTION_UNFILLED");
  }

  @Test
  void theOfficialClosingMayComeAfterTheClose() {
    Story story = late(Story.onQuotes());
    story.rules.hasAuctions = true;
    story.rules.closingAuctionNanos = 5 * Story.SECOND;
    story
        .quote(11, 99, 9, 101, 9)
        .sends(Terms.market(+1, 5).lasting(AT_THE_CLOSE, 0))
        .quote(12, 99, 9, 101, 9)
        .official(23, Auction.CLOSING, 104, 50)
        .official(24, Auction.NONE, 106, 1);

    assertThat(story.told()).containsExactly("23s FILL 1 5@104 TAKER leaves 0");
    // marked at the mid of 100: 5 × (100 − 104) × 0.01
    assertThat(story.run().dailyEquity().get(0)).isEqualByComparingTo("99999.80");
  }

  @Test
  void withoutOfficialPrintsTheCloseMeetsTheStandingTouch() {
    Story story = late(Story.onQuotes());
    story
        .quote(11, 99, 4, 101, 9)
        .sends(Terms.market(-1, 5).lasting(AT_THE_CLOSE, 0))
        .sends(Terms.limit(+1, 5, 100).lasting(AT_THE_CLOSE, 0))
        .sends(Terms.limit(+1, 5, 101).lasting(AT_THE_CLOSE, 0))
        .quote(12, 99, 4, 101, 9);

    assertThat(story.told())
        .containsExactly(
            "20s FILL 3 5@101 TAKER leaves 0", // buys first
            "20s FILL 1 4@99 TAKER leaves 1",
            "20s CANCELED 1 leaves 1 AUCTION_UNFILLED",
            "20s CANCELED 2 leaves 5 AUCTION_UNFILLED");
  }

  @Test
  void withoutQuotesTheCloseIsTheLastPrintOfAnySize() {
    Story story = late(Story.onPrints());
    story
        .print(11, 100, 1, 1)
        .sends(Terms.market(-1, 5).lasting(AT_THE_CLOSE, 0))
        .print(12, 98, 1, 1);

    assertThat(story.told()).containsExactly("20s FILL 1 5@98 TAKER leaves 0");
  }

  @Test
  void onBarsTheCloseIsThatOfTheBarThatEndsTheSession() {
    Story story = Story.onPrints();
    story.rules.sessions = List.of(new Session(LocalDate.of(2026, 1, 5), 0, 36 * Story.SECOND));
    story
        .bar(0, 100, 101, 99, 100, null)
        .sends(Terms.market(-1, 5).lasting(AT_THE_CLOSE, 0))
        .bar(12, 100, 101, 99, 100, null)
        .bar(24, 100, 104, 99, 103, null);

    assertThat(story.told()).containsExactly("36s FILL 1 5@103 TAKER leaves 0");
  }
}
