package io.tapedeck.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class MoneyScaleProperties {
  private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal MIN = BigDecimal.valueOf(Long.MIN_VALUE);

  private static BigDecimal quotient(long a, long b, long c, long divisor) {
    return BigDecimal.valueOf(a)
        .multiply(BigDecimal.valueOf(b))
        .multiply(BigDecimal.valueOf(c))
        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN);
  }

  private static boolean fits(BigDecimal value) {
    return value.compareTo(MAX) <= 0 && value.compareTo(MIN) >= 0;
  }

  @Property(tries = 5_000)
  void notionalIsTheExactProductRoundedOnce(
      @ForAll long priceTicks,
      @ForAll long lots,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long numerator,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000_000L) long denominator) {
    BigDecimal exact = quotient(priceTicks, lots, numerator, denominator);
    MoneyScale scale = new MoneyScale(numerator, denominator);

    if (fits(exact)) {
      assertThat(scale.notional(priceTicks, lots)).isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(() -> scale.notional(priceTicks, lots))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property(tries = 5_000)
  void theWideProductAgreesWithBigNumbers(
      @ForAll long left,
      @ForAll long right,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long divisor) {
    BigDecimal exact = quotient(left, right, 1, divisor);

    if (fits(exact)) {
      assertThat(WideProduct.divideHalfEven(left, right, divisor))
          .isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(() -> WideProduct.divideHalfEven(left, right, divisor))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property(tries = 2_000)
  void tiesInTheWideProductGoToTheEvenNeighbour(
      @ForAll @LongRange(min = -2_000_000_000L, max = 2_000_000_000L) long odd,
      @ForAll @LongRange(min = 1, max = 2_000_000_000L) long half) {
    // (2k + 1) × half / (2 × half) lies exactly between k and k + 1
    long left = (2 * odd + 1) * half;
    long even = (odd & 1) == 0 ? odd : odd + 1;

    assertThat(WideProduct.divideHalfEven(left, 1_000_000_007L, 2 * half * 1_000_000_007L))
        .isEqualTo(even);
  }

  @Property(tries = 2_000)
  void partsOfABasisStayBetweenNothingAndAllOfIt(
      @ForAll long value,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long whole,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
    long part = seed % whole;

    assertThat(MoneyScale.proportion(value, part, whole))
        .isEqualTo(quotient(value, part, 1, whole).longValueExact())
        .isBetween(Math.min(value, 0), Math.max(value, 0));
  }
}
