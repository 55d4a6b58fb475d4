package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.replay.textbook.TextbookRules.Queue;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import org.junit.jupiter.api.Test;

/** The place in the queue, by the textbook. */
class TextbookQueueTest {
  private static Story story(Queue queue, double exponent) {
    Story story = Story.onQuotes();
    story.rules.queue = queue;
    story.rules.queueExponent = exponent;
    return story;
  }

  @Test
  void aPrintAtThePriceFillsWhatIsBeyondTheLotsAhead() {
    Story story =
        story(Queue.RISK_ADVERSE, 1)
            .quote(1, 99, 10, 101, 9)
            .sends(Terms.limit(+1, 5, 99))
            .quote(2, 99, 10, 101, 9) // 10 ahead
            .print(3, 99, 7, -1) // 3 ahead
            .print(4, 99, 5, -1); // 2 beyond

    assertThat(story.told()).containsExactly("4s FILL 1 2@99 MAKER leaves 3");
  }

  @Test
  void theRiskAverseQueueMovesByPrintsAndWhenNoMoreIsShown() {
    Story story =
        story(Queue.RISK_ADVERSE, 1)
            .quote(1, 99, 10, 101, 9)
            .sends(Terms.limit(+1, 5, 99))
            .quote(2, 99, 10, 101, 9)
            .quote(3, 99, 30, 101, 9) // 10 ahead, 20 behind
            .quote(4, 99, 12, 101, 9) // all that left was behind
            .quote(5, 99, 4, 101, 9) // 4 ahead
            .print(6, 99, 5, -1);

    assertThat(story.told()).containsExactly("6s FILL 1 1@99 MAKER leaves 4");
  }

  @Test
  void theProbabilityQueueSplitsCancellationsBetweenFrontAndBack() {
    Story story =
        story(Queue.POWER_PROB, 2)
            .quote(1, 99, 10, 101, 9)
            .sends(Terms.limit(+1, 5, 99))
            .quote(2, 99, 10, 101, 9)
            .quote(3, 99, 40, 101, 9) // 10 ahead, 30 behind
            // 10 canceled: p = 30² / (30² + 10²) = 0.9, so 1 of them was ahead: 9 ahead
            .quote(4, 99, 30, 101, 9)
            .print(5, 99, 11, -1);

    assertThat(story.told()).containsExactly("5s FILL 1 2@99 MAKER leaves 3");
  }

  @Test
  void printedLotsAreNotCountedTwiceWhenTheQuoteShrinksByThem() {
    Story story =
        story(Queue.POWER_PROB, 2)
            .quote(1, 99, 10, 101, 9)
            .sends(Terms.limit(+1, 5, 99))
            .quote(2, 99, 10, 101, 9)
            .print(3, 99, 6, -1) // 4 ahead
            .quote(4, 99, 4, 101, 9) // 10 − 4 − 6 = 0 canceled
            .print(5, 99, 5, -1);

    assertThat(story.told()).containsExactly("5s FILL 1 1@99 MAKER leaves 4");
  }

  @Test
  void anOrderBehindTheTouchDoesNotKnowItsPlaceUntilTheTouchComes() {
    Story story =
        story(Queue.RISK_ADVERSE, 1)
            .quote(1, 99, 10, 101, 9)
            .sends(Terms.limit(+1, 5, 98))
            .quote(2, 99, 10, 101, 9)
            .print(3, 98, 50, -1) // unknown place: nothing
            .quote(4, 98, 3, 101, 9)
            .print(5, 98, 4, -1)
            .quote(6, 97, 9, 101, 9) // the level is gone: first
            .print(7, 98, 2, -1);

    assertThat(story.told())
        .containsExactly("5s FILL 1 1@98 MAKER leaves 4", "7s FILL 1 2@98 MAKER leaves 2");
  }

  @Test
  void anOrderBetterThanTheTouchIsFirst() {
    Story story =
        story(Queue.LOG_PROB, 1)
            .quote(1, 99, 10, 102, 9)
            .sends(Terms.limit(+1, 5, 100))
            .sends(Terms.limit(+1, 5, 100))
            .quote(2, 99, 10, 102, 9)
            .print(3, 100, 7, -1); // 5 for the first and what is left for the second

    assertThat(story.told())
        .containsExactly("3s FILL 1 5@100 MAKER leaves 0", "3s FILL 2 2@100 MAKER leaves 3");
  }

  @Test
  void theCurvesAreTheNamedOnes() {
    // 30 behind, 10 ahead
    assertThat(probability(Queue.POWER_PROB2, 2)).isEqualTo(900.0 / 1_600);
    assertThat(probability(Queue.POWER_PROB3, 2)).isEqualTo(1 - 0.0625);
    double ln31 = StrictMath.log(31);
    assertThat(probability(Queue.LOG_PROB, 1)).isEqualTo(ln31 / (ln31 + StrictMath.log(11)));
    assertThat(probability(Queue.LOG_PROB2, 1)).isEqualTo(ln31 / StrictMath.log(41));
  }

  private static double probability(Queue queue, double exponent) {
    TextbookRules rules = new TextbookRules();
    rules.queue = queue;
    rules.queueExponent = exponent;
    return new TextbookQueue(rules).probability(30, 10);
  }
}
