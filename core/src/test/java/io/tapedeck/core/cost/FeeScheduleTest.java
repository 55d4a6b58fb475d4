package io.tapedeck.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FeeScheduleTest {
  /** Ticks of 0.01, lots of one share. */
  private final Instrument share =
      new Instrument(
          "XYZ", AssetClass.EQUITY, Currency.USD, 10_000_000, 1_000_000_000, 1, 1, 1, "XNYS");

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private long fee(FeeSchedule schedule, String notional, long lots) {
    return schedule.in(share).fee(Side.BUY, usd(notional), lots, Liquidity.TAKER, 0);
  }

  @Test
  void tradingIsFreeWithoutFees() {
    assertThat(fee(new NoFees(), "10000", 100)).isZero();
  }

  @Test
  void basisPointsAreAShareOfTheNotional() {
    // 10 000.00 × 2.5 / 10 000 = 2.50
    assertThat(fee(new FeeBps(decimal("2.5")), "10000", 100)).isEqualTo(usd("2.50"));
  }

  @Test
  void aFractionOfTheLeastUnitIsChargedInFull() {
    FeeModel oneBps = new FeeBps(BigDecimal.ONE).in(share);

    assertThat(oneBps.fee(Side.BUY, 1, 1, Liquidity.MAKER, 0)).isEqualTo(1); // 0.0001 units
    assertThat(oneBps.fee(Side.BUY, 10_000, 1, Liquidity.MAKER, 0)).isEqualTo(1); // exactly 1
    assertThat(oneBps.fee(Side.BUY, 10_001, 1, Liquidity.MAKER, 0)).isEqualTo(2); // 1.0001
    assertThat(oneBps.fee(Side.BUY, 0, 1, Liquidity.MAKER, 0)).isZero();
  }

  @Test
  void theLargestNotionalDoesNotOverflow() {
    FeeModel all = new FeeBps(decimal("10000")).in(share);
    FeeModel fine = new FeeBps(decimal("9999.9999")).in(share);

    assertThat(all.fee(Side.BUY, Long.MAX_VALUE, 1, Liquidity.TAKER, 0)).isEqualTo(Long.MAX_VALUE);
    // ⌈(2^63 - 1) × 0.99999999⌉ = 2^63 - 1 - ⌊(2^63 - 1) / 10^8⌋
    assertThat(fine.fee(Side.BUY, Long.MAX_VALUE, 1, Liquidity.TAKER, 0))
        .isEqualTo(Long.MAX_VALUE - Long.MAX_VALUE / 100_000_000L);
  }

  @Test
  void sharesArePaidForOneByOne() {
    FeePerShare schedule = new FeePerShare(decimal("0.005"), decimal("1"), decimal("100"));

    // 1 000 shares × 0.005 = 5.00; the minimum is 1.00, the cap 1 % of 50 000 = 500
    assertThat(fee(schedule, "50000", 1_000)).isEqualTo(usd("5"));
    // 100 shares × 0.005 = 0.50, raised to the minimum of 1.00
    assertThat(fee(schedule, "5000", 100)).isEqualTo(usd("1"));
    // 1 share of 20.00: the minimum of 1.00 is capped at 1 % of 20.00
    assertThat(fee(schedule, "20", 1)).isEqualTo(usd("0.20"));
  }

  @Test
  void aLotThatIsAFractionOfACoinPaysThatFraction() {
    Instrument coin =
        new Instrument("BTC/USD", AssetClass.CRYPTO, Currency.USD, 10_000_000, 1, 1, 1, 1, "24/7");
    FeeModel fee = new FeePerShare(decimal("0.1"), BigDecimal.ZERO, decimal("10000")).in(coin);

    // 1 lot is 1e-9 coins: 1e-10 USD is a hundredth of the unit, rounded up to one unit
    assertThat(fee.fee(Side.BUY, usd("100"), 1, Liquidity.TAKER, 0)).isEqualTo(1);
    assertThat(fee.fee(Side.BUY, usd("100"), 1_000_000_000L, Liquidity.TAKER, 0))
        .isEqualTo(usd("0.1"));
  }

  @Test
  void aMinimumFinerThanTheUnitIsRoundedUp() {
    FeePerShare schedule =
        new FeePerShare(BigDecimal.ZERO, decimal("0.000000001"), decimal("10000"));

    assertThat(fee(schedule, "100", 1)).isEqualTo(1);
  }

  @Test
  void feesOutsideTheirRangeAreRefused() {
    assertThatThrownBy(() -> new FeeBps(decimal("-1"))).hasMessageContaining("was -1");
    assertThatThrownBy(() -> new FeeBps(decimal("0.00001"))).hasMessageContaining("4 decimals");
    assertThatThrownBy(() -> new FeePerShare(decimal("-1"), BigDecimal.ZERO, BigDecimal.TEN))
        .hasMessage("fee per share must not be negative, was -1");
    assertThatThrownBy(() -> new FeePerShare(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ZERO))
        .hasMessage("cap of the fee must be positive, was 0 bps");
    assertThatThrownBy(
            () -> new FeePerShare(decimal("1e999"), BigDecimal.ZERO, BigDecimal.TEN).in(share))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large or too fine");
  }
}
