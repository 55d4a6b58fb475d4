package io.tapedeck.core.execution;

import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlippageTest {
  private static final long NONE = Missing.VALUE;
  private static final Instrument SHARE = Instruments.share("XYZ");

  /** A coin in ticks of a cent and lots of a millionth. */
  private static final Instrument COIN =
      new Instrument(
          "BTC/USD", AssetClass.CRYPTO, Currency.USD, 10_000_000, 1_000, 1, 1, 1, "24/7");

  private static SlippageModel model(SlippageSpec spec) {
    return spec.in(SHARE, 1);
  }

  /** Ticks of 100 lots at 100.00. */
  private static long ticks(SlippageSpec spec, long bidTicks, long askTicks, long volumeLots) {
    return model(spec).ticks(BUY, 100, 10_000, bidTicks, askTicks, volumeLots, 1, 1);
  }

  private static long ofLots(SlippageModel model, long lots, long priceTicks) {
    return model.ticks(SELL, lots, priceTicks, NONE, NONE, NONE, 1, 1);
  }

  @Test
  void withoutSlippageAFillIsAtItsPrice() {
    assertThat(ticks(new NoSlippage(), 9_999, 10_001, 5)).isZero();
  }

  @Test
  void basisPointsAreOfThePriceRoundedUp() {
    assertThat(ticks(new SlippageBps(15_000), NONE, NONE, NONE)).isEqualTo(2); // 1.5 bps: 1.5 ticks
    assertThat(ticks(new SlippageBps(10_000), NONE, NONE, NONE)).isEqualTo(1); // exactly
    assertThat(ofLots(model(new SlippageBps(10_000)), 1, -10_001)).isEqualTo(2); // 1.0001 ticks
    assertThat(ticks(new SlippageBps(0), NONE, NONE, NONE)).isZero();
  }

  @Test
  void priceStepsAreTheVenues() {
    SlippageModel nickels = new SlippageTicks(3).in(Instruments.coarse("XYZ", 5, 1), 1);

    assertThat(ofLots(nickels, 1, 10_000)).isEqualTo(15); // 3 steps of 5 ticks
    assertThat(ofLots(model(new SlippageTicks(3)), 1, 10_000)).isEqualTo(3);
  }

  @Test
  void aShareOfTheSpreadIsRoundedUp() {
    SlippageSpread half = new SlippageSpread(5_000);

    assertThat(ticks(half, 9_998, 10_002, NONE)).isEqualTo(2); // 4 / 2
    assertThat(ticks(half, 9_998, 10_001, NONE)).isEqualTo(2); // 1.5
    assertThat(ticks(new SlippageSpread(25_000), 9_998, 10_001, NONE)).isEqualTo(8); // 7.5
  }

  @Test
  void aSpreadThatIsNotThereCostsNothing() {
    SlippageSpread half = new SlippageSpread(5_000);

    assertThat(ticks(half, NONE, 10_001, NONE)).isZero();
    assertThat(ticks(half, 9_998, NONE, NONE)).isZero();
    assertThat(ticks(half, 10_000, 10_000, NONE)).isZero(); // locked
    assertThat(ticks(half, 10_002, 10_000, NONE)).isZero(); // crossed
    assertThat(half.needsQuotes()).isTrue();
    assertThat(half.needsVolume()).isFalse();
  }

  @Test
  void theShareOfTheVolumeCountsSquaredUpToItsLimit() {
    SlippageVolumeShare model = new SlippageVolumeShare(0.2, 0.5);

    // 10 000 × 0.5 × (100 / 1 000)² = 50
    assertThat(ticks(model, NONE, NONE, 1_000)).isEqualTo(50);
    // 100 / 2 100 squared: 11.34 ticks
    assertThat(ticks(model, NONE, NONE, 2_100)).isEqualTo(12);
    // 100 of 300 are a third, more than the limit: 10 000 × 0.5 × 0.2² = 200
    assertThat(ticks(model, NONE, NONE, 300)).isEqualTo(200);
  }

  @Test
  void ofAVolumeThatIsNotKnownTheLimitIsCharged() {
    SlippageVolumeShare model = new SlippageVolumeShare(0.2, 0.5);

    assertThat(ticks(model, NONE, NONE, NONE)).isEqualTo(200);
    assertThat(ticks(model, NONE, NONE, 0)).isEqualTo(200);
    assertThat(model.needsVolume()).isTrue();
    // zipline's defaults: 10 000 × 0.1 × 0.025² = 0.625
    assertThat(ticks(SlippageVolumeShare.ZIPLINE, NONE, NONE, NONE)).isEqualTo(1);
  }

  @Test
  void impactGrowsWithTheSquareRootOfTheSize() {
    SlippageModel model = model(new SlippageSquareRoot(1, 0.02, 1_000_000));

    // 10 000 × 1 × 0.02 × √(10 000 / 1 000 000) = 20
    assertThat(ofLots(model, 10_000, 10_000)).isEqualTo(20);
    assertThat(ofLots(model, 40_000, 10_000)).isEqualTo(40); // four times the size
    assertThat(ofLots(model, 10_100, 10_000)).isEqualTo(21); // 20.0998
    assertThat(ofLots(model, 1, 10_000)).isEqualTo(1); // 0.2
  }

  @Test
  void aWholeNumberOfTicksIsNotRaisedByTheNoiseOfDoubles() {
    // 100 000 × 0.1 × (1 / 10)² is 100.00000000000001 in doubles
    assertThat(
            model(new SlippageVolumeShare(0.5, 0.1)).ticks(BUY, 1, 100_000, NONE, NONE, 10, 1, 1))
        .isEqualTo(100);
    assertThat(ImpactTicks.up(100.00000001)).isEqualTo(101);
  }

  @Test
  void noiseIsAddedToWhatIsPaidAnyway() {
    SlippageModel noisy = model(new NoisySlippage(new SlippageTicks(3), 10));
    LongSummaryStatistics extra =
        IntStream.range(0, 100_000)
            .mapToLong(order -> noisy.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, order, 0) - 3)
            .summaryStatistics();
    long beyond =
        IntStream.range(0, 100_000)
            .filter(order -> noisy.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, order, 0) > 1_963)
            .count();

    // 10 bps of 1 000 000 ticks are σ = 1 000; rounding up adds half a tick
    assertThat(extra.getMin()).isBetween(0L, 5L);
    assertThat(extra.getAverage()).isCloseTo(798.4, within(7.7)); // σ √(2 / π) ± 4 × 603 / √100 000
    assertThat(beyond).isBetween(4_724L, 5_276L); // 5 % are beyond 1.96 σ
  }

  @Test
  void eachFillHasItsOwnLuckWhateverElseIsAsked() {
    SlippageModel model = model(new NoisySlippage(new NoSlippage(), 10));
    SlippageModel again = model(new NoisySlippage(new NoSlippage(), 10));
    again.ticks(SELL, 9, 1_000_000, NONE, NONE, NONE, 3, 7);
    long first = model.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, 3, 0);

    assertThat(again.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, 3, 0)).isEqualTo(first);
    assertThat(model.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, 3, 1)).isNotEqualTo(first);
    assertThat(model.ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, 4, 0)).isNotEqualTo(first);
  }

  /** A shared model of LEAN's kept the data of the first security it met. */
  @Test
  void aModelKnowsNothingOfAnotherInstrument() {
    SlippageSquareRoot spec = new SlippageSquareRoot(1, 0.02, 1_000_000);
    SlippageModel share = spec.in(SHARE, 1);
    SlippageModel coin = spec.in(COIN, 1);

    for (int round = 0; round < 3; round++) {
      // 10 000 shares of a million; 10 000 millionths of a coin are 0.01 of a million
      assertThat(ofLots(share, 10_000, 10_000)).isEqualTo(20);
      // 5 000 000 × 0.02 × √(0.01 / 1 000 000) = 10
      assertThat(ofLots(coin, 10_000, 5_000_000)).isEqualTo(10);
    }
  }

  /** Elsewhere one random sequence was cloned to every instrument. */
  @Test
  void noTwoInstrumentsShareTheirLuck() {
    NoisySlippage spec = new NoisySlippage(new NoSlippage(), 100);
    SlippageModel[] models = {
      spec.in(SHARE, 1), spec.in(Instruments.share("XYY"), 1), spec.in(SHARE, 2)
    };
    long[] equal = new long[3];
    for (int order = 0; order < 1_000; order++) {
      long base = models[0].ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, order, 0);
      for (int i = 0; i < models.length; i++) {
        long ticks = models[i].ticks(BUY, 1, 1_000_000, NONE, NONE, NONE, order, 0);
        equal[i] += ticks == base ? 1 : 0;
      }
    }

    assertThat(equal[0]).isEqualTo(1_000);
    assertThat(equal[1]).isLessThan(10); // another instrument
    assertThat(equal[2]).isLessThan(10); // another seed
  }

  @Test
  void whatNeverSlipsSaysSo() {
    assertThat(new NoSlippage().isNone()).isTrue();
    assertThat(SlippageBps.NONE.isNone()).isTrue();
    assertThat(new SlippageTicks(0).isNone()).isTrue();
    assertThat(new SlippageSpread(0).isNone()).isTrue();
    assertThat(new SlippageSpread(0).needsQuotes()).isFalse();
    assertThat(new SlippageVolumeShare(0.1, 0).isNone()).isTrue();
    assertThat(new SlippageSquareRoot(1, 0, 1).isNone()).isTrue();
    assertThat(new SlippageSquareRoot(1, 0.01, 1).isNone()).isFalse();
    NoisySlippage noisy = new NoisySlippage(new SlippageSpread(1), 1);
    assertThat(noisy.isNone()).isFalse();
    assertThat(noisy.isRandom()).isTrue();
    assertThat(noisy.needsQuotes()).isTrue();
    assertThat(new SlippageSpread(1).isRandom()).isFalse();
  }

  @Test
  void modelsOutsideTheirRangesAreRefused() {
    refused(() -> new SlippageTicks(-1), "was -1");
    refused(() -> new SlippageSpread(100_001), "was 100001 e-4");
    refused(() -> new SlippageVolumeShare(0, 0.1), "limit of the volume's share");
    refused(() -> new SlippageVolumeShare(1.01, 0.1), "was 1.01");
    refused(() -> new SlippageVolumeShare(0.1, -0.1), "price impact must be");
    refused(() -> new SlippageSquareRoot(Double.NaN, 0.1, 1), "was NaN");
    refused(() -> new SlippageSquareRoot(1, -0.1, 1), "daily volatility");
    refused(() -> new SlippageSquareRoot(1, 0.1, 0), "daily volume");
    refused(() -> new NoisySlippage(new NoisySlippage(new NoSlippage(), 1), 1), "noisy itself");
    refused(() -> new NoisySlippage(new NoSlippage(), 0), "scale of slippage noise");
  }

  private static void refused(Runnable construction, String message) {
    assertThatThrownBy(construction::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void ticksThatCannotBeCountedFail() {
    SlippageModel huge = model(new SlippageSquareRoot(100, 10, 1e-9));

    assertThatThrownBy(() -> ofLots(huge, Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("cannot be counted");
    assertThatThrownBy(() -> ofLots(model(new SlippageBps(100_000_000)), 1, Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }
}
