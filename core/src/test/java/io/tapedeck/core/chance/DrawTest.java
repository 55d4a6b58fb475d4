package io.tapedeck.core.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.Allocation;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawTest {
  private static final int MANY = 200_000;
  private static final long KEY = Draw.key(42, Purpose.SLIPPAGE, "XYZ");

  private static double mean(LongToDoubleFunction draw) {
    double sum = 0;
    for (long number = 0; number < MANY; number++) {
      sum += draw.applyAsDouble(number);
    }
    return sum / MANY;
  }

  private static double correlation(LongToDoubleFunction one, LongToDoubleFunction other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double product =
        mean(n -> (one.applyAsDouble(n) - meanOne) * (other.applyAsDouble(n) - meanOther));
    return product * 12; // the variance of a uniform draw is 1 / 12
  }

  @ParameterizedTest
  @CsvSource({
    "1, 6457827717110365317",
    "2, 3203168211198807973",
    "3, 9817491932198370423",
    "4, 4593380528125082431",
    "5, 16408922859458223821"
  })
  void theMixerGivesThePublishedNumbersOfSplitMix64(long step, String published) {
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64, seed 1234567
    assertThat(Long.toUnsignedString(Draw.mix(1_234_567 + step * Draw.GAMMA))).isEqualTo(published);
  }

  @Test
  void theMixerIsTheOneOfTheJdk() {
    SplittableRandom jdk = new SplittableRandom(-7);
    for (long step = 1; step <= 1_000; step++) {
      assertThat(Draw.mix(-7 + step * Draw.GAMMA)).isEqualTo(jdk.nextLong());
    }
  }

  @Test
  void aDrawIsTheSameOnEveryMachineForEver() {
    // computed apart from this code, in another language
    assertThat(KEY).isEqualTo(0x108c166a2f9d8f05L);
    assertThat(Draw.bits(KEY, 1, 0)).isEqualTo(0x745d4949207c8ccaL);
    assertThat(Draw.bits(KEY, 1, 1)).isEqualTo(0x1c6f2c3753e1f5f9L);
    assertThat(Draw.bits(KEY, 2, 0)).isEqualTo(0xf816cab694b06585L);
    assertThat(Draw.uniform(KEY, 1, 0)).isEqualTo(0.45454843554806434);
    assertThat(Draw.between(KEY, 1, 0, 100, 200)).isEqualTo(145); // 100 + ⌊0.4545 × 101⌋
    assertThat(Draw.exponential(KEY, 1, 0)).isCloseTo(0.6061412687567009, within(1e-15));
    assertThat(Draw.normal(KEY, 1, 0)).isCloseTo(0.9357706421654721, within(1e-15));
  }

  @Test
  void purposesInstrumentsAndSeedsHaveKeysOfTheirOwn() {
    TreeSet<Long> keys = new TreeSet<>();
    String[] symbols = {"", "A", "AA", "AB", "BA", "B", "BTC/USD", "ETH/USD", "005930"};
    for (long seed = -5; seed < 5; seed++) {
      for (Purpose purpose : Purpose.values()) {
        for (String symbol : symbols) {
          keys.add(Draw.key(seed, purpose, symbol));
        }
      }
    }

    assertThat(keys).hasSize(10 * Purpose.values().length * symbols.length);
  }

  @Test
  void theCodeOfAPurposeIsItsOwn() {
    TreeSet<Integer> codes = new TreeSet<>();
    for (Purpose purpose : Purpose.values()) {
      codes.add(purpose.code());
    }

    assertThat(codes).hasSameSizeAs(Purpose.values());
  }

  @Test
  void uniformDrawsFillTheUnitEvenly() {
    int[] counts = new int[100];
    for (long number = 0; number < MANY; number++) {
      double draw = Draw.uniform(KEY, number, 0);
      assertThat(draw >= 0 && draw < 1).isTrue();
      counts[(int) (draw * 100)]++;
    }

    // χ² of 99 degrees of freedom is below 61.1 or above 148.2 once in a thousand each
    assertThat(chiSquare(counts)).isBetween(61.1, 148.2);
    // ± 4 × √(1/12) / √200 000
    assertThat(mean(n -> Draw.uniform(KEY, n, 0))).isCloseTo(0.5, within(0.0026));
  }

  @Test
  void numbersOfARangeAreEquallyLikely() {
    int[] counts = new int[6];
    for (long number = 0; number < MANY; number++) {
      counts[(int) Draw.between(KEY, number, 0, 1, 6) - 1]++;
    }

    assertThat(chiSquare(counts)).isBetween(0.2, 20.5); // of 5 degrees of freedom
  }

  @Test
  void aRangeThatDoesNotDivideThePowersOfTwoIsNotBiased() {
    // of 3 × 2^62 numbers plain scaling would hit the multiples of 3 twice as often as the others
    int[] counts = new int[3];
    long max = (1L << 62) - 1; // -2^63 + 3 × 2^62 - 1
    for (long number = 0; number < MANY; number++) {
      long draw = Draw.between(KEY, number, 0, Long.MIN_VALUE, max);
      assertThat(draw).isLessThanOrEqualTo(max);
      counts[(int) Long.remainderUnsigned(draw - Long.MIN_VALUE, 3)]++;
    }

    assertThat(chiSquare(counts)).isLessThan(13.8); // of 2 degrees of freedom
  }

  @Test
  void rangesMayBeOneNumberOrAllOfThem() {
    assertThat(Draw.between(KEY, 3, 0, 17, 17)).isEqualTo(17);
    assertThat(Draw.between(KEY, 3, 0, Long.MIN_VALUE, Long.MAX_VALUE))
        .isEqualTo(Draw.bits(KEY, 3, 0));
    assertThatThrownBy(() -> Draw.between(KEY, 3, 0, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no number from 2 to 1");
  }

  @Test
  void normalDrawsHaveTheMomentsOfTheNormalDistribution() {
    assertThat(mean(n -> Draw.normal(KEY, n, 0))).isCloseTo(0, within(0.009)); // 4 / √200 000
    assertThat(mean(n -> power(Draw.normal(KEY, n, 0), 2))).isCloseTo(1, within(0.013)); // √2
    assertThat(mean(n -> power(Draw.normal(KEY, n, 0), 3))).isCloseTo(0, within(0.035)); // √15
    assertThat(mean(n -> power(Draw.normal(KEY, n, 0), 4))).isCloseTo(3, within(0.088)); // √96
    assertThat(mean(n -> Math.abs(Draw.normal(KEY, n, 0)) < 1 ? 1 : 0))
        .isCloseTo(0.6827, within(0.0042)); // ± 4 √(0.68 × 0.32 / 200 000)
    assertThat(mean(n -> Draw.normal(KEY, n, 0) > 1.6449 ? 1 : 0)).isCloseTo(0.05, within(0.002));
  }

  @Test
  void exponentialDrawsForgetHowLongTheyLasted() {
    assertThat(mean(n -> Draw.exponential(KEY, n, 0))).isCloseTo(1, within(0.009));
    assertThat(mean(n -> power(Draw.exponential(KEY, n, 0), 2))).isCloseTo(2, within(0.04)); // √20
    assertThat(mean(n -> Draw.exponential(KEY, n, 0) > 1 ? 1 : 0))
        .isCloseTo(0.3679, within(0.0044)); // 1 / e
    assertThat(mean(n -> Draw.exponential(KEY, n, 0) > 2 ? 1 : 0))
        .isCloseTo(0.1353, within(0.0031)); // 1 / e²
  }

  @Test
  void drawsOfKeysThatDifferInOneThingAreUnrelated() {
    LongToDoubleFunction base = n -> Draw.uniform(KEY, n, 0);
    double noise = 4 / Math.sqrt(MANY);
    long otherSeed = Draw.key(43, Purpose.SLIPPAGE, "XYZ");
    long otherPurpose = Draw.key(42, Purpose.BAR_PRICE, "XYZ");
    long otherInstrument = Draw.key(42, Purpose.SLIPPAGE, "XYY");

    assertThat(correlation(base, base)).isCloseTo(1, within(0.01));
    assertThat(correlation(base, n -> Draw.uniform(otherSeed, n, 0))).isBetween(-noise, noise);
    assertThat(correlation(base, n -> Draw.uniform(otherPurpose, n, 0))).isBetween(-noise, noise);
    assertThat(correlation(base, n -> Draw.uniform(otherInstrument, n, 0)))
        .isBetween(-noise, noise);
    assertThat(correlation(base, n -> Draw.uniform(KEY, n + 1, 0))).isBetween(-noise, noise);
    assertThat(correlation(base, n -> Draw.uniform(KEY, n, 1))).isBetween(-noise, noise);
    assertThat(correlation(base, n -> Draw.uniform(KEY, 0, n))).isBetween(-noise, noise);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 31, 32, 62, 63})
  void oneBitOfANumberTurnsHalfOfTheBitsOfItsDraw(int bit) {
    double turned =
        mean(n -> Long.bitCount(Draw.bits(KEY, n, 0) ^ Draw.bits(KEY, n ^ (1L << bit), 0)));

    assertThat(turned).isCloseTo(32, within(0.05)); // √16 / √200 000 is 0.009
  }

  @Test
  void drawsAllocateNothing() {
    double[] sum = new double[1];
    Runnable draws =
        () -> {
          for (long n = 0; n < 100_000; n++) {
            sum[0] += Draw.normal(KEY, n, 0) + Draw.exponential(KEY, n, 1);
            sum[0] += Draw.between(KEY, n, 2, -n, n) + Draw.uniform(KEY, n, 3);
          }
        };
    draws.run();

    assertThat(Allocation.bytes(draws)).isLessThan(Allocation.A_FEW_OBJECTS_BYTES);
    assertThat(sum[0]).isNotZero();
  }

  private static double power(double base, int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }

  /** Σ (counted - expected)² / expected, all counts being equally likely. */
  private static double chiSquare(int[] counts) {
    double expected = (double) MANY / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += power(count - expected, 2) / expected;
    }
    return sum;
  }
}
