package io.tapedeck.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class WideSumProperties {
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
  private static final BigInteger SMALLEST = LARGEST.not();

  private static BigInteger product(long left, long right) {
    return BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
  }

  private static boolean fits(BigInteger value) {
    return value.compareTo(SMALLEST) >= 0 && value.compareTo(LARGEST) <= 0;
  }

  @Property
  void sumsAreThoseOfBigIntegerOrRefused(@ForAll @Size(max = 12) List<Long> factors) {
    WideSum sum = new WideSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i + 1 < factors.size(); i++) {
      long left = factors.get(i);
      long right = factors.get(i + 1);
      boolean adds = i % 3 != 0;
      BigInteger next =
          adds ? expected.add(product(left, right)) : expected.subtract(product(left, right));
      if (fits(next)) {
        apply(sum, adds, left, right);
        expected = next;
      } else {
        assertThatThrownBy(() -> apply(sum, adds, left, right))
            .isInstanceOf(ArithmeticException.class);
      }
      assertThat(sum.toDouble()).isEqualTo(new BigDecimal(expected).doubleValue());
    }
  }

  private static void apply(WideSum sum, boolean adds, long left, long right) {
    if (adds) {
      sum.addProduct(left, right);
    } else {
      sum.subtractProduct(left, right);
    }
  }

  @Property
  void aSumIsReadBackRoundedOnceAndLessAProduct(
      @ForAll long high, @ForAll long low, @ForAll long left, @ForAll long right) {
    BigInteger value =
        BigInteger.valueOf(high).shiftLeft(64).or(new BigInteger(Long.toUnsignedString(low)));
    WideSum sum = WideSum.of(value);
    BigInteger less = value.subtract(product(left, right));

    assertThat(sum.toDouble()).isEqualTo(new BigDecimal(value).doubleValue());
    if (fits(less)) {
      assertThat(sum.lessProduct(left, right)).isEqualTo(new BigDecimal(less).doubleValue());
    } else {
      assertThatThrownBy(() -> sum.lessProduct(left, right))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Property
  void sumsAreOrderedAsNumbers(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    BigInteger left = BigInteger.valueOf(high % 3).shiftLeft(64).add(BigInteger.valueOf(low));
    BigInteger right =
        BigInteger.valueOf(otherHigh % 3).shiftLeft(64).add(BigInteger.valueOf(otherLow));

    assertThat(WideSum.of(left).isAtLeast(WideSum.of(right))).isEqualTo(left.compareTo(right) >= 0);
    assertThat(WideSum.of(left).isAtLeast(WideSum.of(left))).isTrue();
  }

  @Example
  void whatDoesNotFitIn128BitsIsNotASum() {
    assertThatThrownBy(() -> WideSum.of(LARGEST.add(BigInteger.ONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void aClearedSumIsZero() {
    WideSum sum = WideSum.of(LARGEST);
    sum.clear();

    assertThat(sum.toDouble()).isZero();
  }
}
