package io.tapedeck.core.strategy;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotes of 10, and 25 at most. */
class MarketMakerTest {
  private static final long MILLI = 1_000_000L;
  private static final Universe ONE = Instruments.quoted(Instruments.share("XYZ"));

  private static MarketMaker.Params params(
      double halfSpread, double skew, int tolerance, int restMillis) {
    return new MarketMaker.Params(size("10"), size("25"), halfSpread, skew, tolerance, restMillis);
  }

  private static Market touch() {
    return new Market(params(0, 0, 0, 0), ONE);
  }

  /** Both sides are at the touch of 100 to 104, and the venue has said so. */
  private static Market resting(Market market) {
    market.quote(0, 100, 104);
    return market.reports(0, 1, OrderStatus.NEW).reports(0, 2, OrderStatus.NEW);
  }

  private static List<String> after(int quiet, Market market) {
    return market.asked().subList(quiet, market.asked().size());
  }

  @Test
  void itJoinsTheTouchOnBothSides() {
    assertThat(touch().quote(0, 100, 104).asked())
        .containsExactly(
            "0: #1 BUY 10 limit 100 DAY post-only", "0: #2 SELL 10 limit 104 DAY post-only");
  }

  @Test
  void orItQuotesHalfASpreadFromTheMid() {
    // mid 102.5, half a spread of 1: 101.5 and 103.5, rounded away from the mid
    assertThat(new Market(params(1, 0, 0, 0), ONE).quote(0, 100, 105).asked())
        .containsExactly(
            "0: #1 BUY 10 limit 101 DAY post-only", "0: #2 SELL 10 limit 104 DAY post-only");
  }

  @Test
  void pricesAreMultiplesOfTheIncrement() {
    Universe coarse = Instruments.quoted(Instruments.coarse("XYZ", 5, 1));

    // mid 102.5, half a spread of 1: 101.5 and 103.5
    assertThat(new Market(params(1, 0, 0, 0), coarse).quote(0, 95, 110).asked())
        .containsExactly(
            "0: #1 BUY 10 limit 100 DAY post-only", "0: #2 SELL 10 limit 105 DAY post-only");
  }

  @Test
  void quotesFollowTheMarketByAmends() {
    Market market = resting(touch()).quote(0, 100, 104);
    assertThat(after(2, market)).isEmpty();

    market.quote(0, 101, 104);
    assertThat(after(2, market)).containsExactly("0: amend #1 to 10 at 101");
  }

  @Test
  void aQuoteMayBeOffByTheTolerance() {
    Market market = resting(new Market(params(0, 0, 1, 0), ONE)).quote(0, 101, 105);
    assertThat(after(2, market)).isEmpty();

    market.quote(0, 98, 106);
    assertThat(after(2, market))
        .containsExactly("0: amend #1 to 10 at 98", "0: amend #2 to 10 at 106");
  }

  @Test
  void nothingIsSaidBeforeTheVenueHasAnswered() {
    Market market = touch().quote(0, 100, 104).quote(0, 101, 105);
    assertThat(after(2, market)).isEmpty();

    market.reports(0, 1, OrderStatus.NEW).quote(0, 101, 105).quote(0, 102, 106);
    assertThat(after(2, market)).containsExactly("0: amend #1 to 10 at 101");

    market.reports(0, 1, OrderStatus.NEW).quote(0, 102, 106);
    assertThat(after(3, market)).containsExactly("0: amend #1 to 10 at 102");
  }

  @Test
  void anAmendThatIsNotAnsweredCountsAsRefused() {
    Market market = resting(touch()).quote(0, 101, 104);
    market.at(999 * MILLI).quote(0, 101, 104);
    assertThat(after(3, market)).isEmpty();

    market.at(1_000 * MILLI).quote(0, 101, 104);
    assertThat(after(3, market)).containsExactly("0: amend #1 to 10 at 101");
  }

