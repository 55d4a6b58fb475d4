package io.tapedeck.core.ledger;

import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.fixture.Instruments.tradesOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapedeck.core.account.MarkRule;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final long ABSENT = Missing.VALUE;

  private final Universe universe = quoted(share("XYZ"));

  @Test
  void theMidIsTheMiddleOfTheLastQuoteWithBothSides() {
    Marks marks = new Marks(MarkRule.AUTO, universe);
    marks.onQuote(0, 9_999, 10_002);
    marks.onQuote(0, 9_000, ABSENT);
    marks.onQuote(0, ABSENT, 9_001);
    marks.onQuote(0, 9_010, 9_005); // crossed
    marks.onTrade(0, 5_000);

    assertThat(marks.doubledTicks(0, 1)).isEqualTo(9_999 + 10_002);

    marks.onQuote(0, 9_500, 9_500); // locked
    assertThat(marks.doubledTicks(0, 1)).isEqualTo(2 * 9_500);
  }

  @Test
  void withoutQuotesTheLastTradeMarks() {
    Marks marks = new Marks(MarkRule.AUTO, tradesOnly(share("XYZ")));
    marks.onTrade(0, 5_000);
    marks.onTrade(0, 5_001);

    assertThat(marks.doubledTicks(0, -1)).isEqualTo(2 * 5_001);
  }

  @Test
  void liquidationPaysTheBidForALongAndTheOfferForAShortPosition() {
    Marks marks = new Marks(MarkRule.LIQUIDATION, universe);
    marks.onQuote(0, 9_999, 10_002);
    marks.onQuote(0, 9_998, ABSENT);

    assertThat(marks.doubledTicks(0, 1)).isEqualTo(2 * 9_998);
    assertThat(marks.doubledTicks(0, -1)).isEqualTo(2 * 10_002);
  }

  @Test
  void beforeTheFirstMarkThePriceOfTheLastFillServes() {
    Marks marks = new Marks(MarkRule.LAST, universe);
    marks.onFill(0, 10_000);
    marks.onFill(0, 10_010);

    assertThat(marks.doubledTicks(0, 1)).isEqualTo(2 * 10_010);
    assertThat(marks.isAnyNeverMarked()).isTrue();

    marks.onTrade(0, 9_000);
    assertThat(marks.doubledTicks(0, 1)).isEqualTo(2 * 9_000);
    assertThat(marks.isAnyNeverMarked()).isFalse();
  }

  @Test
  void aRuleTheTapeCannotServeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Marks(MarkRule.LIQUIDATION, tradesOnly(share("XYZ"))))
        .withMessage("mark LIQUIDATION needs quotes of XYZ and the tape has none; use AUTO");
  }

  @Test
  void aFlatNetIsPricedBetweenALongAndAShortPosition() {
    Marks marks = new Marks(MarkRule.LIQUIDATION, universe);
    marks.onQuote(0, 9_999, 10_002);

    assertThat(marks.doubledTicksOfNet(0, 3)).isEqualTo(2 * 9_999);
    assertThat(marks.doubledTicksOfNet(0, -3)).isEqualTo(2 * 10_002);
    assertThat(marks.doubledTicksOfNet(0, 0)).isEqualTo(9_999 + 10_002);
  }
}
