package io.tapedeck.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RatioProperties {
  @Property(tries = 3_000)
  void aShareIsTheExactOneRoundedUp(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long count,
      @ForAll @LongRange(min = -Long.MAX_VALUE, max = Long.MAX_VALUE) long numerator,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long denominator) {
    BigDecimal exact = exact(count, numerator, denominator);
    Ratio ratio = new Ratio(numerator, denominator);

    if (exact.toBigIntegerExact().bitLength() < Long.SIZE) {
      assertThat(ratio.up(count)).isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(() -> ratio.up(count)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Property(tries = 3_000)
  void aShareInBasisPointsIsTheExactOneRoundedUp(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long notional,
      @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long bpsE4) {
    Ratio share = Bps.share(BigDecimal.valueOf(bpsE4, 4));

    assertThat(share.up(notional)).isEqualTo(exact(notional, bpsE4, 100_000_000).longValueExact());
  }

  private static BigDecimal exact(long count, long numerator, long denominator) {
    return BigDecimal.valueOf(count)
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.CEILING);
  }
}