  @Test
  void aQuoteRestsForItsTime() {
    Market market = resting(new Market(params(0, 0, 0, 100), ONE));
    market.at(99 * MILLI).quote(0, 101, 105);
    assertThat(after(2, market)).isEmpty();

    market.at(100 * MILLI).quote(0, 101, 105);
    assertThat(after(2, market))
        .containsExactly("0: amend #1 to 10 at 101", "0: amend #2 to 10 at 105");
  }

  @Test
  void anAmendAsksForTheFullSizeBesidesWhatHasFilled() {
    Market market = resting(touch()).fills(0, 1, BUY, 100, 4).quote(0, 99, 104);

    assertThat(after(2, market)).containsExactly("0: amend #1 to 14 at 99"); // 4 + 10
  }

  @Test
  void theInventoryBoundsWhatIsBid() {
    Market market = resting(touch());
    market.fills(0, 1, BUY, 100, 10).reports(0, 1, OrderStatus.FILLED).quote(0, 100, 104);
    assertThat(after(2, market)).containsExactly("0: #3 BUY 10 limit 100 DAY post-only");

    market.fills(0, 3, BUY, 100, 10).reports(0, 3, OrderStatus.FILLED).quote(0, 100, 104);
    assertThat(after(3, market)).containsExactly("0: #4 BUY 5 limit 100 DAY post-only"); // to 25

    market.fills(0, 4, BUY, 100, 5).reports(0, 4, OrderStatus.FILLED).quote(0, 100, 104);
    assertThat(after(4, market)).isEmpty();

    market.fills(0, 2, SELL, 104, 3).quote(0, 100, 104);
    assertThat(after(4, market)).containsExactly("0: #5 BUY 3 limit 100 DAY post-only"); // 22 held
  }

  @Test
  void whatIsHeldSkewsBothQuotes() {
    Market market = resting(new Market(params(0, 0.25, 0, 0), ONE));
    // 10 held: both 2.5 lower: 97.5 and 101.5
    market.fills(0, 1, BUY, 100, 10).reports(0, 1, OrderStatus.FILLED).quote(0, 100, 104);

    assertThat(after(2, market))
        .containsExactly("0: #3 BUY 10 limit 97 DAY post-only", "0: amend #2 to 10 at 102");
  }

  @Test
  void noSkewMakesAQuoteCrossTheTouch() {
    Market market = resting(new Market(params(0, 2, 0, 0), ONE));
    // 10 held: 20 lower: the offer would be at 84, below the bid of 100
    market.fills(0, 1, BUY, 100, 10).reports(0, 1, OrderStatus.FILLED).quote(0, 100, 104);

    assertThat(after(2, market))
        .containsExactly("0: #3 BUY 10 limit 80 DAY post-only", "0: amend #2 to 10 at 101");
  }

  @Test
  void anEndedQuoteIsMadeAnew() {
    Market market = touch().quote(0, 100, 104).reports(0, 2, OrderStatus.REJECTED);

    assertThat(after(2, market.quote(0, 100, 104)))
        .containsExactly("0: #3 SELL 10 limit 104 DAY post-only");
  }

  @Test
  void whereNoPriceIsLeftTheQuoteIsTakenBack() {
    Market market = resting(new Market(params(0, 12, 0, 0), ONE));
    market.fills(0, 1, BUY, 100, 9).quote(0, 100, 104); // 108 lower: the bid would be at -8

    assertThat(after(2, market)).containsExactly("0: cancel #1", "0: amend #2 to 10 at 101");
  }

  @Test
  void aQuoteOfOneSideIsNotFollowed() {
    assertThat(touch().bidOnly(100).asked()).isEmpty();
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new MarketMaker.Params(size("2"), BigDecimal.ONE, 0, 0, 0, 0))
        .hasMessage("maxInventory must be at least size (2), was 1");
    assertThatThrownBy(() -> params(-1, 0, 0, 0))
        .hasMessage("halfSpreadTicks must not be negative, was -1.0");
    assertThatThrownBy(() -> params(0, Double.NaN, 0, 0))
        .hasMessage("skewTicks must not be negative, was NaN");
    assertThatThrownBy(() -> new Market(params(0, 0, 0, 0)))
        .hasMessage("a market maker needs quotes of TRA, and the tape has none");
  }
}
