package io.tapedeck.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AccountSpecTest {
  private static AccountSpec margin(String initial, String maintenance) {
    return AccountSpec.margin(new BigDecimal(initial), new BigDecimal(maintenance));
  }

  @Test
  void halfTheValueOpensAPositionAndAQuarterHoldsIt() {
    AccountSpec account = margin("0.50", "0.25");

    assertThat(account.initialMargin().requirement(-10_001)).isEqualTo(5_001); // 5 000.5, up
    assertThat(account.maintenanceMargin().requirement(10_001)).isEqualTo(2_501); // 2 500.25, up
    assertThat(account.maintenanceMargin().requirement(10_000)).isEqualTo(2_500);
    assertThat(account.costMethod()).isEqualTo(CostMethod.AVERAGE);
    assertThat(account).isEqualTo(margin("0.5", "0.250"));
  }

  @Test
  void aCashAccountPaysTheWholeValueAndIsNeverCalled() {
    assertThat(AccountSpec.CASH.initialMargin().requirement(777)).isEqualTo(777);
    assertThat(AccountSpec.CASH.maintenanceMargin().requirement(777)).isZero();
  }

  @Test
  void anUnconstrainedAccountRequiresNothing() {
    assertThat(AccountSpec.UNCONSTRAINED.initialMargin().requirement(777)).isZero();
    assertThat(AccountSpec.UNCONSTRAINED.maintenanceMargin().requirement(777)).isZero();
  }

  @Test
  void theCostMethodIsFreeOfTheKind() {
    AccountSpec fifo = AccountSpec.CASH.withCostMethod(CostMethod.FIFO);

    assertThat(fifo.costMethod()).isEqualTo(CostMethod.FIFO);
    assertThat(fifo.kind()).isEqualTo(new AccountKind.Cash());
    assertThat(fifo.liquidation()).isEqualTo(LiquidationRule.ALL);
  }

  @Test
  void fractionsThatCannotBeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> margin("1.01", "0.5"))
        .withMessage(
            "initialFraction must be above 0 and at most 1 (0.25 is a leverage of 4), was 1.01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> margin("0", "0"))
        .withMessageContaining("initialFraction must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> margin("0.25", "0.3"))
        .withMessage(
            "maintenanceFraction must be above 0 and at most initialFraction (0.25), was 0.3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> margin("0.25", "0"))
        .withMessageContaining("maintenanceFraction must be above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> margin("0.25", "0.0000000000000000001"))
        .withMessage("a margin fraction must have 18 decimals at most, was 1E-19");
  }

  @Property
  void aRequirementIsTheExactShareRoundedUp(
      @ForAll @LongRange(min = -Long.MAX_VALUE) long value,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000_000L) long fractionE18) {
    BigDecimal fraction = BigDecimal.valueOf(fractionE18, 18);
    BigDecimal share = BigDecimal.valueOf(value).abs().multiply(fraction);

    assertThat(MarginFraction.of(fraction).requirement(value))
        .isEqualTo(share.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
