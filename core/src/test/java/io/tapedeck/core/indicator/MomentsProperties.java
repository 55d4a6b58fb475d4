package io.tapedeck.core.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Sums over a window against BigInteger, up to the largest values they accept. */
class MomentsProperties {
  private static final long LARGEST = Long.MAX_VALUE / 9;

  private static double exact(List<Long> left, List<Long> right) {
    BigInteger products = BigInteger.ZERO;
    BigInteger leftSum = BigInteger.ZERO;
    BigInteger rightSum = BigInteger.ZERO;
    for (int i = 0; i < left.size(); i++) {
      BigInteger x = BigInteger.valueOf(left.get(i));
      BigInteger y = BigInteger.valueOf(right.get(i));
      products = products.add(x.multiply(y));
      leftSum = leftSum.add(x);
      rightSum = rightSum.add(y);
    }
    BigInteger scaled = products.multiply(BigInteger.valueOf(left.size()));
    return new BigDecimal(scaled.subtract(leftSum.multiply(rightSum))).doubleValue();
  }

  @Property
  void variancesAndCovariancesAreExactAndRoundedOnce(
      @ForAll @Size(min = 9, max = 40) List<@LongRange(min = -LARGEST, max = LARGEST) Long> xs,
      @ForAll @LongRange(min = -LARGEST, max = LARGEST) long seed,
      @ForAll @IntRange(min = 1, max = 9) int window) {
    List<Long> ys = xs.stream().map(x -> (x ^ seed) / 2).toList();
    WindowMoments single = new WindowMoments(window);
    PairMoments pair = new PairMoments(window);
    for (int i = 0; i < xs.size(); i++) {
      single.add(xs.get(i));
      pair.add(xs.get(i), ys.get(i));
      assertThat(single.isWarm()).isEqualTo(i + 1 >= window);
      if (single.isWarm()) {
        List<Long> x = xs.subList(i + 1 - window, i + 1);
        List<Long> y = ys.subList(i + 1 - window, i + 1);
        assertThat(single.scaledVariance()).isEqualTo(exact(x, x));
        assertThat(pair.xVariance()).isEqualTo(exact(x, x));
        assertThat(pair.yVariance()).isEqualTo(exact(y, y));
        assertThat(pair.covariance()).isEqualTo(exact(x, y));
      }
    }
  }

  @Property
  void theMaximumIsThatOfTheLastValues(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = -5, max = 5) Long> values,
      @ForAll @IntRange(min = 1, max = 12) int window) {
    WindowMaximum maximum = new WindowMaximum(window);
    for (int i = 0; i < values.size(); i++) {
      maximum.add(values.get(i));
      List<Long> last = values.subList(Math.max(0, i + 1 - window), i + 1);
      assertThat(maximum.value())
          .isEqualTo(last.stream().mapToLong(Long::longValue).max().getAsLong());
    }
  }
}
