package io.tapedeck.core.risk;

import static io.tapedeck.core.fixture.Instruments.coarse;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.risk.Known.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.DenialReason;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Shares at 100.00 unless a test says otherwise. */
class SizingTest {
  private static final long NONE = Missing.VALUE;
  private static final long HUNDRED = 2 * 10_000;
  private static final double SESSIONS = 252;

  private final Instrument share = share("XYZ");

  private static BigDecimal of(String number) {
    return new BigDecimal(number);
  }

  private SizingModel model(SizingSpec spec) {
    return spec.in(share, SESSIONS);
  }

  private static void closes(SizingModel model, long... ticks) {
    for (long close : ticks) {
      model.onBar(close, close, close);
    }
  }

  @Test
  void aFixedSizeNeedsNothingAndScalesWithTheStrength() {
    SizingModel model = model(new FixedSize(of("150")));

    assertThat(model.targetLots(1, NONE, NONE, NONE)).isEqualTo(150);
    assertThat(model.targetLots(-1, NONE, NONE, NONE)).isEqualTo(-150);
    assertThat(model.targetLots(0.29, NONE, NONE, NONE)).isEqualTo(43); // 43.5
    assertThat(model.targetLots(-0.29, NONE, NONE, NONE)).isEqualTo(-43); // towards zero
    assertThat(model.targetLots(0, NONE, NONE, NONE)).isZero();
  }

  @Test
  void targetsAreRoundedDownToTheSizeIncrement() {
    SizingModel model = new FixedSize(of("150")).in(coarse("XYZ", 5, 100), SESSIONS);

    assertThat(model.targetLots(1, NONE, NONE, NONE)).isEqualTo(100);
    assertThat(model.targetLots(-0.5, NONE, NONE, NONE)).isZero();
  }

  @Test
  void aFixedNotionalBuysWhatItPaysFor() {
    SizingModel model = model(new FixedNotional(of("1000")));

    assertThat(model.targetLots(1, NONE, NONE, HUNDRED)).isEqualTo(10);
    assertThat(model.targetLots(-1, NONE, NONE, HUNDRED)).isEqualTo(-10);
    assertThat(model.targetLots(1, NONE, NONE, HUNDRED + 1)).isEqualTo(9); // 10 × 100.005
    assertThat(model.targetLots(1, NONE, NONE, 2 * 100_001)).isZero();
  }

  @Test
  void aNotionalWithoutAPriceHasNoSize() {
    SizingModel model = model(new FixedNotional(of("1000")));

    assertThat(model.targetLots(1, NONE, NONE, NONE)).isEqualTo(NONE);
    assertThat(model.denial()).isEqualTo(DenialReason.SIZE_UNKNOWN);
    assertThat(model.targetLots(0, NONE, NONE, NONE)).isZero(); // flat is flat at any price
  }

  @Test
  void aPercentageOfEquityKeepsTheBufferAndTheFees() {
    // (10 200 - 200) × 50 % = 5000; a share costs 100 + 0.10
    SizingModel model = model(new PercentOfEquity(of("50"), of("200"), of("10")));

    assertThat(model.targetLots(1, NONE, usd("10200"), HUNDRED)).isEqualTo(49); // 4904.90
    assertThat(model.targetLots(1, NONE, usd("10210"), HUNDRED)).isEqualTo(50); // 5005.00
    assertThat(model.targetLots(1, NONE, usd("10209.99999999"), HUNDRED)).isEqualTo(49);
    assertThat(model.targetLots(1, NONE, usd("150"), HUNDRED)).isZero(); // less than the buffer
  }

  @Test
  void aPercentageOfUnknownEquityHasNoSize() {
    SizingModel model = model(new PercentOfEquity(of("50"), of("0"), of("0")));

    assertThat(model.targetLots(1, NONE, NONE, HUNDRED)).isEqualTo(NONE);
    assertThat(model.denial()).isEqualTo(DenialReason.EQUITY_UNKNOWN);
  }

  @Test
  void aPercentageThatNoDoubleHoldsIsExact() {
    // 1/10 of 1000.10 is 100.01: one share at 100.01 exactly
    SizingModel model = model(new PercentOfEquity(of("10"), of("0"), of("0")));

    assertThat(model.targetLots(1, NONE, usd("1000.10"), 2 * 10_001)).isEqualTo(1);
    assertThat(model.targetLots(1, NONE, usd("1000.09999999"), 2 * 10_001)).isZero();
  }

  @Test
  void aWeightIsAShareOfEquityLongOrShort() {
    SizingModel model = model(new TargetWeight(of("0.3")));

    assertThat(model.targetLots(-1, NONE, usd("10000"), HUNDRED)).isEqualTo(-30);
    assertThat(model.targetLots(0.5, NONE, usd("10000"), HUNDRED)).isEqualTo(15);
    assertThat(model.targetLots(1, NONE, usd("-1"), HUNDRED)).isZero();
  }

  @Test
  void riskPerTradeLosesItsPercentageAtTheStopOfTheOpinion() {
    SizingModel model = model(new RiskPerTrade(of("1"), 2, 3));

    // 1 % of 10 000 is 100; a stop 2.50 away loses 2.50 a share
    assertThat(model.targetLots(1, 250, usd("10000"), NONE)).isEqualTo(40);
    assertThat(model.targetLots(-1, 251, usd("10000"), NONE)).isEqualTo(-39); // 39.84
  }

