package io.tapedeck.core.replay.textbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.textbook.TextbookRules.Costing;
import io.tapedeck.core.replay.textbook.Wish.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cost, cash, financing, margin and attribution, by the textbook. */
class TextbookAccountTest {
  private static TextbookPosition bought(Costing costing) {
    TextbookPosition position = new TextbookPosition(costing);
    position.post(+1, 10, usd("100.00"), BigDecimal.ZERO);
    position.post(+1, 10, usd("130.00"), BigDecimal.ZERO);
    position.post(-1, 15, usd("180.00"), BigDecimal.ZERO);
    return position;
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount).setScale(8);
  }

  @Test
  void averageCostTakesAShareOfAllThatWasPaid() {
    TextbookPosition position = bought(Costing.AVERAGE);

    assertThat(position.realised()).isEqualByComparingTo("7.50"); // 180 − 230 × 15 / 20
    assertThat(position.basis()).isEqualByComparingTo("57.50");
  }

  @Test
  void firstInFirstOutTakesTheOldestLots() {
    TextbookPosition position = bought(Costing.FIFO);

    assertThat(position.realised()).isEqualByComparingTo("15.00"); // 180 − 100 − 130 × 5 / 10
    assertThat(position.basis()).isEqualByComparingTo("65.00");
  }

  @Test
  void aFillThatTurnsThePositionSplitsItsNotionalHalfEven() {
    TextbookPosition position = new TextbookPosition(Costing.AVERAGE);
    position.post(-1, 1, usd("0.00000010"), BigDecimal.ZERO);
    position.post(+1, 2, usd("0.00000025"), BigDecimal.ZERO); // 12.5 units close: 12

    assertThat(position.lots()).isEqualTo(1);
    assertThat(position.realised()).isEqualByComparingTo("-0.00000002"); // 10 − 12
    assertThat(position.basis()).isEqualByComparingTo("0.00000013");
  }

  @Test
  void cashIsWhatFillsFeesAndFinancingLeaveOfIt() {
    Story story = Story.onQuotes();
    story.rules.startCash = BigDecimal.valueOf(100);
    story.rules.feeBps = BigDecimal.valueOf(10);
    story.rules.sessions =
        List.of(
            new Session(LocalDate.of(2026, 1, 2), 0, 10 * Story.SECOND),
            new Session(LocalDate.of(2026, 1, 5), 20 * Story.SECOND, 30 * Story.SECOND));
    BigDecimal bps = BigDecimal.valueOf(100);
    story.rules.financing =
        new TextbookRules.Financing(bps, BigDecimal.ZERO, BigDecimal.ZERO, bps, 360);
    story
        .quote(1, 990, 9, 1_010, 9)
        .sends(Terms.market(+1, 3))
        .quote(2, 990, 9, 1_010, 9) // 30.30, fee 0.0303
        .quote(3, 1_030, 9, 1_050, 9);

    TextbookReplay run = story.run();
    // three nights: 31.20 × 3 / 36 000 = 0.0026 on 3 × 10.40 at the mid, and paid on the cash of
    // 69.6697 × 3 / 36 000 = 0.005805808…, rounded down
    assertThat(run.account().financing()).isEqualByComparingTo("-0.00320580");
    assertThat(run.account().cash()).isEqualByComparingTo("69.67290580"); // 100 − 30.3303 + it
    BigDecimal equity = new BigDecimal("100.87290580");
    assertThat(run.dailyEquity())
        .usingElementComparator(BigDecimal::compareTo)
        .isEqualTo(List.of(equity, equity));
    // 100 − 30.3303 + 30.00 at the second quote
    assertThat(run.account().drawdown()).isEqualByComparingTo("0.3303");
  }

  @Test
  void theBrokerClosesAnAccountThatCannotPay() {
    Story story = Story.onQuotes();
    story.rules.startCash = BigDecimal.valueOf(20);
    story.rules.maintenance = new BigDecimal("0.25");
    story.rules.initialMargin = new BigDecimal("0.30");
    story
        .quote(1, 999, 9, 1_001, 9)
        .sends(Terms.market(+1, 5))
        .sends(Terms.limit(+1, 1, 500))
        .quote(2, 999, 9, 1_001, 9) // 20 − 50.05 + 50.00 = 19.95 against 12.50
        .quote(3, 799, 9, 801, 9) // −30.05 + 40.00 = 9.95 against 10.00
        .quote(4, 789, 3, 801, 9)
        .quote(5, 780, 9, 801, 9);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 5@1001 TAKER leaves 0",
            "3s CANCELED 2 leaves 1 RISK",
            "4s FILL 3 3@789 TAKER leaves 2",
            "5s FILL 3 2@780 TAKER leaves 0");
    TextbookReplay run = story.run();
    assertThat(run.account().isReducing()).isFalse();
    assertThat(run.account().equity()).isEqualByComparingTo("9.22"); // −30.05 + 23.67 + 15.60
  }

  @Test
  void eachStrategyKeepsItsShareOfTheOneAccount() {
    Story story = Story.onQuotes();
    story.rules.strategies = 2;
    story
        .quote(1, 99, 9, 101, 9)
        .strategySends(1, Terms.market(-1, 2))
        .strategySends(0, Terms.market(+1, 5)) // the first strategy is asked first
        .quote(2, 99, 9, 101, 9)
        .strategySends(0, Terms.market(-1, 5))
        .quote(3, 104, 9, 106, 9);

    assertThat(story.told())
        .containsExactly(
            "2s FILL 1 5@101 TAKER leaves 0",
            "2s FILL 2 2@99 TAKER leaves 0",
            "3s FILL 3 5@104 TAKER leaves 0");
    TextbookAccount account = story.run().account();
    assertThat(account.share(0).realised()).isEqualByComparingTo("0.15"); // 5 × 3 ticks
    assertThat(account.share(1).lots()).isEqualTo(-2);
    assertThat(account.position().lots()).isEqualTo(-2);
  }

  @Test
  void aTargetCountsWhatIsUnderWay() {
    Story story = Story.onQuotes();
    story.rules.responseNanos = 2 * Story.SECOND;
    story
        .quote(1, 99, 9, 101, 9)
        .targets(5)
        .targets(5)
        .quote(2, 99, 9, 101, 9)
        .targets(3) // nothing reported: 3 − 0 − 5
        .quote(3, 99, 9, 101, 9)
        .quote(5, 99, 9, 101, 9)
        .targets(3);

    assertThat(story.told())
        .containsExactly("2s FILL 1 5@101 TAKER leaves 0", "3s FILL 2 2@99 TAKER leaves 0");
  }
}
