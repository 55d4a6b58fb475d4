package io.tapedeck.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import org.junit.jupiter.api.Test;

/** Prices in cents, one share a lot, money in cents. */
class OrderShortfallTest {
  private static final MoneyScale CENTS = new MoneyScale(1, 1);

  /** An order over 1 000 shares of which these were filled; prices in cents. */
  private static OrderShortfall shortfall(
      Side side, long decision, long arrival, long filled, long fill, long fee, long end) {
    return OrderShortfall.of(
        new WorkedOrder(
            1, 0, 0, side, 2 * decision, 2 * arrival, 1_000, filled, filled * fill, fee, 2 * end),
        CENTS);
  }

  /**
   * The example of J. L. Maginn, D. L. Tuttle, J. E. Pinto, D. W. McLeavey (eds.), "Managing
   * Investment Portfolios", 3rd ed., CFA Institute and Wiley (2007), chapter 10: 1 000 shares are
   * wanted at 10.00; a day later they stand at 10.05, 700 are bought at 10.07 for 14.00 of fees,
   * and the rest is given up at 10.08. In shares of 10 000.00: fees 0.14 %, realised 0.14 %, delay
   * 0.35 %, missed 0.24 %, together 0.87 %.
   */
  @Test
  void aPurchaseThatWaitsAndIsPartlyMissedCostsWhatTheTextbookSays() {
    OrderShortfall order = shortfall(Side.BUY, 1_000, 1_005, 700, 1_007, 1_400, 1_008);

    assertThat(order.paperNotional()).isEqualTo(1_000_000); // 1 000 × 10.00
    assertThat(order.fee()).isEqualTo(1_400);
    assertThat(order.execution()).isEqualTo(1_400); // 700 × 0.02
    assertThat(order.delay()).isEqualTo(3_500); // 700 × 0.05
    assertThat(order.opportunity()).isEqualTo(2_400); // 300 × 0.08
    // paper gains 80.00, the real portfolio loses 7.00
    assertThat(order.total()).isEqualTo(8_000 + 700);
    assertThat(order.totalBps()).isCloseTo(87.0, within(1e-12));
  }

  @Test
  void aSaleCostsWhatTheSamePurchaseGains() {
    OrderShortfall sale = shortfall(Side.SELL, 1_000, 1_005, 700, 1_007, 1_400, 1_008);

    assertThat(sale.execution()).isEqualTo(-1_400);
    assertThat(sale.delay()).isEqualTo(-3_500);
    assertThat(sale.opportunity()).isEqualTo(-2_400);
    assertThat(sale.total()).isEqualTo(1_400 - 7_300);
  }

  @Test
  void anOrderThatIsNeverFilledCostsOnlyWhatItMissed() {
    OrderShortfall order = shortfall(Side.BUY, 1_000, 1_005, 0, 0, 0, 1_030);

    assertThat(order.delay()).isZero();
    assertThat(order.execution()).isZero();
    assertThat(order.total()).isEqualTo(30_000); // 1 000 × 0.30
  }

  @Test
  void aMidBetweenTicksCountsHalfATick() {
    // 100 lots decided on at 50.5 ticks (bid 50, ask 51), filled at the ask
    WorkedOrder order = new WorkedOrder(1, 0, 0, Side.BUY, 101, 101, 100, 100, 5_100, 0, 101);

    assertThat(OrderShortfall.of(order, CENTS).execution()).isEqualTo(50);
  }

  @Test
  void ordersAddUp() {
    OrderShortfall bought = shortfall(Side.BUY, 1_000, 1_005, 700, 1_007, 1_400, 1_008);
    OrderShortfall missed = shortfall(Side.BUY, 1_000, 1_000, 0, 0, 0, 990);
    ShortfallTally tally = ShortfallTally.NONE.with(bought).with(missed);

    // missing a fall of 0.10 saves 100.00
    assertThat(tally)
        .isEqualTo(new ShortfallTally(2, 2_000_000, 3_500, 1_400, 1_400, 2_400 - 10_000));
    assertThat(tally.total()).isEqualTo(8_700 - 10_000);
    assertThat(tally.totalBps()).isCloseTo(-6.5, within(1e-12)); // -1 300 / 2 000 000
    assertThat(ShortfallTally.NONE.totalBps()).isNaN();
  }

  @Test
  void impossibleOrdersAreRefused() {
    assertThatThrownBy(() -> new WorkedOrder(1, 0, 0, Side.BUY, 2, 2, 10, 11, 11, 0, 2))
        .hasMessage("filledLots must be from 0 to orderedLots (10), were 11");
    assertThatThrownBy(() -> new WorkedOrder(1, 0, 0, Side.BUY, 2, 2, 10, 0, 11, 0, 2))
        .hasMessage("an order without a fill paid nothing, filledTickLots were 11");
  }
}
