package io.tapedeck.core.strategy;

import static io.tapedeck.core.strategy.Market.size;
import static io.tapedeck.core.strategy.PairsZscore.Spread.LINEAR;
import static io.tapedeck.core.strategy.PairsZscore.Spread.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.Universe;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Of three values, two equal and one apart, the odd one is √2 = 1.41 deviations from the mean. */
class PairsZscoreTest {
  private static final Universe PAIR =
      Market.barsOf(Instruments.share("Y"), Instruments.share("X"));

  private static PairsZscore.Params params(
      PairsZscore.Spread spread, int window, double ratio, String size) {
    return new PairsZscore.Params(window, 1, 0.5, spread, ratio, size(size), PriceSource.AUTO);
  }

  private static Market pair(Market market, long first, long second) {
    return market.closes(0, first).closes(1, second);
  }

  @Test
  void itBuysTheSpreadFarBelowItsMeanAndLeavesNearIt() {
    Market market = new Market(params(LINEAR, 3, 1, "10"), PAIR);
    pair(pair(market, 100, 100), 100, 100);
    assertThat(market.asked()).isEmpty();

    pair(market, 97, 100); // spreads 0, 0, -3: -1.41
    assertThat(market.asked()).containsExactly("0: target 10", "1: target -10");

    pair(market, 98, 100); // 0, -3, -2: (3 × -2 + 5) / √(3 × 13 - 25) = -0.27
    assertThat(market.asked().subList(2, 4)).containsExactly("0: target 0", "1: target 0");
  }

  @Test
  void itSellsTheSpreadFarAboveAndTurnsAroundAtOnce() {
    Market market = new Market(params(LINEAR, 3, 1, "10"), PAIR);
    pair(pair(pair(market, 100, 100), 100, 100), 100, 97);
    pair(market, 90, 100); // 0, 3, -10: (-30 + 7) / √(3 × 109 - 49) = -1.38
    assertThat(market.asked())
        .containsExactly("0: target -10", "1: target 10", "0: target 10", "1: target -10");
  }

  @Test
  void aPairCountsWhenBothPricesAreNew() {
    Market market = new Market(params(LINEAR, 3, 1, "10"), PAIR);
    market.closes(0, 7, 8, 100).closes(1, 100).closes(1, 3, 100).closes(0, 100);
    assertThat(market.asked()).isEmpty(); // two pairs so far: 100 and 100 both

    assertThat(pair(market, 97, 100).asked()).hasSize(2);
  }

  @Test
  void theRegressionGivesTheRatioAndTheResidualTheScore() {
    // x 10 11 12 13, y 20 22 24 29: slope 14.5 / 5 = 2.9, last residual 0.9,
    // deviation of residuals √(2.7 / 4) = 0.82: 1.10 above
    Market market = new Market(params(LINEAR, 4, 0, "10"), PAIR);
    pair(pair(pair(pair(market, 20, 10), 22, 11), 24, 12), 29, 13);

    assertThat(market.asked()).containsExactly("0: target -10", "1: target 29");
  }

  @Test
  void theSecondLegIsRoundedToItsIncrement() {
    Universe coarse = Market.barsOf(Instruments.share("Y"), Instruments.coarse("X", 1, 7));
    Market market = new Market(params(LINEAR, 4, 0, "10"), coarse);
    pair(pair(pair(pair(market, 20, 10), 22, 11), 24, 12), 29, 13);

    assertThat(market.asked()).containsExactly("0: target -10", "1: target 28"); // of 29
  }

  @Test
  void ofLogarithmsTheRatioIsOneOfValues() {
    // 10 × 190 = 38 × 50
    Market market = new Market(params(LOG, 3, 1, "10"), PAIR);
    pair(pair(pair(market, 200, 50), 200, 50), 190, 50);

    assertThat(market.asked()).containsExactly("0: target 10", "1: target -38");
  }

  @Test
  void lotsOfDifferentSizeAreOfTheSameWorth() {
    // a unit of QUO is ten lots, of TRA one; two of TRA for each of QUO
    Market market = new Market(params(LINEAR, 3, 2, "3"));
    for (long mid : new long[] {200, 200, 190}) {
      market.mids(mid).trades(1, 100);
    }
    assertThat(market.asked()).containsExactly("0: target 30", "1: target -6");
  }