  @Test
  void withoutAStopTheDistanceIsAMultipleOfTheTrueRange() {
    SizingModel model = model(new RiskPerTrade(of("1"), 1.5, 3));
    model.onBar(10_100, 10_000, 10_050); // range 100
    model.onBar(10_300, 10_200, 10_250); // from 10 050: 250
    assertThat(model.targetLots(1, NONE, usd("10000"), NONE)).isEqualTo(NONE);
    assertThat(model.denial()).isEqualTo(DenialReason.WARMING_UP);

    model.onBar(10_200, 10_000, 10_100); // to 10 250: 250; mean of the three: 200

    assertThat(model.targetLots(1, NONE, usd("10000"), NONE)).isEqualTo(33); // 100 / 3.00
    model.onBar(10_200, 10_100, 10_150); // 100: (200 × 2 + 100) / 3 = 166.67, × 1.5 = 250
    assertThat(model.targetLots(1, NONE, usd("10000"), NONE)).isEqualTo(40);
    assertThat(model.targetLots(1, 1_000, usd("10000"), NONE)).isEqualTo(10); // its own stop
  }

  @Test
  void barsWithoutARangeGiveNoDistance() {
    SizingModel model = model(new RiskPerTrade(of("1"), 2, 2));
    closes(model, 10_000, 10_000, 10_000);

    assertThat(model.targetLots(1, NONE, usd("10000"), HUNDRED)).isEqualTo(NONE);
    assertThat(model.denial()).isEqualTo(DenialReason.WARMING_UP);
  }

  @Test
  void aVolatilityTargetHoldsLessOfWhatMovesMore() {
    // returns +10 %, -10 %: mean 0, sample variance 0.02; of 2 bars a year: volatility 0.2
    SizingModel model = new VolatilityTarget(0.1, 2, 3).in(share, 2);
    closes(model, 10_000, 11_000);
    assertThat(model.targetLots(1, NONE, usd("10000"), HUNDRED)).isEqualTo(NONE);
    assertThat(model.denial()).isEqualTo(DenialReason.WARMING_UP);

    closes(model, 9_900);

    // 0.1 / 0.2 of 10 000 is 5000, but for the last bit of a double: 49 or 50 shares
    assertThat(model.targetLots(1, NONE, usd("10000.01"), HUNDRED)).isEqualTo(50);
    assertThat(model.targetLots(1, NONE, usd("9999"), HUNDRED)).isEqualTo(49);
  }

  @Test
  void aCalmMarketIsHeldUpToTheLargestLeverage() {
    SizingModel model = new VolatilityTarget(0.1, 2, 3).in(share, 2);
    closes(model, 10_000, 10_000, 10_000);
    assertThat(model.targetLots(1, NONE, usd("10000"), HUNDRED)).isEqualTo(300);

    closes(model, 10_001, 10_000); // 0.02 % a year would be leverage of 500
    assertThat(model.targetLots(-1, NONE, usd("10000"), HUNDRED)).isEqualTo(-300);
  }

  @Test
  void theVolatilityIsThatOfTheWindow() {
    VolatilityScale scale = new VolatilityScale(3, 252);
    for (long close : new long[] {5_000, 10_000, 10_100, 9_999, 10_499}) {
      scale.add(close);
    }

    // 0.01, -0.01, 0.050005: mean 0.0166683; squares 4.447e-5 + 7.1120e-4 + 1.11133e-3
    // = 1.86700e-3; / 2 × 252 = 0.235242; root 0.48502; held at it, the scale is one in 1e8
    assertThat((double) scale.scaleE8(0.48502, 10)).isCloseTo(1e8, within(2e3));
  }

  @Test
  void exposureIsScaledByTargetOverRealised() {
    ExposureScale scale = new ExposureScaleSpec(0.1, 2, 1.5).in(coarse("XYZ", 1, 10), 2);
    scale.onBar(10_000);
    scale.onBar(11_000);
    assertThat(scale.scaled(100)).isEqualTo(NONE);
    assertThat(scale.scaled(0)).isZero();

    scale.onBar(9_900); // volatility 0.2: half
    assertThat(scale.scaled(200)).isBetween(90L, 100L); // but for the last bit
    assertThat(scale.scaled(-210)).isEqualTo(-100); // 105
    scale.onBar(9_900);
    scale.onBar(9_900); // calm: the cap
    assertThat(scale.scaled(100)).isEqualTo(150);
    assertThat(scale.scaled(-110)).isEqualTo(-160); // 165
  }

  @Test
  void opinionsAndRulesOutOfRangeAreRefused() {
    SizingModel model = model(new FixedSize(of("1")));

    assertThatThrownBy(() -> model.targetLots(1.01, NONE, NONE, NONE))
        .hasMessage("the strength of an opinion must be from -1 to 1");
    assertThatThrownBy(() -> model.targetLots(Double.NaN, NONE, NONE, NONE))
        .hasMessage("the strength of an opinion must be from -1 to 1");
    assertThatThrownBy(() -> model.targetLots(1, 0, NONE, NONE))
        .hasMessage("the distance to a stop must be positive");
    assertThatThrownBy(() -> new FixedSize(of("0")))
        .hasMessage("size must be positive with at most 9 decimals, was 0");
    assertThatThrownBy(() -> new VolatilityTarget(0.1, 1, 2))
        .hasMessage("window of a volatility must be at least 2 returns, was 1");
  }
}
