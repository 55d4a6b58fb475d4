package io.tapedeck.core.ledger;

import static io.tapedeck.core.account.CostMethod.AVERAGE;
import static io.tapedeck.core.fixture.Instruments.quoted;
import static io.tapedeck.core.fixture.Instruments.share;
import static io.tapedeck.core.market.Side.BUY;
import static io.tapedeck.core.market.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Universe universe = quoted(share("XYZ"));
  private final List<RoundTrip> trips = new ArrayList<>();
  private final Ledger ledger = new Ledger(universe, usd("10000.00"), AVERAGE, trips::add);
  private long nanos;

  private static long usd(String amount) {
    return Currency.USD.money(new BigDecimal(amount));
  }

  private void buy(long lots, long priceTicks, String fee) {
    ledger.post(nanos++, 0, BUY, priceTicks, lots, usd(fee));
  }

  private void sell(long lots, long priceTicks, String fee) {
    ledger.post(nanos++, 0, SELL, priceTicks, lots, usd(fee));
  }

  private RoundTrip openTrip(long atNanos, long markTicks) {
    List<RoundTrip> open = new ArrayList<>();
    ledger.addOpenTrips(0, atNanos, 2 * markTicks, open);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private long valueAt(long priceTicks) {
    return ledger.position(0).valueAt(2 * priceTicks);
  }

  @AfterEach
  void cashPlusBasisIsStartPlusRealisedLessFees() {
    assertThat(ledger.cash() + ledger.basis())
        .isEqualTo(ledger.startCash() + ledger.realised() - ledger.fees() - ledger.financing());
  }

  @Test
  void buyingThenSellingPartRealisesTheGainAndMarksTheRest() {
    buy(100, 10_000, "0.50"); // cash −100 × 100.00 − 0.50 = −10 000.50
    sell(40, 10_050, "0.20"); // cash  +40 × 100.50 − 0.20 =  +4 019.80

    assertThat(ledger.lots(0)).isEqualTo(60);
    assertThat(ledger.cash()).isEqualTo(usd("4019.30"));
    assertThat(ledger.basis(0)).isEqualTo(usd("6000.00")); // 60 × 100.00
    assertThat(ledger.realised()).isEqualTo(usd("20.00")); // 40 × 0.50
    assertThat(ledger.fees()).isEqualTo(usd("0.70"));
    assertThat(valueAt(10_020)).isEqualTo(usd("6012.00"));
    assertThat(trips).isEmpty();
  }

  @Test
  void aShortPositionHasANegativeBasis() {
    sell(50, 10_000, "0"); // cash +5 000.00
    buy(20, 9_900, "0"); // cash −1 980.00, gain 20 × 1.00

    assertThat(ledger.lots(0)).isEqualTo(-30);
    assertThat(ledger.basis(0)).isEqualTo(usd("-3000.00"));
    assertThat(ledger.realised()).isEqualTo(usd("20.00"));
    assertThat(ledger.cash()).isEqualTo(usd("13020.00"));
    assertThat(valueAt(9_950)).isEqualTo(usd("-2985.00"));
  }

  @Test
  void costIsAveraged() {
    buy(10, 10_000, "0"); // 1 000.00
    buy(20, 10_300, "0"); // 2 060.00: 3 060.00 for 30, 102.00 each
    sell(10, 10_250, "0"); // gain 1 025.00 − 1 020.00

    assertThat(ledger.realised()).isEqualTo(usd("5.00"));
    assertThat(ledger.basis(0)).isEqualTo(usd("2040.00"));
  }

  @Test
  void aFullCloseTakesAllOfTheBasis() {
    // 3 lots for 100.00 + 100.00 + 100.01 = 300.01: a third is 100.003333333...
    buy(2, 10_000, "0");
    buy(1, 10_001, "0");
    sell(1, 10_000, "0"); // takes 100.00333333
    sell(1, 10_000, "0"); // takes half of 200.00666667, half to even: 100.00333334
    sell(1, 10_000, "0"); // takes the rest, 100.00333333

    assertThat(ledger.basis(0)).isZero();
    assertThat(ledger.realised()).isEqualTo(usd("-0.01"));
    assertThat(trips).hasSize(1);
    assertThat(trips.get(0).profit()).isEqualTo(usd("-0.01"));
  }

  @Test
  void aFillThatTurnsThePositionAroundClosesItAndOpensTheNext() {
    buy(10, 10_000, "0.10");
    sell(30, 10_200, "0.90"); // closes 10 with 0.30 of the fee, opens −20 with 0.60

    assertThat(ledger.lots(0)).isEqualTo(-20);
    assertThat(ledger.basis(0)).isEqualTo(usd("-2040.00"));
    assertThat(ledger.realised()).isEqualTo(usd("20.00"));
    assertThat(trips)
        .containsExactly(
            new RoundTrip(
                0,
                BUY,
                0,
                1,
                10,
                10_000.0,
                10_200.0,
                usd("20.00"),
                usd("0.40"),
                false,
                0,
                0,
                usd("20.00")));
    assertThat(openTrip(5, 10_100))
        .isEqualTo(
            new RoundTrip(
                0,
                SELL,
                1,
                5,
                20,
                10_200.0,
                10_100.0,
                usd("20.00"),
                usd("0.60"),
                true,
                0,
                0,
                usd("20.00")));
  }

  @Test
  void theFeeOfATurningFillIsSharedExactly() {
    buy(1, 10_000, "0");
    sell(3, 10_000, "0.00000100"); // a third of 100 units is 33, the rest is 67

    assertThat(trips.get(0).fees()).isEqualTo(33);
    assertThat(openTrip(0, 10_000).fees()).isEqualTo(67);
  }

  @Test
  void aRoundTripGoesFromFlatToFlat() {
    buy(10, 10_000, "0.10");
    buy(30, 10_100, "0.10");
    sell(20, 10_200, "0.10");
    sell(20, 10_300, "0.10");

    // bought 1 000.00 + 3 030.00, sold 2 040.00 + 2 060.00
    assertThat(trips)
        .containsExactly(
            new RoundTrip(
                0,
                BUY,
                0,
                3,
                40,
                10_075.0,
                10_250.0,
                usd("70.00"),
                usd("0.40"),
                false,
                0,
                0,
                usd("70.00"))); // after 20 sold at 102.00: 25.00 and 20 × 1.25 more, 50.00
    assertThat(trips.get(0).netProfit()).isEqualTo(usd("69.60"));
    assertThat(ledger.openPositions()).isZero();
  }

  @Test
  void finelyQuotedNotionalsAreRoundedOnceHalfToEven() {
    Instrument fine =
        new Instrument("PEPE", AssetClass.CRYPTO, Currency.USD, 1, 500_000_000L, 1, 1, 1, "24/7");
    Ledger coins = new Ledger(quoted(fine), usd("1.00"), AVERAGE, trips::add);

    // a tick is 1e-9 and a lot half a coin: 1 lot at 5 ticks is 2.5e-9, or 0.25 units of 1e-8
    coins.post(0, 0, BUY, 5, 1, 0);
    assertThat(coins.cash()).isEqualTo(usd("1.00"));
    coins.post(1, 0, BUY, 50, 1, 0); // 2.5 units: to even, 2
    assertThat(coins.cash()).isEqualTo(usd("1.00") - 2);
    coins.post(2, 0, BUY, 70, 1, 0); // 3.5 units: to even, 4
    assertThat(coins.cash()).isEqualTo(usd("1.00") - 6);
    assertThat(coins.basis()).isEqualTo(6);
    // 3 lots at a mid of 35.5 ticks: 5.325 units
    assertThat(coins.position(0).valueAt(71)).isEqualTo(5);
  }

  @Test
  void financingIsPaidFromCashAndIsNoLossOfATrip() {
    buy(10, 10_000, "0.10"); // cash 8 999.90
    ledger.finance(0, usd("1.25"));
    ledger.finance(Ledger.CASH, usd("-0.75")); // interest earned
    sell(10, 10_000, "0");

    assertThat(ledger.cash()).isEqualTo(usd("9999.40")); // 10 000 − 0.10 − 1.25 + 0.75
    assertThat(ledger.financing()).isEqualTo(usd("0.50"));
    assertThat(ledger.interest()).isEqualTo(usd("-0.75"));
    assertThat(ledger.realised()).isZero();
    assertThat(trips.get(0).netProfit()).isEqualTo(usd("-0.10"));
  }

  @Test
  void moneyThatDoesNotFitIsLoud() {
    assertThatThrownBy(() -> buy(1L << 62, 10_000, "0")).isInstanceOf(ArithmeticException.class);
  }
}
