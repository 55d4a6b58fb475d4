package io.tapedeck.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Shares of longs equal those of decimals of any length. */
class ShareProperties {
  private static BigDecimal exact(long value, long shareE8) {
    return BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(shareE8, 8));
  }

  @Property
  void floorsAndCeilingsAreExact(
      @ForAll @LongRange(min = 0, max = 9_000_000_000_000_000L) long value,
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long shareE8) {
    BigDecimal exact = exact(value, shareE8);

    assertThat(Share.floor(value, shareE8))
        .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
    assertThat(Share.ceil(value, shareE8))
        .isEqualTo(exact.setScale(0, RoundingMode.CEILING).longValueExact());
    assertThat(Share.isWithin(Share.floor(value, shareE8), value, shareE8)).isTrue();
    assertThat(Share.isWithin(Share.floor(value, shareE8) + 1, value, shareE8)).isFalse();
  }

  @Property
  void comparisonsAreExactWhereProductsLeave64Bits(
      @ForAll @LongRange(min = 0) long part,
      @ForAll @LongRange(min = 0) long whole,
      @ForAll @LongRange(min = 0, max = 100_000_000_000_000L) long shareE8) {
    assertThat(Share.isWithin(part, whole, shareE8))
        .isEqualTo(BigDecimal.valueOf(part).compareTo(exact(whole, shareE8)) <= 0);
    assertThat(Share.covers(whole, part, shareE8))
        .isEqualTo(exact(part, shareE8).compareTo(BigDecimal.valueOf(whole)) <= 0);
  }
}
