package io.tapedeck.core.execution;

import static io.tapedeck.core.execution.Floor.NONE;
import static io.tapedeck.core.execution.Floor.buy;
import static io.tapedeck.core.execution.Floor.sell;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.LOG_PROB;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.POWER_PROB;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.POWER_PROB3;
import static io.tapedeck.core.execution.QueueModelSpec.Kind.RISK_ADVERSE;
import static io.tapedeck.core.order.OrderType.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a print at the limit fills an order that queues there. */
class QueueEstimateTest {
  private static final int BID = 9_999;

  /** A buy of 50 at the bid, behind 100 that are displayed there. */
  private static Floor behindAHundred(QueueModelSpec model) {
    return Floor.quoted()
        .with(ExecutionSpec.STANDARD.withQueue(model))
        .send(buy(50).typed(LIMIT).limit(BID))
        .quote(BID, 100, 10_001, 5);
  }

  private static Floor behindAHundred(QueueModelSpec.Kind kind) {
    return behindAHundred(QueueModelSpec.of(kind));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void printsAtTheLimitFillOnceWhatWasAheadIsTraded(QueueModelSpec.Kind kind) {
    Floor floor = behindAHundred(kind);

    floor.print(BID, 60, -1); // 40 ahead
    floor.print(BID, 500, +1); // a buyer takes nothing from bids
    floor.print(BID, 55, -1); // 15 more than was ahead
    floor.print(BID, 10, -1);

    assertThat(floor.lines())
        .containsExactly(
            "5 filled #1 BUY 15 @ 9999 MAKER leaves 35",
            "6 filled #1 BUY 10 @ 9999 MAKER leaves 25");
  }

  @ParameterizedTest
  @CsvSource({
    // 100 shown, order at the back: nothing is behind it, so all that is canceled was ahead
    "RISK_ADVERSE, 1, 70", // min(100, 70)
    "POWER_PROB, 1, 70",
    "POWER_PROB2, 1, 70",
    "POWER_PROB3, 2, 70",
    "LOG_PROB, 1, 70"
  })
  void withNoneBehindAllThatIsCanceledWasAhead(
      QueueModelSpec.Kind kind, double exponent, long ahead) {
    Floor floor = behindAHundred(new QueueModelSpec(kind, exponent)).quote(BID, 70, 10_001, 5);

    floor.print(BID, ahead, -1).print(BID, 1, -1);

    assertThat(floor.lines()).containsExactly("5 filled #1 BUY 1 @ 9999 MAKER leaves 49");
  }

  @ParameterizedTest
  @CsvSource({
    // 160 shown, 100 ahead, 60 behind; 40 are canceled, of which p * 40 were behind
    "RISK_ADVERSE, 1, 100", // min(100, 120)
    "POWER_PROB, 1, 75", // p = 60 / 160 = 0.375: 100 - 0.625 * 40
    "POWER_PROB, 2, 71", // p = 3600 / 13600 = 0.26470...: 100 - 29.41 = 70.59, so 71 whole lots
    "POWER_PROB2, 2, 66", // p = 3600 / 25600 = 0.140625: 100 - 34.375 = 65.625
    "POWER_PROB3, 2, 85", // p = 1 - 0.625^2 = 0.609375: 100 - 15.625 = 84.375
    "LOG_PROB, 1, 79", // p = ln 61 / (ln 61 + ln 101) = 0.47112: 100 - 21.155 = 78.845
    "LOG_PROB2, 1, 93" // p = ln 61 / ln 161 = 0.80902: 100 - 7.639 = 92.361
  })
  void aModelSharesWhatIsCanceledBetweenAheadAndBehind(
      QueueModelSpec.Kind kind, double exponent, long wholeLotsAhead) {
    Floor floor =
        behindAHundred(new QueueModelSpec(kind, exponent))
            .quote(BID, 160, 10_001, 5) // 60 more joined behind
            .quote(BID, 120, 10_001, 5);

    floor.print(BID, wholeLotsAhead - 1, -1).print(BID, 2, -1);

    // of the second print's 2 lots at most one whole lot is left once the queue is served
    assertThat(floor.lines()).containsExactly("6 filled #1 BUY 1 @ 9999 MAKER leaves 49");
  }

  @Test
  void whatWasTradedIsNotCountedAsCanceledAgain() {
    Floor floor = behindAHundred(POWER_PROB).quote(BID, 160, 10_001, 5);

    floor.print(BID, 40, -1); // ahead 60; shown 160 before, 120 afterwards: change 160-120-40 = 0
    floor.quote(BID, 120, 10_001, 5).print(BID, 61, -1);

    assertThat(floor.lines()).containsExactly("6 filled #1 BUY 1 @ 9999 MAKER leaves 49");
  }

  @Test
  void aQuoteThatChangesOnlyTheOtherSideSettlesNoTrades() {
    Floor floor = behindAHundred(POWER_PROB).quote(BID, 160, 10_001, 5);

    floor.print(BID, 40, -1).quote(BID, 160, 10_002, 7); // the bid's new size is still to come
    floor.quote(BID, 120, 10_002, 7).print(BID, 61, -1);

    assertThat(floor.lines()).containsExactly("7 filled #1 BUY 1 @ 9999 MAKER leaves 49");
  }

  @Test
  void aheadIsNeverMoreThanWhatIsShown() {
    Floor floor = behindAHundred(RISK_ADVERSE).quote(BID, 10, 10_001, 5).quote(BID, 90, 10_001, 5);

    floor.print(BID, 11, -1); // 10 ahead, 80 joined behind

    assertThat(floor.lines()).containsExactly("5 filled #1 BUY 1 @ 9999 MAKER leaves 49");
  }

  @Test
  void atABetterPriceThanTheTouchNobodyIsAhead() {
    Floor floor =
        Floor.quoted()
            .with(ExecutionSpec.STANDARD.withQueue(QueueModelSpec.of(LOG_PROB)))
            .send(buy(50).typed(LIMIT).limit(BID))
            .quote(BID - 5, 100, 10_001, 5);

    floor.quote(BID, 30, 10_001, 5); // others join, behind us
    floor.print(BID, 7, -1);

    assertThat(floor.lines()).containsExactly("4 filled #1 BUY 7 @ 9999 MAKER leaves 43");
  }

  @Test
  void behindTheTouchItsPlaceIsUnknownUntilTheTouchComesToItsPrice() {
    Floor floor =
        Floor.quoted()
            .with(ExecutionSpec.STANDARD.withQueue(QueueModelSpec.of(LOG_PROB)))
            .send(buy(50).typed(LIMIT).limit(BID))
            .quote(BID + 1, 100, 10_001, 5);

    floor.print(BID, 900, -1); // nobody knows how many were before us
    floor.quote(BID, 30, 10_001, 5).print(BID, 32, -1); // 30 ahead

    assertThat(floor.lines()).containsExactly("5 filled #1 BUY 2 @ 9999 MAKER leaves 48");
  }

  @Test
  void whenTheTouchFallsBackTheLevelIsGoneAndNobodyIsAhead() {
    Floor floor = behindAHundred(POWER_PROB3).quote(BID - 1, 100, 10_001, 5);

    floor.print(BID, 4, -1);

    assertThat(floor.lines()).containsExactly("4 filled #1 BUY 4 @ 9999 MAKER leaves 46");
  }

  @Test
  void aQuoteWithoutTheSideTellsNothing() {
    Floor floor = behindAHundred(POWER_PROB).quote(NONE, NONE, 10_001, 5);

    floor.print(BID, 99, -1).print(BID, 5, -1);

    // 100 - 99 = 1 still ahead, 5 - 1 = 4
    assertThat(floor.lines()).containsExactly("5 filled #1 BUY 4 @ 9999 MAKER leaves 46");
  }

  @Test
  void aPrintThroughTheLimitFillsWhateverIsAheadAndLeavesTheQueueAsItIs() {
    Floor floor = behindAHundred(RISK_ADVERSE).print(BID - 1, 7, -1);

    floor.print(BID, 99, -1).print(BID, 4, -1);

    // 100 - 99 = 1 still ahead, 4 - 1 = 3
    assertThat(floor.lines())
        .containsExactly(
            "3 filled #1 BUY 7 @ 9999 MAKER leaves 43", "5 filled #1 BUY 3 @ 9999 MAKER leaves 40");
  }

  @Test
  void ordersAtOnePriceShareWhatAPrintHasBeyondTheQueue() {
    Floor floor = behindAHundred(RISK_ADVERSE);
    floor.send(buy(50).typed(LIMIT).limit(BID)).quote(BID, 120, 10_001, 5); // 120 ahead of #2

    floor.print(BID, 160, -1);

    // 160 - 100 = 60 could be ours: 50 for #1; #2 has 160 - 120 = 40 less the 50 gone: nothing.
    floor.print(BID, 5, -1);

    assertThat(floor.lines())
        .containsExactly(
            "5 filled #1 BUY 50 @ 9999 MAKER leaves 0", "6 filled #2 BUY 5 @ 9999 MAKER leaves 45");
  }

  @Test
  void offersQueueLikeBids() {
    Floor floor =
        Floor.quoted()
            .with(ExecutionSpec.STANDARD.withQueue(QueueModelSpec.of(RISK_ADVERSE)))
            .send(sell(50).typed(LIMIT).limit(10_001))
            .quote(BID, 5, 10_001, 100);

    floor.print(10_001, 103, +1);

    assertThat(floor.lines()).containsExactly("3 filled #1 SELL 3 @ 10001 MAKER leaves 47");
  }

  @Test
  void aSmallerSizeKeepsThePlaceAndALargerOneGoesToTheBack() {
    Floor smaller = behindAHundred(RISK_ADVERSE).print(BID, 90, -1);
    smaller.amend(1, Side.BUY, 40, BID, 0).print(BID, 12, -1); // 10 ahead

    Floor larger = behindAHundred(RISK_ADVERSE).print(BID, 90, -1);
    larger.amend(1, Side.BUY, 60, BID, 0).quote(BID, 20, 10_001, 5).print(BID, 22, -1); // 20 ahead

    assertThat(smaller.lines()).endsWith("5 filled #1 BUY 2 @ 9999 MAKER leaves 38");
    assertThat(larger.lines()).endsWith("6 filled #1 BUY 2 @ 9999 MAKER leaves 58");
  }

  @Test
  void aPrintOrAQuoteWithoutASizeTellsNothing() {
    Floor prints = behindAHundred(RISK_ADVERSE).print(BID, NONE, -1);
    Floor quotes = behindAHundred(RISK_ADVERSE).quote(BID, NONE, 10_001, 5).print(BID, 99, -1);

    assertThat(prints.lines()).isEmpty();
    assertThat(quotes.lines()).isEmpty();
  }

  @Test
  void officialPrintsServeNoQueue() {
    Floor floor =
        Floor.flagged()
            .with(ExecutionSpec.STANDARD.withQueue(QueueModelSpec.of(RISK_ADVERSE)))
            .send(buy(50).typed(LIMIT).limit(BID))
            .quote(BID, 100, 10_001, 5);

    floor.print(BID, 500, -1, Auction.CLOSING);

    assertThat(floor.lines()).isEmpty();
  }
}
