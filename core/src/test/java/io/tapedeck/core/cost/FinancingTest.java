package io.tapedeck.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FinancingTest {
  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  private static FinancingModel rates(
      String longs, String shorts, String debit, String credit, int dayCount) {
    return new FinancingSpec(
            new BigDecimal(longs),
            new BigDecimal(shorts),
            new BigDecimal(debit),
            new BigDecimal(credit),
            dayCount)
        .model();
  }

  @Test
  void borrowedSharesCostByTheDay() {
    FinancingModel model = rates("0", "180", "0", "0", 360);

    // 10 000.00 × 1.8 % / 360 = 0.50 a day
    assertThat(model.charge(usd("-10000"), 1)).isEqualTo(usd("0.50"));
    assertThat(model.charge(usd("-10000"), 3)).isEqualTo(usd("1.50"));
    assertThat(model.charge(usd("10000"), 3)).isZero();
    assertThat(model.charge(usd("-10000"), 0)).isZero();
  }

  @Test
  void longPositionsCashBelowAndAboveZeroHaveRatesOfTheirOwn() {
    FinancingModel model = rates("73", "0", "730", "365", 365);

    assertThat(model.charge(usd("10000"), 1)).isEqualTo(usd("0.20")); // 0.73 % / 365
    assertThat(model.cashCharge(usd("-10000"), 1)).isEqualTo(usd("2.00")); // 7.3 % / 365
    assertThat(model.cashCharge(usd("10000"), 1)).isEqualTo(usd("-1.00")); // 3.65 %, received
    assertThat(model.cashCharge(0, 1)).isZero();
  }

  @Test
  void fractionsOfAUnitGoAgainstTheTrader() {
    FinancingModel model = rates("0", "360", "0", "360", 360);

    assertThat(model.charge(-1, 1)).isEqualTo(1); // 0.0001 units are charged as one
    assertThat(model.cashCharge(9_999, 1)).isZero(); // 0.9999 units are not received
    assertThat(model.cashCharge(19_999, 1)).isEqualTo(-1);
  }

  @Test
  void aNegativeRateTurnsAChargeIntoACredit() {
    FinancingModel model = rates("-360", "-720", "0", "-36", 360);

    assertThat(model.charge(usd("10000"), 1)).isEqualTo(usd("-1"));
    assertThat(model.charge(usd("-10000"), 1)).isEqualTo(usd("-2"));
    assertThat(model.cashCharge(usd("10000"), 1)).isEqualTo(usd("0.1")); // cash that costs money
  }

  @Property(tries = 2_000)
  void aChargeIsTheExactOneRoundedUp(
      @ForAll @LongRange(min = -Long.MAX_VALUE, max = Long.MAX_VALUE) long amount,
      @ForAll @LongRange(min = -100_000_000, max = 100_000_000) long bpsE4,
      @ForAll @IntRange(max = 360) int days) {
    BigDecimal bps = BigDecimal.valueOf(bpsE4, 4);
    FinancingModel model = new FinancingSpec(bps, bps, bps, bps, 360).model();
    BigDecimal exact =
        BigDecimal.valueOf(amount)
            .abs()
            .multiply(BigDecimal.valueOf(bpsE4))
            .multiply(BigDecimal.valueOf(days));
    BigDecimal year = BigDecimal.valueOf(36_000_000_000L);
    long charged = exact.divide(year, 0, RoundingMode.CEILING).longValueExact();
    long credited = exact.negate().divide(year, 0, RoundingMode.CEILING).longValueExact();

    assertThat(model.charge(amount, days)).isEqualTo(charged);
    assertThat(model.cashCharge(amount, days)).isEqualTo(amount > 0 ? credited : charged);
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    FinancingModel model = rates("100000", "0", "0", "0", 360);

    assertThatThrownBy(() -> model.charge(Long.MAX_VALUE, 360))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> model.charge(1, -1)).hasMessageContaining("must not be negative");
    assertThatThrownBy(() -> rates("0", "0", "0", "0", 364)).hasMessageContaining("was 364");
    assertThatThrownBy(() -> rates("0", "0", "100000.1", "0", 365))
        .hasMessageContaining("rate of cash below zero must be from -100000 to 100000 bps");
  }

  @Test
  void noneCostsNothing() {
    assertThat(FinancingSpec.NONE.isNone()).isTrue();
    assertThat(FinancingSpec.NONE.model().charge(usd("-10000"), 365)).isZero();
    FinancingSpec credit =
        new FinancingSpec(
            BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("-1"), 365);
    assertThat(credit.isNone()).isFalse();
  }
}
