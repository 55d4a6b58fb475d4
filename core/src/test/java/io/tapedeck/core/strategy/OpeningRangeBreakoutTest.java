package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * A range of 30 minutes, a stop of one range and a target of two, flat 5 minutes before the close.
 */
class OpeningRangeBreakoutTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final long OPEN = 1_000 * MINUTE;
  private static final long RANGE_ENDS = OPEN + 30 * MINUTE;
  private static final long CLOSE = OPEN + 390 * MINUTE;
  private static final long FLAT = CLOSE - 5 * MINUTE;

  private static OpeningRangeBreakout.Params params(PriceSource price) {
    return new OpeningRangeBreakout.Params(30, 1, 2, 5, size("10"), price);
  }

  private static Market market(long priceIncrementTicks) {
    Universe universe = Instruments.quoted(Instruments.coarse("XYZ", priceIncrementTicks, 1));
    return new Market(params(PriceSource.LAST), universe).opens(OPEN, CLOSE);
  }

  @Test
  void itPlacesStopsOnBothSidesOfTheRangeWithExitsByTheRange() {
    // range 1000 to 1010, 10 ticks: stop 10 and target 20 away from the trigger
    Market market = market(1).trades(0, 1_004, 1_010, 1_000, 1_007);
    assertThat(market.timers()).containsExactly(RANGE_ENDS + ": 1", FLAT + ": 2");
    assertThat(market.asked()).isEmpty();

    assertThat(market.timer(RANGE_ENDS, 1).asked())
        .containsExactly(
            "0: #1 BUY 10 stop 1011 DAY take-profit 1031 stop-loss 1001",
            "0: #4 SELL 10 stop 999 DAY or #1 take-profit 979 stop-loss 1009");
  }

  @Test
  void pricesOfOrdersAreMultiplesOfTheIncrement() {
    // increments of 5: 1001 to 1013 is 12 ticks: 15 and 25; the prices beyond are 1015 and 1000
    Market market = market(5).trades(0, 1_001, 1_013).timer(RANGE_ENDS, 1);

    assertThat(market.asked())
        .containsExactly(
            "0: #1 BUY 10 stop 1015 DAY take-profit 1040 stop-loss 1000",
            "0: #4 SELL 10 stop 1000 DAY or #1 take-profit 975 stop-loss 1015");
  }

  @Test
  void anEdgeOnAnIncrementIsNotBeyondTheRange() {
    // 1000 to 1010 in increments of 5: 1015 and 995
    Market market = market(5).trades(0, 1_000, 1_010).timer(RANGE_ENDS, 1);

    assertThat(market.asked()).first().asString().contains("stop 1015 DAY");
    assertThat(market.asked()).last().asString().contains("stop 995 DAY");
  }

  @Test
  void whatComesAfterTheRangeDoesNotWidenIt() {
    Market market = market(1).trades(0, 1_000, 1_010).timer(RANGE_ENDS, 1).trades(0, 1_050, 900);

    assertThat(market.asked()).hasSize(2).first().asString().contains("stop 1011");
  }

  @Test
  void barsGiveTheirHighsAndLowsUnlessTheyBeganBeforeTheOpen() {
    Market market =
        new Market(params(PriceSource.AUTO), Market.barsOf(Instruments.share("XYZ")))
            .opens(OPEN, CLOSE)
            .bar(0, OPEN - 1, 2_000, 1, 1_005)
            .bar(0, OPEN, 1_010, 1_002, 1_005)
            .bar(0, OPEN + MINUTE, 1_008, 1_000, 1_001)
            .timer(RANGE_ENDS, 1);

    assertThat(market.asked())
        .first()
        .isEqualTo("0: #1 BUY 10 stop 1011 DAY take-profit 1031 stop-loss 1001");
  }

  @Test
  void midsBetweenTwoTicksAreNotLost() {
    // mids 1000.5 and 1003: 2.5 ticks: 3 and 5
    Market market =
        new Market(params(PriceSource.MID), Instruments.quoted(Instruments.share("XYZ")))
            .opens(OPEN, CLOSE)
            .quote(0, 1_000, 1_001)
            .quote(0, 1_002, 1_004)
            .timer(RANGE_ENDS, 1);

    assertThat(market.asked())
        .containsExactly(
            "0: #1 BUY 10 stop 1004 DAY take-profit 1009 stop-loss 1001",
            "0: #4 SELL 10 stop 1000 DAY or #1 take-profit 995 stop-loss 1003");
  }

  @Test
  void beforeTheCloseItCancelsTheEntriesAndClosesWhatItHolds() {
    Market market = market(1).trades(0, 1_000, 1_010).timer(RANGE_ENDS, 1);
    market.fills(0, 1, Side.BUY, 1_011, 10).timer(FLAT, 2);

    assertThat(market.asked().subList(2, market.asked().size()))
        .containsExactly("0: cancel #1", "0: cancel #4", "0: #7 SELL 10 reduce-only");
  }

  @Test
  void anEntryThatFillsWhileItIsBeingCanceledIsClosedToo() {
    Market market = market(1).trades(0, 1_000, 1_010).timer(RANGE_ENDS, 1).timer(FLAT, 2);
    market.fills(0, 4, Side.SELL, 999, 3);
    assertThat(market.asked()).last().isEqualTo("0: #7 BUY 3 reduce-only");

    market.fills(0, 7, Side.BUY, 999, 3); // that closing is not closed again
    assertThat(market.asked()).last().isEqualTo("0: #7 BUY 3 reduce-only");
  }

  @Test
  void aRangeWithoutWidthOrWithoutPricesIsNotTraded() {
    assertThat(market(1).trades(0, 1_000, 1_000).timer(RANGE_ENDS, 1).asked()).isEmpty();
    assertThat(market(1).timer(RANGE_ENDS, 1).timer(FLAT, 2).asked()).isEmpty();
  }

  @Test
  void aSessionTooShortIsLeftOut() {
    Market market =
        new Market(params(PriceSource.LAST), Instruments.quoted(Instruments.share("XYZ")));

    assertThat(market.opens(OPEN, OPEN + 35 * MINUTE).timers()).isEmpty();
  }

  @Test
  void eachSessionStartsAnewAndIsStartedOnceForAllInstruments() {
    Market market = new Market(params(PriceSource.AUTO)).opens(OPEN, CLOSE);
    market.trades(1, 10, 20).opens(CLOSE + MINUTE, CLOSE + 400 * MINUTE);
    assertThat(market.timers()).hasSize(4); // two a session, for both instruments

    market.trades(1, 50, 52).mids(100, 104).timer(CLOSE + 31 * MINUTE, 1);
    assertThat(market.asked()) // 0.1 a lot: 100 lots; 4 ticks, 2 ticks
        .contains(
            "0: #1 BUY 100 stop 105 DAY take-profit 113 stop-loss 101",
            "1: #7 BUY 10 stop 53 DAY take-profit 57 stop-loss 51");
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(
            () -> new OpeningRangeBreakout.Params(0, 1, 2, 5, size("1"), PriceSource.AUTO))
        .hasMessage("rangeMinutes must be at least 1, was 0");
    assertThatThrownBy(
            () -> new OpeningRangeBreakout.Params(30, 0, 2, 5, size("1"), PriceSource.AUTO))
        .hasMessage("stopRanges must be positive, was 0.0");
    assertThatThrownBy(
            () -> new OpeningRangeBreakout.Params(30, 1, 2, 5, size("0"), PriceSource.AUTO))
        .hasMessage("size must be positive, was 0");
  }

  @Property
  void entriesLieBeyondEveryPriceOfTheRangeByAnIncrementAtMost(
      @ForAll @Size(min = 2, max = 20) List<@LongRange(min = 500, max = 600) Long> doubled,
      @ForAll @LongRange(min = 1, max = 9) long increment) {
    OpeningRange range = new OpeningRange(increment);
    doubled.forEach(price -> range.widen(price, price));
    long high = doubled.stream().mapToLong(price -> price).max().orElseThrow();
    long low = doubled.stream().mapToLong(price -> price).min().orElseThrow();

    assertThat(2 * range.aboveTicks()).isGreaterThan(high);
    assertThat(2 * (range.aboveTicks() - increment)).isLessThanOrEqualTo(high);
    assertThat(2 * range.belowTicks()).isLessThan(low);
    assertThat(2 * (range.belowTicks() + increment)).isGreaterThanOrEqualTo(low);
    assertThat(range.aboveTicks() % increment).isZero();
    assertThat(range.belowTicks() % increment).isZero();
  }
}
