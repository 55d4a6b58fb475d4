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
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long numerator,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long denominator) {
    BigDecimal exact =
        BigDecimal.valueOf(count)
            .multiply(BigDecimal.valueOf(numerator))
            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.CEILING);
    Ratio ratio = new Ratio(numerator, denominator);

    if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
      assertThat(ratio.up(count)).isEqualTo(exact.longValueExact());
    } else {
      assertThatThrownBy(() -> ratio.up(count)).isInstanceOf(ArithmeticException.class);
    }
  }
}
