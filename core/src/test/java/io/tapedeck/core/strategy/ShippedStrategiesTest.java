package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ShippedStrategiesTest {
  @Nested
  class BuyAndHoldDoes {
    @Test
    void buyEachInstrumentOnce() {
      Market market = new Market(new BuyAndHold.Params(size("2")));
      market.mids(100, 101).trades(1, 50, 51).mids(102).trades(0, 103);

      assertThat(market.targets()).containsExactly("0: 20", "1: 2");
    }

    @Test
    void refuseASizeThatAnInstrumentCannotTrade() {
      assertThatThrownBy(() -> new Market(new BuyAndHold.Params(size("0.5"))))
          .hasMessage("size 0.5 of TRA must be a positive multiple of the venue's increment 1");
      assertThatThrownBy(() -> new BuyAndHold.Params(size("-1")))
          .hasMessage("size must be positive, or 0 to leave it to the run's sizing, was -1");
    }

    @Test
    void leanFullyWhereTheRunDecidesTheSize() {
      Market market = new Market(new BuyAndHold.Params(BigDecimal.ZERO));
      market.mids(100, 101).trades(1, 50, 51);

      assertThat(market.asked()).containsExactly("0: lean 1.0", "1: lean 1.0");
    }

    @Test
    void buyAtTheFirstBarWhereTheTapeHasNothingElse() {
      Market market = new Market(new BuyAndHold.Params(size("2")));

      assertThat(market.closes(1, 50, 51).targets()).containsExactly("1: 2");
    }
  }

  @Nested
  class SmaCrossDoes {
    private final SmaCross.Params longOnly =
        new SmaCross.Params(1, 3, size("1"), PriceSource.AUTO, false);
    private final SmaCross.Params bothWays =
        new SmaCross.Params(1, 3, size("1"), PriceSource.AUTO, true);

    @Test
    void nothingBeforeTheSlowMeanIsWarm() {
      assertThat(new Market(longOnly).mids(100, 200).targets()).isEmpty();
    }

    @Test
    void goLongAboveAndFlatBelowOncePerChange() {
      // means of three: 101, 102 | 101, 100 2/3; the last price is the fast mean
      Market market = new Market(longOnly).mids(100, 101, 102, 103, 98, 101, 104);

      assertThat(market.targets()).containsExactly("0: 10", "0: 0", "0: 10");
    }

    @Test
    void goShortBelowWhereThatIsAllowed() {
      Market market = new Market(bothWays).mids(102, 101, 100, 99, 105);

      assertThat(market.targets()).containsExactly("0: -10", "0: 10");
    }

    @Test
    void keepItsSideWhileTheMeansAreEqual() {
      Market market = new Market(longOnly).mids(100, 101, 102, 102, 102, 102);

      assertThat(market.targets()).containsExactly("0: 10");
    }

    @Test
    void keepInstrumentsApartAndCountOnlyTheEventsItWatches() {
      Market market = new Market(longOnly);
      market.mids(100, 101).trades(1, 50, 51).trades(0, 999, 999).bidOnly(999);
      assertThat(market.targets()).isEmpty();

      market.trades(1, 52).mids(102);
      assertThat(market.targets()).containsExactly("1: 1", "0: 10");
    }

    @Test
    void watchTradesWhereAskedTo() {
      SmaCross.Params last = new SmaCross.Params(1, 2, size("1"), PriceSource.LAST, false);

      assertThat(new Market(last).mids(1, 2, 3).trades(0, 5, 6).targets()).containsExactly("0: 10");
    }

    @Test
    void watchTheClosesOfOnePriceOfBars() {
      SmaCross.Params bars = new SmaCross.Params(1, 2, size("1"), PriceSource.BAR, true);
      Market market = new Market(bars).mids(1, 2, 3).closes(1, 5);
      market.bar(BarPrice.BID, 1, 0, 99, 99, 99); // its first bar was of trades: this is not heard
      assertThat(market.targets()).isEmpty();

      market.closes(1, 4);
      assertThat(market.targets()).containsExactly("1: -1"); // 4 < 4.5
    }

    @Test
    void watchBarsByItselfWhereTheTapeHasNothingElse() {
      SmaCross.Params auto = new SmaCross.Params(1, 2, size("1"), PriceSource.AUTO, true);
      Market market = new Market(auto, Market.barsOf(Instruments.share("DAY")));

      assertThat(market.closes(0, 5, 6).targets()).containsExactly("0: 1"); // 6 > 5.5
    }

    @Test
    void leaveTheSizeToTheRunWhereItIsZero() {
      SmaCross.Params sized = new SmaCross.Params(1, 2, size("0"), PriceSource.AUTO, true);

      assertThat(new Market(sized).mids(5, 6, 4).asked())
          .containsExactly("0: lean 1.0", "0: lean -1.0"); // 6 > 5.5, 4 < 5
    }

    @Test
    void refuseToWatchMidsOfAnInstrumentWithoutQuotes() {
      SmaCross.Params mids = new SmaCross.Params(1, 2, size("1"), PriceSource.MID, false);

      assertThatThrownBy(() -> new Market(mids))
          .hasMessage(
              "price MID needs quotes of TRA, and the tape has none; try AUTO, or another symbol");
    }

    @Test
    void refuseAFastWindowThatIsNotFaster() {
      assertThatThrownBy(() -> new SmaCross.Params(3, 3, size("1"), PriceSource.AUTO, false))
          .hasMessage("slow must be above fast (3 events), was 3");
      assertThatThrownBy(() -> new SmaCross.Params(0, 3, size("1"), PriceSource.AUTO, false))
          .hasMessage("fast must be at least 1 event, was 0");
    }
  }

  @Nested
  class EmaCrossDoes {
    private final EmaCross.Params first =
        new EmaCross.Params(1, 3, size("1"), PriceSource.AUTO, Seeding.FIRST, false);
    private final EmaCross.Params sma =
        new EmaCross.Params(1, 3, size("1"), PriceSource.AUTO, Seeding.SMA, false);

    @Test
    void goLongAboveAndFlatBelow() {
      // α = 1/2 of the slow mean; the last price is the fast one
      assertThat(new Market(first).mids(60, 100, 82, 70).targets())
          .containsExactly("0: 10", "0: 0"); // 81 < 82, then 75.5 > 70
      assertThat(new Market(sma).mids(60, 100, 80).targets()).isEmpty(); // 80 = 80
      assertThat(new Market(sma).mids(60, 100, 80, 90).targets())
          .containsExactly("0: 10"); // 85 < 90
    }

    @Test
    void differBySeedWhereTheSeedDecides() {
      // slow from the first: 0, 30, 36 < 42, 37 < 38; from the mean of three: 34 < 42, 36 < 38
      assertThat(new Market(first).mids(0, 60, 42, 38, 36).targets())
          .containsExactly("0: 10", "0: 0"); // 36.5 > 36
      assertThat(new Market(sma).mids(0, 60, 42, 38, 36).targets())
          .containsExactly("0: 10"); // 36 = 36
    }
  }

  @Nested
  class BandReversionDoes {
    /** A mean of three starts from the simple one and then moves half way; the band is 1 %. */
    private BandReversion.Params params(boolean allowShort) {
      return new BandReversion.Params(3, size("100"), size("1"), PriceSource.AUTO, allowShort);
    }

    @Test
    void buyBelowTheBandAndSellAboveIt() {
      // means 1000, then 985 (970 < 975.15), then 1017.5 (1050 > 1027.675)
      Market market = new Market(params(false)).mids(1_000, 1_000, 1_000, 970, 1_050);

      assertThat(market.targets()).containsExactly("0: 10", "0: 0");
    }

    @Test
    void goShortAboveTheBandWhereThatIsAllowed() {
      Market market = new Market(params(true)).mids(1_000, 1_000, 1_000, 970, 1_050);

      assertThat(market.targets()).containsExactly("0: 10", "0: -10");
    }

    @Test
    void nothingInsideTheBandOrBeforeTheMeanIsWarm() {
      // 990 against a mean of 995: inside; 500 comes before the mean is warm
      assertThat(new Market(params(true)).mids(1_000, 1_000, 1_000, 990).targets()).isEmpty();
      assertThat(new Market(params(true)).mids(1_000, 500).targets()).isEmpty();
    }

    @Test
    void refuseABandAsWideAsThePrice() {
      assertThatThrownBy(
              () -> new BandReversion.Params(3, size("10000"), size("1"), PriceSource.AUTO, false))
          .hasMessage("bandBps must be from 0 to below 10000 bps, was 10000");
    }
  }

  @Nested
  class SignalFollowerDoes {
    private final SignalFollower.Params longOnly = new SignalFollower.Params(size("1"), 0.5, false);
    private final SignalFollower.Params bothWays = new SignalFollower.Params(size("1"), 0, true);

    @Test
    void takeTheSideOfTheSignal() {
      Market market = new Market(bothWays);
      market.signal(0, 1, 1, Missing.VALUE).signal(1, -1, 1, Missing.VALUE);
      market.signal(0, 1, 1, Missing.VALUE).signal(0, 0, 1, Missing.VALUE);

      assertThat(market.targets()).containsExactly("0: 10", "1: -1", "0: 0");
    }

    @Test
    void goFlatOnAShortSignalWhereShortIsNotAllowedAndNotHearWeakOnes() {
      Market market = new Market(longOnly);
      market.signal(0, 1, 0.4, Missing.VALUE).signal(0, 1, 0.5, Missing.VALUE);
      market.signal(0, -1, 0.9, Missing.VALUE);

      assertThat(market.targets()).containsExactly("0: 10", "0: 0");
    }

    @Test
    void leaveWhenTheHorizonHasPassed() {
      Market market = new Market(bothWays);
      market.at(100).signal(0, 1, 1, 50).at(149).mids(100);
      assertThat(market.targets()).containsExactly("0: 10");

      market.at(150).trades(1, 7).mids(100).mids(101);
      assertThat(market.targets()).containsExactly("0: 10", "0: 0");
    }

    @Test
    void noticeTheHorizonAtABarToo() {
      Market market = new Market(bothWays);
      market.at(100).signal(1, -1, 1, 50).at(150).closes(1, 7);

      assertThat(market.targets()).containsExactly("1: -1", "1: 0");
    }

    @Test
    void holdWithoutEndWhereTheHorizonIsBeyondTime() {
      Market market = new Market(bothWays);
      market.at(100).signal(0, 1, 1, Long.MAX_VALUE).at(Long.MAX_VALUE - 1).mids(100);

      assertThat(market.targets()).containsExactly("0: 10");
    }
  }
}
