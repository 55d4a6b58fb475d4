package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import org.junit.jupiter.api.Test;

class FillCostTest {
  private static final MoneyScale CENTS = new MoneyScale(1, 1);

  @Test
  void aPurchasePaysHalfTheSpreadAndTheSlippage() {
    // bid 100, ask 103, mid 101.5; 10 lots bought at 105, 2 ticks of that slippage
    assertThat(FillCost.slippage(CENTS, Side.BUY, 105, 2, 10)).isEqualTo(20);
    assertThat(FillCost.spread(CENTS, Side.BUY, 103, 203, 10)).isEqualTo(15);
  }

  @Test
  void aSalePaysThemToo() {
    // sold at 98: the bid of 100 less 2 ticks
    assertThat(FillCost.slippage(CENTS, Side.SELL, 98, 2, 10)).isEqualTo(20);
    assertThat(FillCost.spread(CENTS, Side.SELL, 100, 203, 10)).isEqualTo(15);
  }

  @Test
  void aCrossedMarketChargesNoSpread() {
    // bid 103, ask 100: a purchase at the ask is better than the mid
    assertThat(FillCost.spread(CENTS, Side.BUY, 100, 203, 10)).isZero();
  }

  @Test
  void costsAddUpByCause() {
    CostBreakdown first = new CostBreakdown(100, 20, 15, -3);
    CostBreakdown rebate = CostBreakdown.ofFees(-40);

    assertThat(first.plus(rebate)).isEqualTo(new CostBreakdown(60, 20, 15, -3));
    assertThat(first.plus(rebate).total()).isEqualTo(92); // 60 + 20 + 15 - 3
  }

  @Test
  void slippageAndSpreadAreNeverGains() {
    assertThatThrownBy(() -> new CostBreakdown(0, -1, 0, 0))
        .hasMessage("slippage must not be negative, was -1");
    assertThatThrownBy(() -> new CostBreakdown(0, 0, -1, 0))
        .hasMessage("spread must not be negative, was -1");
  }
}