  @Test
  void theRunsSizingGetsBothLegsAlike() {
    Market market = new Market(params(LINEAR, 3, 2, "0"), PAIR);
    pair(pair(pair(market, 200, 100), 200, 100), 190, 100);

    assertThat(market.asked()).containsExactly("0: lean 1.0", "1: lean -1.0");
  }

  @Test
  void aRatioThatIsNotPositiveIsNotEntered() {
    // y falls as x rises; the last one is far off the line
    Market market = new Market(params(LINEAR, 4, 0, "10"), PAIR);
    pair(pair(pair(pair(market, 40, 10), 38, 11), 36, 12), 29, 13);

    assertThat(market.asked()).isEmpty();
  }

  @Test
  void aLineThroughAllPairsHasNoSpread() {
    Market market = new Market(params(LINEAR, 3, 0, "10"), PAIR);
    for (long x = 10; x < 50; x++) {
      pair(market, 3 * x + 1, x);
    }
    assertThat(market.asked()).isEmpty();
  }

  @Test
  void termsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> params(LOG, 2, 1, "1"))
        .hasMessage("window must be at least 3 pairs, was 2");
    assertThatThrownBy(() -> params(LOG, 3, -1, "1"))
        .hasMessage("ratio must be positive, or 0 for a rolling regression, was -1.0");
    assertThatThrownBy(() -> new PairsZscore.Params(3, 1, 1, LOG, 1, size("1"), PriceSource.AUTO))
        .hasMessage("exit must be from 0 to below entry (1.0), was 1.0");
    assertThatThrownBy(() -> params(LOG, 3, 1, "1").create(Market.barsOf(Instruments.share("Y"))))
        .hasMessage("pairs need a run of two instruments, was 1");
  }

  @Property
  void theScoreIsTheResidualOverTheDeviationOfResiduals(
      @ForAll @Size(6) List<@LongRange(min = 1_000, max = 1_100) Long> ys,
      @ForAll @Size(6) List<@LongRange(min = 1_000, max = 1_100) Long> xs) {
    int n = 5; // the first pair has left the window
    PairSpread spread = new PairSpread(0, n);
    for (int i = 0; i <= n; i++) {
      spread.add(ys.get(i), xs.get(i));
    }
    List<Long> y = ys.subList(1, n + 1);
    List<Long> x = xs.subList(1, n + 1);
    double meanY = y.stream().mapToLong(value -> value).average().orElseThrow();
    double meanX = x.stream().mapToLong(value -> value).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      products += (x.get(i) - meanX) * (y.get(i) - meanY);
      squares += (x.get(i) - meanX) * (x.get(i) - meanX);
    }
    double slope = products / squares;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double residual = y.get(i) - meanY - slope * (x.get(i) - meanX);
      sum += residual * residual;
    }
    double last = y.get(n - 1) - meanY - slope * (x.get(n - 1) - meanX);

    if (squares == 0) {
      assertThat(spread.score()).isNaN();
    } else if (sum > 0.01) {
      assertThat(spread.score()).isCloseTo(last / Math.sqrt(sum / n), within(1e-6));
    }
  }

  @Property(tries = 300)
  void bothLegsAreHeldOrNoneAndNeverMoreThanAsked(
      @ForAll @Size(min = 3, max = 60) List<@LongRange(min = 90, max = 110) Long> first,
      @ForAll @LongRange(min = 90, max = 110) long second,
      @ForAll @IntRange(min = 3, max = 10) int window) {
    Market market = new Market(params(LINEAR, window, 1.5, "10"), PAIR);
    first.forEach(price -> pair(market, price, second));

    List<String> targets = market.targets();
    for (int i = 0; i < targets.size(); i += 2) {
      assertThat(targets.subList(i, i + 2))
          .isIn(List.of("0: 10", "1: -15"), List.of("0: -10", "1: 15"), List.of("0: 0", "1: 0"));
      assertThat(i == 0 ? "0: 0" : targets.get(i - 2)).isNotEqualTo(targets.get(i));
    }
  }
}
